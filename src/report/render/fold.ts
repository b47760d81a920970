import type { Truth } from '../../logic/truth.js';
import { wrapAt } from '../wrap.js';

// Lines of painted words, folded to the columns of a screen.

/** Words that are painted in one way. */
export interface Painted {
  readonly text: string;
  readonly as?: Truth | 'heading' | 'dim';
}

/** Columns that a cell is not folded below. */
const NARROWEST = 12;

export const plainText = (line: readonly Painted[]): string => line.map(({ text }) => text).join('');

/** A line in parts that are at most so wide; those after the first leave some room before them. */
export function fold(
  line: readonly Painted[],
  width: number,
  measure: (text: string) => number,
  room = 0,
): Painted[][] {
  const text = plainText(line);
  if (measure(text) <= width) return [[...line]];
  const [first = [0, 0]] = wrapAt(text, width, measure);
  const from = text.length - text.slice(first[1]).trimStart().length;
  const rest = wrapAt(text.slice(from), width - room, measure);
  const spans = [first, ...rest.map(([start, end]) => [from + start, from + end] as const)];
  return spans.map(([start, end]) => cut(line, start, end));
}

/** The part of a line from one place to another. */
function cut(line: readonly Painted[], start: number, end: number): Painted[] {
  let at = 0;
  return line.flatMap((part) => {
    const [from, until] = [Math.max(start - at, 0), end - at];
    at += part.text.length;
    const text = part.text.slice(from, Math.max(until, 0));
    return text === '' ? [] : [{ ...part, text }];
  });
}

/** Widths of columns that together have so much room: the widest are narrowed first. */
export function fitted(natural: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over--) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    widths[widths.lastIndexOf(widest)] = widest - 1;
  }
  return widths;
}
