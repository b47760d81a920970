import { diagnostic, faultsOf, ZerenzhiError } from '../diagnostics/diagnostics.js';
import type { Lang } from '../language.js';
import { TIMES } from '../messages/times.js';
import { parseInstant } from '../regulation/dates.js';

/**
 * An instant of Asia/Shanghai, or a day, as tables and pictures have it: no offset, and no seconds where there are
 * none. In a language it is told as sentences have it.
 */
export const whenText = (instant: string, lang?: Lang): string => {
  const text = instant.slice(0, 19).replace('T', ' ').replace(/:00$/, '');
  return lang ? TIMES[lang].date(text) : text;
};

/** A time of judgement: the end of a day is that day. */
export const asOfText = (instant: string, lang?: Lang): string =>
  // Nobody writes down the second of a judgement.
  whenText(instant.slice(11, 19) === '23:59:59' ? instant.slice(0, 10) : `${instant.slice(0, 16)}:00`, lang);

/** An instant of a result in milliseconds. */
export function msOf(instant: string): number {
  const ms = parseInstant(instant);
  if (ms !== undefined) return ms;
  const expected = '2025-03-01T09:30:00+08:00';
  throw new ZerenzhiError(faultsOf('result', [diagnostic('input/invalid-time', '', { value: instant, expected })]));
}
