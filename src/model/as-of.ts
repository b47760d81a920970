import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import { localDate, localInstant } from '../regulation/dates.js';
import { parseTime } from './time.js';

/**
 * The time of judgement: an instant and its day in the regulation's zone. A day means its end, and so does a month or a
 * year. Without one, now.
 */
export interface AsOf {
  readonly ms: number;
  readonly day: string;
  /** The instant as people write it. */
  readonly text: string;
}

// Many cases are judged as of one time: the last one read is kept.
let last: { readonly given: string; readonly read: AsOf | { readonly fault: Diagnostic } } | undefined;

/** A time of judgement as it was given, or what is wrong with it. */
export function readAsOf(given: unknown): AsOf | { readonly fault: Diagnostic } {
  if (given === undefined) return now();
  if (typeof given !== 'string')
    return { fault: diagnostic('input/invalid-type', 'asOf', { value: given, expected: EXAMPLE }) };
  if (last?.given !== given) last = { given, read: read(given) };
  return last.read;
}

const EXAMPLE = '2025-03-01 / 2025-03-01T09:30:00+08:00';

function read(given: string): AsOf | { readonly fault: Diagnostic } {
  const time = parseTime(given);
  if ('from' in time) return at(time.until);
  return { fault: diagnostic(time.code, 'asOf', { value: given, expected: time.expected }) };
}

const at = (ms: number): AsOf => Object.freeze({ ms, day: localDate(ms), text: localInstant(ms) });

export const now = (): AsOf => at(Date.now());
