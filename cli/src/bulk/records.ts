import type { Diagnostic } from 'zerenzhi';

/**
 * One record of a large input: its place, its text as it stood, and its incident unless the text is JSON of it, or what
 * kept it from being one.
 */
export interface SourceRecord {
  readonly line?: number;
  readonly text: string;
  readonly incident?: object;
  readonly faults?: readonly Diagnostic[];
}
export interface RecordSource {
  /** How much there is, in the unit that `done` counts. */
  readonly total: number;
  /** It was read as GB 18030, which nothing in it says. */
  readonly guessed?: true;
  done(): number;
  /** Records and faulty ones, in the order of the input; they can be read once. */
  records(): AsyncIterable<SourceRecord>;
}
