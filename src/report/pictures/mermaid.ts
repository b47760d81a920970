import type { Truth } from '../../logic/truth.js';
import { visible } from '../inert.js';

// Even in a quoted label Mermaid reads directives, entities, styles, markdown and HTML. So only letters, digits and a
// few signs stand as they are; the marks of dates, times and names only where they can be nothing else. All others are
// written as their numbers.
const PLAIN = [
  // Mermaid's own way of carrying such numbers along is by these three letters.
  '(?![ﬂ¶ß])[\\p{L}\\p{M}\\p{N} ,(●○◐（）“”，。、；：·　]',
  // A number with a bracket or a full stop begins a list at the start of a line.
  '(?<!^\\d+)\\)',
  '(?<=[\\p{L}\\p{N}])-(?=[\\p{L}\\p{N}])',
  '(?<=\\d)[.:](?=\\d)',
  '(?<=\\p{L})\\.(?= )',
].join('|');
// Words before a colon that Mermaid takes for the start of a style, wherever they stand.
const TOKEN = new RegExp(`s(?=tyle)|c(?=lassDef)|(${PLAIN})|[^]`, 'gu');

/**
 * Lines of words as the quoted label of a node or an edge: nothing in them is read as anything but words. None at all
 * is a blank, as Mermaid wants one.
 */
export const label = (lines: readonly string[]): string => `"${lines.map(inert).join('<br/>') || '#160;'}"`;

const inert = (line: string): string =>
  visible(line)
    .replaceAll(/ +/g, ' ')
    .trim()
    .replaceAll(TOKEN, (character, plain?: string) => plain ?? `#${character.codePointAt(0)};`);

/** How an arrow is drawn where a consequence reaches along it, may reach, or does not. */
export const ARROW: Record<Truth, string> = { met: '==>', undetermined: '-.->', unmet: '--x' };

/** A whole flowchart: its title and what is to be noted stand beside it, as words without a box. */
export function flowchart(
  direction: 'BT' | 'TB',
  { title, notes }: { title: string; notes: readonly string[] },
  lines: readonly string[],
): string {
  const all = [`note[${label([title, ...notes])}]:::note`, ...lines, 'classDef note fill:none,stroke:none'];
  return `flowchart ${direction}\n${all.map((line) => `  ${line}\n`).join('')}`;
}
