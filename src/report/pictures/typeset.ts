import { visible } from '../inert.js';
import { wrap } from './fit.js';
import { type Element, element } from './svg.js';

/** Something drawn, to be put with its upper left corner at a point. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): Element[];
}

/** A paragraph of a picture. */
export interface Paragraph {
  readonly text: string;
  readonly style?: keyof typeof SIZES;
  /** Set to the right. */
  readonly end?: true;
}

/** The size of plain words in pixels; every measure of a picture follows from it. */
export const SIZE = 14;
const SIZES = { title: 18, strong: SIZE, plain: SIZE, small: 12 };
const LEADING = 1.5;
/** Dark enough for print in grey; the paper is white, on a dark screen too. */
export const INK = { text: '#1a1a1a', dim: '#555', line: '#333', faint: '#aaa', paper: '#fff', shade: '#f5f5f3' };

/** Paragraphs set in lines of at most a width in pixels. */
export function typeset(paragraphs: readonly Paragraph[], width: number): Drawing {
  const lines = paragraphs.flatMap(({ text, style = 'plain', end }) =>
    wrap(visible(text), width / SIZES[style]).map((words) => ({ words, style, end, size: SIZES[style] })),
  );
  return {
    width,
    height: lines.reduce((sum, { size }) => sum + size * LEADING, 0),
    at(x, y) {
      let top = y;
      return lines.map(({ words, style, end, size }) => {
        // Chinese characters reach an eighth of their size below the baseline.
        const baseline = top + (size * LEADING) / 2 + size * 0.375;
        top += size * LEADING;
        const place = { x: end ? x + width : x, y: baseline, 'text-anchor': end ? 'end' : undefined };
        const bold = style === 'title' || style === 'strong' ? 'bold' : undefined;
        return element(
          'text',
          { ...place, 'font-size': size, 'font-weight': bold, fill: style === 'small' ? INK.dim : INK.text },
          words,
        );
      });
    },
  };
}
