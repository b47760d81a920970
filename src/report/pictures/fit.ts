import stringWidth from 'string-width';
import { wrapAt } from '../wrap.js';

// No font is at hand when a picture is made: widths are taken on the broad side, so that any common font fits.

const NARROW = 0.62;
/** Letters and signs of Latin script that take about as much room as a Chinese character. */
const BROAD = /[A-Zmw%@&]/;

/** The width of a text in its own font size, at most. */
const ems = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0);

function widthOf(character: string): number {
  const columns = stringWidth(character, { ambiguousIsNarrow: false });
  return columns === 1 ? (BROAD.test(character) ? 1 : NARROW) : columns / 2;
}

/** A text in lines that are at most so wide. */
export const wrap = (text: string, width: number): string[] =>
  wrapAt(text, width, ems).map(([start, end]) => text.slice(start, end));
