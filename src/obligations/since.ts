import type { Reason } from '../logic/reason.js';
import { MET, UNMET } from '../logic/truth.js';
import { startOfDay } from '../regulation/dates.js';
import type { Owed } from './performance.js';
import type { Interval, Periods } from './periods.js';
import type { UnitCase } from './unit-file.js';

/** By when something is due, at the earliest and at the latest, and why the two differ. */
export interface DueDays {
  readonly earliest: string;
  readonly latest: string;
  readonly unsure: () => Reason;
}

/**
 * By when a duty that is due again and again is due next: after it was done last, and not before its first period has
 * run out. Nothing, if it is never certain that the unit is under it.
 */
export function dueDays(
  owed: Owed,
  { periods, from }: { readonly periods: Periods } & Pick<Interval, 'from'>,
  last: string | undefined,
): DueDays | undefined {
  const since = sinceOf(owed);
  if (!since) return undefined;
  const dueFrom = (start: string): string => {
    const first = periods.first(latestOf([start, from ?? start]));
    return last === undefined ? first : latestOf([periods.next(last), first]);
  };
  const { file, duty, input } = owed;
  const start = startOfDay(since.earliest);
  const unsure = () => file.rules.law(start, start).bears(duty.id).reason(input);
  return { earliest: dueFrom(since.earliest), latest: dueFrom(since.latest), unsure };
}

/** The day before all others that are read. */
const FIRST_DAY = '0001-01-01';

/**
 * The first day on which the unit may have come under the duty, and the first on which it certainly had: not before the
 * law was in force for it, nor before the unit itself, or its system, was there.
 */
function sinceOf({ file, duty, system, input }: Owed) {
  const { rules } = file;
  const days = rules.epochs.map(({ from = FIRST_DAY }) => {
    const start = startOfDay(from);
    return [from, rules.law(start, start).bears(duty.id).truth(input)] as const;
  });
  const earliest = days.find(([, truth]) => truth !== UNMET)?.[0];
  const latest = days.find(([, truth]) => truth === MET)?.[0];
  if (earliest === undefined || latest === undefined) return undefined;
  const own = firstDays(file, system);
  return { earliest: latestOf([earliest, ...own]), latest: latestOf([latest, ...own]) };
}

/** The first days of the unit and of its system, where they are known. */
export const firstDays = ({ record, register }: UnitCase, system: string | undefined): string[] =>
  [
    record.from ?? register.unit(record.id ?? '')?.from,
    record.systems?.find((each) => each.id === system)?.from ?? register.system(system ?? '')?.from,
  ].filter((day) => day !== undefined);

/** The latest of some days. */
export const latestOf = (days: readonly string[]): string => days.reduce((a, b) => (a < b ? b : a));
