import type { Lang } from '../language.js';
import type { Truth } from '../logic/truth.js';

// What reports say, before it has a format: made once, then rendered as text, Markdown, HTML or a document.

/** Words of one kind. */
export interface Run {
  readonly text: string;
  /** Told with its sign, so that it is read without colour. */
  readonly truth?: Truth | undefined;
  /** The truth is that of these very words of a text: where they begin and end is shown. */
  readonly lit?: true;
  /** Nobody has said otherwise. */
  readonly presumed?: true | undefined;
  readonly style?: 'strong' | 'dim';
  /** The words were taken out of a text, or came in. */
  readonly change?: 'out' | 'in';
  /** The language of the words, where it is not the page's. */
  readonly lang?: Lang;
}
export type Line = readonly (string | Run)[];
export interface Item {
  readonly line: Line;
  readonly items?: readonly Item[];
}
export type Block =
  /** What begins an annex begins a sheet of paper. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly line: Line; readonly annex?: true }
  /** Whom a letter is to stands at the left edge, who wrote it and when at the right. */
  | { readonly kind: 'paragraph'; readonly line: Line; readonly as?: 'addressee' | 'closing' }
  | { readonly kind: 'list'; readonly ordered?: true; readonly items: readonly Item[] }
  /** Without a head where the columns speak for themselves. */
  | { readonly kind: 'table'; readonly head?: readonly string[]; readonly rows: readonly (readonly Line[])[] };
/** A page for people: `renderText`, `renderMarkdown` and `renderHtml` give it a format. */
export interface Page {
  readonly lang: Lang;
  readonly blocks: readonly Block[];
}

export const runOf = (part: string | Run): Run => (typeof part === 'string' ? { text: part } : part);

export const heading = (level: 1 | 2 | 3, ...line: Line): Block => ({ kind: 'heading', level, line });
export const paragraph = (...line: Line): Block => ({ kind: 'paragraph', line });
export const addressee = (text: string): Block => ({ kind: 'paragraph', line: [text], as: 'addressee' });
export const closing = (text: string): Block => ({ kind: 'paragraph', line: [text], as: 'closing' });
/** The beginning of an annex. */
export const annex = (title: string): Block => ({ kind: 'heading', level: 2, line: [title], annex: true });
/** A list, or nothing where there is nothing to list. */
export const list = (items: readonly Item[], ordered?: 'ordered'): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items, ...(ordered && { ordered: true }) }];
export const table = (rows: readonly (readonly Line[])[], head?: readonly string[]): Block[] =>
  rows.length === 0 ? [] : [{ kind: 'table', rows, ...(head && { head }) }];
/** A part under its heading, or nothing where there is nothing in it. */
export const section = (title: string, blocks: readonly Block[], level: 1 | 2 | 3 = 2): Block[] =>
  blocks.length === 0 ? [] : [heading(level, title), ...blocks];
