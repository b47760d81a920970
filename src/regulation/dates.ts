// From the files that are needed: the whole of these libraries takes a tenth of a second to load.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import type { Duration } from 'date-fns';
import { add } from 'date-fns/add';

// Law lives in days of Asia/Shanghai, which has had one offset, without daylight saving, for all the time this law has
// existed.
const OFFSET_MS = 8 * 3_600_000;
export const HOUR_MS = 3_600_000;
/** As it is written behind a clock time. */
export const localOffset = '+08:00';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** The last year that is read: whatever is worked out of it, thousand years on at most, still has four digits. */
export const LAST_YEAR = 8999;

/** What is wrong with what should be a time or a day: the calendar does not have it, or it lies too far off. */
export type NoSuch = { readonly nearest: string } | 'far';

/** Milliseconds of an ISO 8601 instant with an offset, as computers write it; nothing for any other text. */
export function parseInstant(text: string): number | undefined {
  if (!INSTANT.test(text) || noSuchDay(text)) return undefined;
  const ms = Date.parse(text);
  // An offset may carry an instant over the edge of the days that are read.
  return isNear(ms) ? ms : undefined;
}

/** Whether a text has the form of a day, whether or not that day exists. */
export const dayLike = (text: string): boolean => DAY.test(text);

/** Whether a `YYYY-MM-DD` names a day that exists. */
export const isLocalDate = (text: string): boolean => dayLike(text) && noSuchDay(text) === undefined;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const FIRST = Date.parse('0001-01-01T00:00:00+08:00');
/** The last moment that is read. */
export const LAST_MOMENT = Date.parse(`${LAST_YEAR}-12-31T23:59:59.999+08:00`);

/**
 * What is wrong with the day that a text begins with, if anything: left alone, `Date` would turn 30 February into a day
 * of March. No calendar has a year nought.
 */
export function noSuchDay(text: string): NoSuch | undefined {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  if (year > LAST_YEAR) return 'far';
  const last = daysIn(year, month);
  if (year > 0 && day > 0 && day <= last) return undefined;
  return { nearest: nearestDay(year, month, day) };
}

/** How many days a month has; none, if there is no such month. */
export function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** The day that exists nearest to one that does not, counted within its year, then within its month. */
function nearestDay(year: number, month: number, day: number): string {
  const [y, m] = [Math.max(1, year), Math.min(Math.max(1, month), 12)];
  return dateText(y, m, Math.min(Math.max(1, day), daysIn(y, m)));
}

/** A day as `YYYY-MM-DD`. */
export const dateText = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;

export const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** Whether an instant lies within the years that are read. */
export const isNear = (ms: number): boolean => ms >= FIRST && ms <= LAST_MOMENT;

/** The instant a day begins in Asia/Shanghai. */
export const startOfDay = (date: string): number => Date.parse(`${date}T00:00:00Z`) - OFFSET_MS;

/** The last millisecond of a day in Asia/Shanghai. */
export const endOfDay = (date: string): number => startOfDay(date) + 24 * HOUR_MS - 1;

/** The day of an instant in Asia/Shanghai. */
export const localDate = (ms: number): string => new Date(ms + OFFSET_MS).toISOString().slice(0, 10);

/** An instant as people in Asia/Shanghai write it, with its offset. */
export const localInstant = (ms: number): string => `${new Date(ms + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;

const DURATION = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** No rhythm and no time limit is longer than a thousand years: the calendars of computers end. */
export const LONGEST = { years: 1000, hours: 1000 * 365 * 24 } as const;
const LONGEST_IN = {
  years: LONGEST.years,
  months: LONGEST.years * 12,
  weeks: LONGEST.years * 52,
  days: LONGEST.years * 365,
};

/** An ISO 8601 duration of years, months, weeks and days, a thousand years at most; nothing if it is not one. */
export function parseDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const length =
    years / LONGEST_IN.years + months / LONGEST_IN.months + weeks / LONGEST_IN.weeks + days / LONGEST_IN.days;
  return length === 0 || length > 1 ? undefined : { years, months, weeks, days };
}

/** The day a duration after a day, by the calendar: a month after 31 January is the last of February. */
export function addToDate(date: string, duration: Duration): string {
  return add(new UTCDateMini(`${date}T00:00:00Z`), duration)
    .toISOString()
    .slice(0, 10);
}

/** The first of some days of the year, as `MM-DD`, on or after a day; of a 29 February, the last of that month. */
export function fixedDayFrom(days: readonly string[], day: string): string {
  const year = Number(day.slice(0, 4));
  const inYear = (of: number) =>
    days.map((fixed) => {
      const date = `${String(of).padStart(4, '0')}-${fixed}`;
      return isLocalDate(date) ? date : date.replace(/29$/, '28');
    });
  return [...inYear(year), ...inYear(year + 1)].sort().find((date) => date >= day) as string;
}

export interface Dated {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** The day before a day. */
export const dayBefore = (date: string): string => localDate(startOfDay(date) - 1);

/** The day after a day. */
export const dayAfter = (date: string): string => addToDate(date, { days: 1 });

/** Whether something dated holds on a day: both ends of what is stated are included. */
export const holdsOn = (dated: Dated, date: string): boolean =>
  (dated.from ?? '') <= date && (dated.until === undefined || date <= dated.until);

/** The first and the last day on which a law was issued of which the year alone is known; nothing where the day is. */
export const yearOfIssue = ({ issued }: { readonly issued: string }) =>
  issued.length === 4 ? { first: `${issued}-01-01`, last: `${issued}-12-31` } : undefined;
