import { type IRunOptions, TextRun } from 'docx';
import type { Lang } from '../language.js';
import { EXPLAIN } from '../messages/explain.js';
import { MARK } from '../messages/report.js';
import { visible } from '../report/inert.js';
import { LAYOUT } from '../report/layout.js';
import { type Line, runOf } from '../report/page.js';

/**
 * How words of each truth are set apart, beside their sign: by the line below them, and by a tint where there is
 * colour.
 */
const LIT = {
  met: { underline: { type: 'single' }, shading: { type: 'clear', fill: 'FBE3E0' } },
  unmet: { underline: { type: 'dotted' }, shading: { type: 'clear', fill: 'E9EEF2' } },
  undetermined: { underline: { type: 'dash' }, shading: { type: 'clear', fill: 'FFF3CD' } },
} as const;

/** The runs of a line. */
export const runs = (line: Line, lang: Lang): TextRun[] =>
  line.flatMap((part) => {
    const { text, truth, lit, presumed, style, change, lang: own = lang } = runOf(part);
    const words: IRunOptions = {
      ...tongue(own, lang),
      ...(style === 'strong' && { bold: true }),
      ...(style === 'dim' && { color: '555555' }),
      ...(change === 'out' && { strike: true }),
      ...(change === 'in' && { underline: { type: 'single' } }),
      text: visible(text),
    };
    if (!truth) return [new TextRun(words)];
    // What sets the words apart begins at their sign.
    const apart = lit && LIT[truth];
    const sign = {
      ...tongue(lang, lang),
      text: `${MARK[truth]}${lit && presumed ? EXPLAIN[lang].presumed : ''}\u00a0`,
    };
    return [new TextRun({ ...sign, ...apart }), new TextRun({ ...words, ...apart })];
  });

/** In what language words are, and for Chinese that quotation marks are its own. */
const tongue = (own: Lang, lang: Lang): IRunOptions => ({
  ...(own === 'zh' && { font: { hint: 'eastAsia' } }),
  ...(own !== lang && { language: { value: LAYOUT[own].tag } }),
});
