import { diagnostic, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { isLocalDate, localDate, localInstant, parseInstant, startOfDay } from '../regulation/dates.js';

/** The time of judgement: an instant and its day in Asia/Shanghai. A day means its end. Without one, now. */
export interface AsOf {
  readonly ms: number;
  readonly day: string;
  /** The instant as people write it. */
  readonly text: string;
}

// Many cases are judged as of one time: the last one read is kept.
let last: { readonly given: string; readonly read: AsOf } | undefined;

export function readAsOf(asOf: string | undefined): AsOf {
  if (asOf === undefined) return at(Date.now());
  if (last?.given !== asOf) last = { given: asOf, read: read(asOf) };
  return last.read;
}

function read(asOf: string): AsOf {
  if (isLocalDate(asOf)) return at(startOfDay(asOf) + 86_400_000 - 1);
  if (/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new ZerenzhiError([diagnostic('input/invalid-date', 'asOf', { value: asOf, expected: 'YYYY-MM-DD' })]);
  const ms = parseInstant(asOf);
  if (typeof ms === 'string') {
    const code = ms === 'naive' ? 'input/naive-timestamp' : 'input/invalid-instant';
    throw new ZerenzhiError([
      diagnostic(code, 'asOf', { value: asOf, expected: '2025-03-01 / 2025-03-01T09:30:00+08:00' }),
    ]);
  }
  return at(ms);
}

const at = (ms: number): AsOf => ({ ms, day: localDate(ms), text: localInstant(ms) });
