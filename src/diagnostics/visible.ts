// Words from outside stand in documents that people open and terminals they read. Whatever is in them, they are words
// there.

// Control characters, line and paragraph separators, what turns the direction of writing or is not seen (the selectors
// of a variant of a character are its own), marks of annotations, and code points that no document may hold.
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\ufff9-\ufffb\ufffe\uffff]|(?!\p{VS})\p{DI}/gu;

/**
 * A text as it can be seen: each thing in it that is no character to read becomes a space; half a character is shown as
 * missing.
 */
export const visible = (text: string): string => text.replaceAll(UNSEEN, ' ').replaceAll(/\p{Cs}/gu, '\ufffd');
