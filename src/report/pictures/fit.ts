import stringWidth from 'string-width';

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

// What may not be parted: a word of Latin script or a number; an opening sign from what follows; a closing one from
// what is before.
const UNBREAKABLE = /\s+|[“‘（《「【]*(?:[\p{Script=Latin}\p{Nd}!-~]+|[^\s])[，。、；：！？）》」】”’…]*/gu;

/** A text in lines that are at most so wide; a word that is wider alone is broken where the line ends. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(UNBREAKABLE)) {
    if (ems(line + piece.trimEnd()) <= width) line += piece;
    else {
      if (line.trim() !== '') lines.push(line.trim());
      line = '';
      for (const character of piece.trimStart()) {
        if (ems(line + character) > width && line !== '') {
          lines.push(line);
          line = '';
        }
        line += character;
      }
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}
