/** Signs of Chinese typing that stand where a sign of YAML belongs. */
const SIGNS: { readonly [sign: string]: string } = {
  '：': ': ',
  '，': ', ',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '－': '- ',
  '＃': '#',
  '\u3000': ' ',
};

/** Nobody types a longer line. */
const LONGEST = 500;

/** A sign in a line, counted from 0, and what would be right. */
export interface FullWidth {
  readonly line: number;
  readonly column: number;
  readonly sign: string;
  readonly right: string;
}

/**
 * The full-width sign that most likely keeps a line from being read: in the line where reading stopped, or a colon in
 * one of the two before it. Within quotes, and after other words, such a sign is text and stands as it should.
 */
export function fullWidthIn(lines: readonly string[], stopped: number): FullWidth | undefined {
  for (const line of [stopped, stopped - 1, stopped - 2]) {
    const text = lines[line] ?? '';
    const column = text.length > LONGEST ? -1 : columnIn(text, line === stopped);
    const sign = text[column];
    if (sign !== undefined) return { line, column, sign, right: SIGNS[sign] as string };
  }
  return undefined;
}

/** Where such a sign stands in a line: after a key, at the beginning of a value, or between values in brackets. */
function columnIn(text: string, stoppedHere: boolean): number {
  const plain = text
    .replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length))
    .replace(/#.*$/, '');
  const colon = /^((?:.*[{,，[｛［] *|\s*(?:- +)?)[A-Za-z][\w.-]*\s*)(：)/.exec(plain);
  const found = stoppedHere
    ? (/^(\s*(?:- +)?)([－＃\u3000])/.exec(plain) ??
      colon ??
      /^((?:.*(?:[{,[] *|: +)|\s*- +))([｛［【“‘])/.exec(plain) ??
      // Between two parts of a mapping in braces; elsewhere it is a comma of the text.
      /^(.*[{[｛［].*?)(，)(?=\s*(?:[{[]|[A-Za-z][\w.-]*\s*[:：]))/.exec(plain) ??
      /^(.*[{[｛［【].*?)([｝］】])(?=\s*(?:[,}\]]|$))/.exec(plain))
    : colon;
  return found ? (found[1] as string).length : -1;
}
