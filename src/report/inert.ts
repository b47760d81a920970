// Words from outside stand in documents that people open and terminals they read. Whatever is in them, they are words there.

// Control characters, line and paragraph separators, what turns the direction of writing or is not seen, halves of characters, and code
// points that no document may hold.
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

/** A text as it can be seen: each thing in it that is no character to read becomes a space. */
export const visible = (text: string): string => text.replaceAll(UNSEEN, ' ').replaceAll(/\p{Cs}/gu, '\ufffd');

const NAMED: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** In HTML, XML and SVG, between tags or in a quoted attribute: no markup. */
export const escapeHtml = (text: string): string => visible(text).replaceAll(/[&<>"']/g, (character) => NAMED[character] as string);

/** In Markdown: what would be markup there, or in HTML, stands for itself. */
export const escapeMarkdown = (text: string): string =>
  visible(text)
    .replaceAll(/[\\`*_{}[\]#|~!]/g, (character) => `\\${character}`)
    .replaceAll(/[&<>]/g, (character) => NAMED[character] as string)
    // What at the start of a line would be a list or a rule.
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');

/**
 * In a cell of a table that a spreadsheet opens: no formula at its beginning once the writer of the table has escaped it, nor where a
 * spreadsheet of another region, for which `;` parts the cells, would begin one.
 */
export const visibleCell = (text: string): string =>
  visible(text)
    .trim()
    .replaceAll(/(;\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1'");
