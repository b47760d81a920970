import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import { dayLike, LAST_YEAR, noSuchDay } from './dates.js';

/** What is wrong with a day: it lies beyond those that are read, the calendar does not have it, or it is none. */
export function dateFault(path: string, value: string): Diagnostic {
  const wrong = dayLike(value) ? noSuchDay(value) : undefined;
  if (!wrong) return diagnostic('input/invalid-date', path, { value, expected: 'YYYY-MM-DD' });
  return wrong === 'far'
    ? diagnostic('input/out-of-range', path, { value, expected: `year ≤ ${LAST_YEAR}` })
    : diagnostic('input/no-such-time', path, { value, expected: wrong.nearest });
}
