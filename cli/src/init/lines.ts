import { INIT } from '../messages/init.js';
import type { Lang } from '../messages.js';

// Lines of YAML that say nothing yet: a description is `# words`, a key to be filled in `#key:`. An entry of a list
// stands behind a `#` of its own, which is taken off the whole block at once.

export const described = (...words: readonly (string | undefined)[]): string[] =>
  words.filter((line) => line !== undefined && line !== '').map((line) => `# ${line}`);

/** A key with what is said of it. */
export const setting = (key: string, ...words: readonly (string | undefined)[]): string[] => [
  ...described(...words),
  `#${key}:`,
];

export const indented = (lines: readonly string[], by = '  '): string[] => lines.map((line) => `${by}${line}`);

/** A list of entries of some keys, of which the first is needed. */
export function entries(key: string, title: string, fields: readonly (readonly string[])[]): string[] {
  const [first = [], ...rest] = fields;
  const needed = (first.at(-1) ?? '').replace(/^#/, '- ');
  const inside = [...first.slice(0, -1), needed, ...indented(rest.flat())];
  return [...described(title), `#${key}:`, ...indented(inside, '#  ')];
}

/** Some options with what they are called. */
export const optionList = (options: readonly (readonly [string, { readonly [lang in Lang]: string }])[], lang: Lang) =>
  options.map(([id, label]) => `${id} ${label[lang]}`).join(INIT[lang].list);

/** Sections of a document, with an empty line between. */
export const sections = (parts: readonly (readonly string[])[]): string =>
  `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
