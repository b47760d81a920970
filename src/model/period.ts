import { MET, OPEN, UNMET, type Value } from '../logic/truth.js';
import { type Dated, dayAfter, holdsOn } from '../regulation/dates.js';

/** Days of something, both included; without a first one, nobody knows since when. */
export interface Days {
  readonly from?: string | undefined;
  readonly until: string;
}

/** The days that are asked about: somewhere within them it was, or throughout some of them. */
export interface Period extends Days {
  /** Of what lasted: the days on which it certainly went on, if there are any. */
  readonly lasted?: { readonly certain?: Days };
}

export const oneDay = (day: string): Period => ({ from: day, until: day });

/** The day before all others that are read. */
const FIRST_DAY = '0001-01-01';

/** The first of some days, and each of them on which something dated begins or has ended. */
export function turningDays(dated: readonly Dated[], { from = FIRST_DAY, until }: Days): string[] {
  const turns = dated.flatMap((each) => [
    each.from ?? from,
    ...(each.until === undefined ? [] : [dayAfter(each.until)]),
  ]);
  return [from, ...[...new Set(turns)].filter((day) => day > from && day <= until).sort()];
}

/**
 * Whether one of several dated things held when something was: of a moment somewhere within the period, if on each of
 * its days; of what lasted, if on any day on which that went on.
 */
export function heldDuring(dated: readonly Dated[], period: Period): Value {
  if (dated.length === 0) return UNMET;
  if (dated.some(({ from, until }) => from === undefined && until === undefined)) return MET;
  const on = (days: Days) => turningDays(dated, days).map((day) => dated.some((each) => holdsOn(each, day)));
  const all = on(period);
  if (all.every(Boolean)) return MET;
  if (!all.some(Boolean)) return UNMET;
  return period.lasted?.certain && on(period.lasted.certain).some(Boolean) ? MET : OPEN;
}
