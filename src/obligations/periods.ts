import type { Reason } from '../logic/reason.js';
import type { Valuation } from '../logic/rule.js';
import { MET, OPEN } from '../logic/truth.js';
import type { Law } from '../policy/law.js';
import { addToDate, fixedDayFrom, parseDuration } from '../regulation/dates.js';

/** When something is due that is done again and again; a day is missed once it has passed. */
export interface Periods {
  /** By when it is due first, for one who comes under it on a day. */
  first(day: string): string;
  /** By when it is due again, after it was done on a day. */
  next(done: string): string;
}

/** How often a duty is due; without periods, the reason says what leaves it open. */
export interface Interval {
  readonly periods?: Periods;
  /** The first day on which the interval holds, where it has one. */
  readonly from?: string | undefined;
  readonly reason: () => Reason;
}

/** The interval that a term has for this case in the law of one time. */
export function intervalIn({ epochs, rule }: Law, term: string, input: Valuation): Interval {
  const value = epochs[0]?.value(term);
  const open = () => termReason(term);
  const { from } = value ?? {};
  const fixed = value?.on ? onDays(value.on) : every(value?.every);
  if (fixed) return { periods: fixed, from, reason: open };
  for (const { when, every: text } of value?.cases ?? []) {
    const truth = rule(when).truth(input);
    const periods = every(text);
    const reason = () => rule(when).reason(input);
    if (truth === MET && periods) return { periods, from, reason };
    if (truth === OPEN) return { reason };
  }
  return { reason: open };
}

function every(text: string | undefined): Periods | undefined {
  const duration = text === undefined ? undefined : parseDuration(text);
  return duration && { first: (day) => addToDate(day, duration), next: (done) => addToDate(done, duration) };
}

/** On fixed days of every year: what is done by one of them is due again by the one after it. */
const onDays = (days: readonly string[]): Periods => ({
  first: (day) => fixedDayFrom(days, day),
  next: (done) => fixedDayFrom(days, addToDate(fixedDayFrom(days, done), { days: 1 })),
});

/** A term without a measure: open, or as a person found it. */
export const termReason = (term: string, found?: boolean): Reason =>
  found === undefined
    ? { kind: 'term', truth: 'undetermined', term, by: 'none' }
    : { kind: 'term', truth: found ? 'met' : 'unmet', term, by: 'finding' };
