import type { Lang } from '../../language.js';
import { PICTURES } from '../../messages/pictures.js';
import { HOUR_MS } from '../../regulation/dates.js';
import { box } from './boxes.js';
import { type Element, element } from './svg.js';
import type { DatedMoment, Moment, Timeline } from './timeline.js';
import { type Drawing, INK, type Paragraph, SIZE, typeset } from './typeset.js';

const TIMES = 13 * SIZE;
const AXIS = TIMES + 24;
const WORDS = AXIS + 24;
const WIDTH = 28 * SIZE;
/** What an hour is in pixels, and the bounds of the gap between two moments. */
const HOUR = 4;
const GAP = { least: 24, most: 100 };
/** Where the axis meets the first line of a box. */
const MARKER = 6 + SIZE * 0.75;

/** Moments along an axis from above, then those without a time. */
export function timelineDrawing({ dated, undated }: Timeline, lang: Lang): Drawing {
  const [axis, others] = [axisDrawing(dated), undatedDrawing(undated, lang)];
  return {
    width: WORDS + WIDTH,
    height: axis.height + others.height,
    at: (x, y) => [...axis.at(x, y), ...others.at(x + WORDS, y + axis.height)],
  };
}

/** Whether the gap before a moment is not as long as its time: shortened, and drawn dashed. */
export const shortened = ({ since }: DatedMoment): boolean => wanted(since) > GAP.most;
const wanted = (since: DatedMoment['since']): number => ((since?.ms ?? 0) / HOUR_MS) * HOUR;

function axisDrawing(dated: readonly DatedMoment[]): Drawing {
  let height = 0;
  const rows = dated.map((moment, i) => {
    const drawing = momentBox(moment);
    const gap = i === 0 ? 0 : Math.min(Math.max(wanted(moment.since), GAP.least), GAP.most);
    const top = height + gap;
    height = top + drawing.height;
    return { moment, drawing, gap, top };
  });
  return {
    width: WORDS + WIDTH,
    height,
    at: (x, y) => [
      ...rows
        .slice(1)
        .map(({ moment, top }, i) =>
          stretch(x + AXIS, y + (rows[i]?.top ?? 0) + MARKER, y + top + MARKER, shortened(moment)),
        ),
      ...rows.flatMap(({ moment, drawing, gap, top }) => [
        ...(moment.since ? toTheLeft(moment.since.text, 'small').at(x, y + top - gap / 2 - 9) : []),
        ...toTheLeft(moment.time, 'strong').at(x, y + top + 6),
        marker(moment, x + AXIS, y + top + MARKER),
        ...drawing.at(x + WORDS, y + top),
      ]),
    ],
  };
}

function undatedDrawing(undated: readonly Moment[], lang: Lang): Drawing {
  if (undated.length === 0) return typeset([], WIDTH);
  const heading = typeset([{ text: PICTURES[lang].undated, style: 'strong' }], WIDTH);
  let height = GAP.least + heading.height;
  const rows = undated.map((moment) => {
    const [drawing, top] = [momentBox(moment), height];
    height += drawing.height + GAP.least / 2;
    return { drawing, top };
  });
  return {
    width: WIDTH,
    height,
    at: (x, y) => [...heading.at(x, y + GAP.least), ...rows.flatMap(({ drawing, top }) => drawing.at(x, y + top))],
  };
}

const toTheLeft = (text: string, style: 'small' | 'strong'): Drawing => typeset([{ text, style, end: true }], TIMES);

function momentBox({ label, lines, place, status }: Moment): Drawing {
  const words: Paragraph[] = [{ text: label, style: 'strong' }, ...lines.map((text) => ({ text }))];
  if (place !== undefined) words.push({ text: place, style: 'small' });
  return box(words, WIDTH, { bar: missed(status) ? 'met' : status === 'undetermined' ? 'undetermined' : undefined });
}

/** Whether a duty was not done as it should have been. */
const missed = (status: Moment['status']): boolean =>
  status === 'late' || status === 'overdue' || status === 'breached';

/** A disc for what happened, a diamond for what was due (full where it was missed), a bar for the time of judgement. */
function marker({ kind, status }: Moment, x: number, y: number): Element {
  const stroke = { stroke: INK.line, 'stroke-width': 1.5 };
  if (kind === 'event') return element('circle', { cx: x, cy: y, r: 5, fill: INK.line });
  if (kind === 'judged') return element('path', { d: `M${x - 9} ${y}h18`, ...stroke, 'stroke-width': 3 });
  return element('path', {
    d: `M${x} ${y - 7}l7 7l-7 7l-7 -7z`,
    ...stroke,
    fill: missed(status) ? INK.line : INK.paper,
  });
}

const stretch = (x: number, from: number, to: number, long: boolean): Element =>
  element('path', {
    d: `M${x} ${from}V${to}`,
    stroke: INK.line,
    'stroke-width': 1.5,
    'stroke-dasharray': long ? '3 5' : undefined,
  });
