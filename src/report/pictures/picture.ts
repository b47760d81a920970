import type { Lang } from '../../language.js';
import { TAG } from '../tag.js';
import { element, markup } from './svg.js';
import { type Drawing, INK, SIZE, typeset } from './typeset.js';

export interface Page {
  /** Names the picture's own elements, so that several can stand in one page. */
  readonly id: string;
  readonly lang: Lang;
  readonly title: string;
  readonly subtitle?: string;
  /** What the picture shows, in words. */
  readonly description: string;
  readonly drawing: Drawing;
  /** What stands below: findings, the meaning of signs. */
  readonly notes: readonly string[];
}

/** Fonts that systems have; the last stands for any. */
const FONTS =
  "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',SimHei,sans-serif";
const MARGIN = 24;

/**
 * A drawing between its title and its notes, as a document of its own with nothing from elsewhere; who hears it is told
 * what it shows.
 */
export function page({ id, lang, title, subtitle, description, drawing, notes }: Page): string {
  const inner = Math.max(drawing.width, 30 * SIZE);
  const head = typeset(
    [{ text: title, style: 'title' }, ...(subtitle === undefined ? [] : [{ text: subtitle, style: 'small' as const }])],
    inner,
  );
  const foot = typeset(
    notes.map((text) => ({ text, style: 'small' })),
    inner,
  );
  const top = MARGIN + head.height + SIZE;
  const bottom = top + drawing.height + SIZE;
  const [width, height] = [Math.ceil(inner + 2 * MARGIN), Math.ceil(bottom + foot.height + MARGIN)];
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      lang: TAG[lang],
      'xml:lang': TAG[lang],
      'font-family': FONTS,
    },
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-description` }, description),
    element('rect', { width, height, fill: INK.paper }),
    ...head.at(MARGIN, MARGIN),
    ...drawing.at(MARGIN + (inner - drawing.width) / 2, top),
    ...foot.at(MARGIN, bottom),
  );
  return `${markup(root)}\n`;
}
