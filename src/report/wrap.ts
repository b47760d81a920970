// What may not be parted: a word of Latin script, a number with its unit, a date; an opening sign from what follows; a
// closing one from what is before.
const UNBREAKABLE =
  /\s+|[“‘（《「【[]*(?:(?:[\p{Script=Latin}\p{Nd}!-Z\\^-~]+[年月日时分秒人项元条]?)+|[^\s])[，。、；：！？）》」】”’…\]]*/gu;

/**
 * Where the lines of a text begin and end, each at most so wide by a measure; a word that is wider alone is broken where
 * the line ends.
 */
export function wrapAt(
  text: string,
  width: number,
  measure: (text: string) => number,
): (readonly [start: number, end: number])[] {
  const lines: [number, number][] = [];
  let start = 0;
  let end = 0;
  const close = () => {
    if (text.slice(start, end).trim() !== '') lines.push([start, start + text.slice(start, end).trimEnd().length]);
  };
  for (const { 0: piece, index } of text.matchAll(UNBREAKABLE)) {
    const next = index + piece.length;
    if (measure(text.slice(start, next).trimEnd()) <= width) {
      end = next;
      continue;
    }
    close();
    [start, end] = [index + piece.length - piece.trimStart().length, index];
    for (const character of piece.trimStart()) {
      const from = Math.max(start, end);
      if (from > start && measure(text.slice(start, from + character.length)) > width) {
        lines.push([start, from]);
        start = from;
      }
      end = from + character.length;
    }
    end = next;
  }
  close();
  return lines;
}
