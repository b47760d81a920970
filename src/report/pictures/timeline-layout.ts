import { PICTURES } from '../../messages/pictures.js';
import type { Lang } from '../../messages/report.js';
import { HOUR_MS } from '../../regulation/dates.js';
import { box } from './boxes.js';
import { type Element, element } from './svg.js';
import type { Moment, Timeline } from './timeline.js';
import { type Drawing, INK, type Paragraph, SIZE, typeset } from './typeset.js';

const TIMES = 13 * SIZE;
const AXIS = TIMES + 24;
const WORDS = AXIS + 24;
const WIDTH = 28 * SIZE;
/** An hour in pixels, and between which bounds the distance of two moments is kept beyond the room that their words need. */
const HOUR = 4;
const GAP = { least: 24, most: 100 };

/** Moments along an axis from above, then those without a time. */
export function timelineDrawing({ dated, undated }: Timeline, lang: Lang): { readonly drawing: Drawing; readonly shortened: boolean } {
  let y = 0;
  let shortened = false;
  const rows = dated.map((moment, i) => {
    const drawing = momentBox(moment);
    const wanted = ((moment.since?.ms ?? 0) / HOUR_MS) * HOUR;
    const long = wanted > GAP.most;
    shortened ||= long;
    const gap = i === 0 ? 0 : Math.min(Math.max(wanted, GAP.least), GAP.most);
    const row = { moment, drawing, y: y + gap, long, from: y };
    y += gap + drawing.height;
    return row;
  });
  const heading = typeset(undated.length > 0 ? [{ text: PICTURES[lang].undated, style: 'strong' }] : [], WIDTH);
  y += undated.length > 0 ? GAP.least : 0;
  const [headingAt, others] = [y, undated.map(momentBox)];
  const width = WORDS + WIDTH;
  y += heading.height;
  const below = others.map((drawing) => {
    const row = { drawing, y };
    y += drawing.height + 12;
    return row;
  });
  const drawing: Drawing = {
    width,
    height: y,
    at: (left, top) => [
      ...rows.flatMap((row, i) => (i === 0 ? [] : stretch(left + AXIS, top + (rows[i - 1] as typeof row).y + MARKER_AT, top + row.y + MARKER_AT, row.long))),
      ...rows.flatMap(({ moment, drawing, from, y }) => [
        ...(moment.since ? elapsedText(moment.since.text, left, top + (from + y) / 2) : []),
        ...typeset([{ text: moment.time, style: 'strong', end: true }], TIMES).at(left, top + y + 6),
        marker(moment, left + AXIS, top + y + MARKER_AT),
        ...drawing.at(left + WORDS, top + y),
      ]),
      ...heading.at(left + WORDS, top + headingAt),
      ...below.flatMap(({ drawing, y }) => drawing.at(left + WORDS, top + y)),
    ],
  };
  return { drawing, shortened };
}

const MARKER_AT = 6 + SIZE * 0.75;

function momentBox({ label, lines, place, status }: Moment): Drawing {
  const words: Paragraph[] = [{ text: label, style: 'strong' }, ...lines.map((text) => ({ text }))];
  if (place !== undefined) words.push({ text: place, style: 'small' });
  const bar = status === undefined ? undefined : FAILED.includes(status) ? 'met' : status === 'undetermined' ? 'undetermined' : 'unmet';
  return box(words, WIDTH, { bar });
}
/** Where the duty was not done as it should have been. */
const FAILED: readonly (string | undefined)[] = ['late', 'overdue', 'breached'];

/** A disc for what happened, a diamond for what was due (full where it was missed), a bar for the time of judgement. */
function marker({ kind, status }: Moment, x: number, y: number): Element {
  const stroke = { stroke: INK.line, 'stroke-width': 1.5 };
  if (kind === 'event') return element('circle', { cx: x, cy: y, r: 5, fill: INK.line });
  if (kind === 'judged') return element('path', { d: `M${x - 9} ${y}h18`, ...stroke, 'stroke-width': 3 });
  return element('path', { d: `M${x} ${y - 7}l7 7l-7 7l-7 -7z`, ...stroke, fill: FAILED.includes(status) ? INK.line : INK.paper });
}

const stretch = (x: number, from: number, to: number, long: boolean): Element[] => [
  element('path', { d: `M${x} ${from}V${to}`, stroke: INK.line, 'stroke-width': 1.5, 'stroke-dasharray': long ? '3 5' : undefined }),
];

const elapsedText = (text: string, x: number, y: number): Element[] => typeset([{ text, style: 'small', end: true }], TIMES).at(x, y - 9);
