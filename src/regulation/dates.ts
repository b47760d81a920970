// From the files that are needed: the whole of these libraries takes a tenth of a second to load.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import type { Duration } from 'date-fns';
import { add } from 'date-fns/add';

// Law lives in days of Asia/Shanghai, which has had one offset, without daylight saving, for all the time this law has existed.
const OFFSET_MS = 8 * 3_600_000;
export const HOUR_MS = 3_600_000;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
// No calendar of an engine has a year nought.
const INSTANT =
  /^(?!0000)\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/** Milliseconds of an ISO 8601 instant with an offset; what is wrong with it otherwise. */
export function parseInstant(text: string): number | 'naive' | 'invalid' {
  const match = INSTANT.exec(text);
  if (!match) return DAY.test(text) ? 'naive' : 'invalid';
  if (match[1] === undefined) return 'naive';
  return isDay(text) ? Date.parse(text) : 'invalid';
}

/** Whether a `YYYY-MM-DD` names a day that exists. */
export const isLocalDate = (text: string): boolean => DAY.test(text) && isDay(text);

/** Whether the month has that day: left alone, `Date` would turn 30 February into a day of March. */
function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  return month > 0 && month <= 12 && day > 0 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The instant a day begins in Asia/Shanghai. */
export const startOfDay = (date: string): number => Date.parse(`${date}T00:00:00Z`) - OFFSET_MS;

/** The day of an instant in Asia/Shanghai. */
export const localDate = (ms: number): string => new Date(ms + OFFSET_MS).toISOString().slice(0, 10);

/** An instant as people in Asia/Shanghai write it, with its offset. */
export const localInstant = (ms: number): string => `${new Date(ms + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;

const DURATION = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** An ISO 8601 duration of years, months, weeks and days; nothing if it is not one. */
export function parseDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return years + months + weeks + days === 0 ? undefined : { years, months, weeks, days };
}

/** The day a duration after a day, by the calendar: a month after 31 January is the last of February. */
export function addToDate(date: string, duration: Duration): string {
  return add(new UTCDateMini(`${date}T00:00:00Z`), duration)
    .toISOString()
    .slice(0, 10);
}

export interface Dated {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Whether something dated holds on a day. `until` is the first day on which it no longer does. */
export const holdsOn = (dated: Dated, date: string): boolean =>
  (dated.from ?? '') <= date && (dated.until === undefined || date < dated.until);
