import type { Diagnostic } from 'zerenzhi';
import type { Source } from 'zerenzhi/authoring';

/** A document, or the faults that keep it from being one. */
export type Document = (Source | { readonly file: string; readonly faults: readonly Diagnostic[] }) & {
  /** It is of a file that was read as GB 18030, which nothing in that says; said of the first of its documents. */
  readonly guessed?: true;
};
