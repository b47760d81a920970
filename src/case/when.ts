import { endedOf, type Spans } from '../model/fact-values.js';
import type { Days, Period } from '../model/period.js';
import type { Interval } from '../model/time.js';
import type { Ruleset } from '../policy/create-policy.js';
import { localDate } from '../regulation/dates.js';

/** The days of a time, as closely as they are known. */
export const daysOf = (spans: Spans, time: number): Days =>
  daysBetween({ from: spans.from[time] as number, until: spans.until[time] as number });

const daysBetween = ({ from, until }: Interval): Days => ({
  from: Number.isFinite(from) ? localDate(from) : undefined,
  until: localDate(until),
});

/** The days on which an incident may have been; of one that lasted, also those on which it certainly went on. */
export const periodOf = ({ occurredAt }: Pick<Ruleset, 'occurredAt'>, spans: Spans): Period =>
  periodIn({
    from: spans.from[occurredAt] as number,
    until: spans.until[occurredAt] as number,
    ended: endedOf(spans, occurredAt),
  });

/** The days of something that began somewhere within an interval and, if it lasted, ended somewhere within another. */
export function periodIn({ ended, ...began }: Interval & { readonly ended?: Interval | undefined }): Period {
  const first = daysBetween(began);
  if (!ended) return first;
  // What may have ended at any time certainly went on on no day.
  const certain = Number.isFinite(ended.from) ? { from: first.until, until: localDate(ended.from) } : undefined;
  const lasted = certain && certain.from <= certain.until ? { certain } : {};
  return { from: first.from, until: localDate(ended.until), lasted };
}
