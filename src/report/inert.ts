import { reading } from '../diagnostics/reading.js';
import { visible as seen } from '../diagnostics/visible.js';

/**
 * A text as it can be seen: each thing in it that is no character to read becomes a space; half a character is shown as
 * missing.
 */
export const visible = (text: string): string => reading(() => seen(text));

// Words from outside are words in every format: here is what would make them more.

const NAMED: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** In HTML, XML and SVG, between tags or in a quoted attribute: no markup. */
export const escapeHtml = (text: string): string =>
  reading(() => visible(text).replaceAll(/[&<>"']/g, (character) => NAMED[character] as string));

/** In Markdown: what would be markup there, or in HTML, stands for itself. */
export const escapeMarkdown = (text: string): string => reading(() => inMarkdown(visible(text)));

const inMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*_{}[\]#|~!$]/g, (character) => `\\${character}`)
    .replaceAll(/[&<>]/g, (character) => NAMED[character] as string)
    // GitHub makes links of bare addresses: those of mail even where they are escaped, so that a comment parts them.
    .replaceAll(/:(?=\/\/)|(?<=www)\./gi, (character) => `\\${character}`)
    .replaceAll(/(?<=\S)@(?=\S)/g, '<!-- -->@')
    // What at the start of a line would be a list or a rule.
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');

/**
 * In a cell of a table that a spreadsheet opens: no formula at its beginning once the writer of the table has escaped
 * it, nor where a spreadsheet of another region, for which `;` parts the cells, would begin one.
 */
export const visibleCell = (text: string): string =>
  visible(text)
    .trim()
    .replaceAll(/(;\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1'");
