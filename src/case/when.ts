import { endedOf, type Spans } from '../model/fact-values.js';
import type { Days, Period } from '../model/period.js';
import type { Ruleset } from '../policy/create-policy.js';
import { localDate } from '../regulation/dates.js';

/** The days of a time, as closely as they are known. */
export function daysOf(spans: Spans, time: number): Days {
  const [from, until] = [spans.from[time] as number, spans.until[time] as number];
  return { from: Number.isFinite(from) ? localDate(from) : undefined, until: localDate(until) };
}

/** The days on which an incident may have been; of one that lasted, also those on which it certainly went on. */
export function periodOf({ occurredAt }: Pick<Ruleset, 'occurredAt'>, spans: Spans): Period {
  const began = daysOf(spans, occurredAt);
  const ended = endedOf(spans, occurredAt);
  if (!ended) return began;
  // What may have ended at any time certainly went on on no day.
  const certain = Number.isFinite(ended.from) ? { from: began.until, until: localDate(ended.from) } : undefined;
  const lasted = certain && certain.from <= certain.until ? { certain } : {};
  return { from: began.from, until: localDate(ended.until), lasted };
}
