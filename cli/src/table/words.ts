import { TABLE } from '../messages/table.js';

const PLAIN = /^[\x21-\x40\x5b-\x7e]*$/;

/** A word as it is compared: however it is spaced, however wide its characters are, in capitals or not. */
export const wordOf = (text: string): string =>
  PLAIN.test(text) ? text : text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

const both = (name: 'yes' | 'no' | 'unknown' | 'ongoing', ...more: string[]): ReadonlySet<string> =>
  new Set([TABLE.zh[name], TABLE.en[name], ...more]);
const YES = both('yes', 'true');
const NO = both('no', 'false');
const UNKNOWN = both('unknown');
const ONGOING = both('ongoing');

/** Yes, no, or not known: `undefined` for any other word. */
export const answerOf = (word: string): boolean | null | undefined =>
  YES.has(word) ? true : NO.has(word) ? false : isUnknown(word) ? null : undefined;
export const isUnknown = (word: string): boolean => UNKNOWN.has(word);
export const isOngoing = (word: string): boolean => ONGOING.has(word);
