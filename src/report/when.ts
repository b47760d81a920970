import { diagnostic, faultsOf, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { parseInstant } from '../regulation/dates.js';

/**
 * An instant of Asia/Shanghai as people read it: no offset, and no seconds where there are none. A day stays as it is.
 */
export const whenText = (instant: string): string => instant.slice(0, 19).replace('T', ' ').replace(/:00$/, '');

/** A time of judgement: the end of a day is that day. */
export const asOfText = (instant: string): string =>
  instant.slice(11, 19) === '23:59:59' ? instant.slice(0, 10) : whenText(instant);

/** An instant of a result in milliseconds. */
export function msOf(instant: string): number {
  const ms = parseInstant(instant);
  if (ms !== undefined) return ms;
  const expected = '2025-03-01T09:30:00+08:00';
  throw new ZerenzhiError(faultsOf('result', [diagnostic('input/invalid-time', '', { value: instant, expected })]));
}
