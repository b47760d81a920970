import { isPlain } from '../diagnostics/plain-data.js';
import { MARKS, TIME_FORMS } from '../messages/times.js';
import {
  dateText,
  daysIn,
  endOfDay,
  HOUR_MS,
  isNear,
  LAST_YEAR,
  noSuchDay,
  parseInstant,
  startOfDay,
  twoDigits,
} from '../regulation/dates.js';

// Times as people write them. What is written less closely than to the minute is a stretch of time, of which it is only
// known that the moment lies somewhere in it.

/** Milliseconds between which something lies, both included. An instant is one without length. */
export interface Interval {
  readonly from: number;
  readonly until: number;
}

/** When something was: somewhere between two moments; or, of what lasted, when it began and when it ended. */
export interface Time extends Interval {
  /** Of what lasted: when it ended. `from` and `until` are then those of its beginning. */
  readonly ended?: Interval;
}

/** A time as it is written; somewhere between two, either of which may be left out. */
export type WrittenInterval = string | { readonly from?: string; readonly until?: string };
/** What lasted, throughout: from a time until another, or `ongoing`. An end that is left out is not known. */
export interface WrittenDuration {
  readonly began?: WrittenInterval;
  readonly ended?: WrittenInterval;
}
export type WrittenTime = WrittenInterval | WrittenDuration;

/** Of something that began: it still goes on. */
export const ONGOING = 'ongoing';

/** What is wrong with a time, and where in it. */
export interface TimeFault {
  readonly code:
    | 'input/invalid-time'
    | 'input/ambiguous-time'
    | 'input/no-such-time'
    | 'input/out-of-range'
    | 'input/out-of-order'
    | 'input/does-not-last';
  readonly expected: string;
  readonly path: readonly string[];
}
export type TimeReading =
  | { readonly time: Time; readonly written: WrittenTime }
  | { readonly faults: readonly TimeFault[] };

const part = '(\\d{1,2})';
const clock = (colon: string) => `${part}${colon}(\\d{2})(?:${colon}(\\d{2})(?:\\.(\\d{1,3}))?)?`;
const { year, month, day, hour, minute, second, colon } = MARKS;
/** Year, month, day, hour, minute, second, its fraction, offset; the last form has hour, minute and second twice. */
const FORMS = [
  `(\\d{4})(?:-${part}(?:-${part}(?:[T ]${clock(':')}(Z|[+-]\\d{2}:\\d{2})?)?)?)?`,
  `(\\d{4})/${part}(?:/${part}(?: ${clock(':')})?)?`,
  `(\\d{4})${year}(?:${part}${month}(?:${part}[${day}](?: ?${clock(`[:${colon}]`)})?)?)?`,
  `(\\d{4})${year}${part}${month}${part}[${day}] ?${part}[${hour}](?:${part}${minute}(?:${part}${second})?)?`,
].map((form) => new RegExp(`^${form}$`));
/** The year comes last: whether the day or the month comes first, nobody can tell. */
const AMBIGUOUS = /^\d{1,2}([/.-])\d{1,2}\1\d{2,4}(?:\D|$)/;
const OFFSET = /^([+-])(0\d|1[0-4]):([0-5]\d)$/;
const MINUTE_MS = HOUR_MS / 60;

type TextFault = Omit<TimeFault, 'path'>;

/** A time as a text; a clock time is a moment, an hour, a day, a month or a year a stretch of time. */
export function parseTime(text: string): Interval | TextFault {
  const ms = parseInstant(text);
  return ms === undefined ? parseLocal(text) : { from: ms, until: ms };
}

/** A time in the regulation's zone, or what is wrong with a text that is none. */
function parseLocal(text: string): Interval | TextFault {
  const match = FORMS.map((form) => form.exec(text)).find((found) => found !== null);
  if (!match)
    return { code: AMBIGUOUS.test(text) ? 'input/ambiguous-time' : 'input/invalid-time', expected: TIME_FORMS };
  const [y, m, d, h, min, s] = match
    .slice(1, 7)
    .map((digits) => (digits === undefined ? undefined : Number(digits))) as [number, ...(number | undefined)[]];
  const [fraction = '', offset] = match.slice(7);
  const wrong = noSuchDay(dateText(y, m ?? 1, d ?? 1));
  if (wrong === 'far') return FAR;
  if (wrong) return { code: 'input/no-such-time', expected: wrong.nearest.slice(0, lengthOf(m, d)) };
  const [first, last] = [dateText(y, m ?? 1, d ?? 1), dateText(y, m ?? 12, d ?? daysIn(y, m ?? 12))];
  if (h === undefined) return { from: startOfDay(first), until: endOfDay(last) };
  if (h > 23 || (min ?? 0) > 59 || (s ?? 0) > 59) {
    const nearest = [Math.min(h, 23), Math.min(min ?? 0, 59), ...(s === undefined ? [] : [Math.min(s, 59)])];
    return { code: 'input/no-such-time', expected: `${first} ${nearest.map(twoDigits).join(':')}` };
  }
  const start = startOfDay(first) + h * HOUR_MS + (min ?? 0) * MINUTE_MS + Number(`${s ?? 0}.${fraction || 0}`) * 1000;
  if (min === undefined) return { from: start, until: start + HOUR_MS - 1 };
  const shift = offset === undefined ? 0 : shiftOf(offset);
  if (shift === undefined) return { code: 'input/invalid-time', expected: TIME_FORMS };
  const at = Math.round(start) + shift;
  return isNear(at) ? { from: at, until: at } : FAR;
}

const FAR: TextFault = { code: 'input/out-of-range', expected: `year ≤ ${LAST_YEAR}` };
const lengthOf = (month: number | undefined, day: number | undefined): number =>
  day !== undefined ? 10 : month !== undefined ? 7 : 4;

/** By how much a clock time at an offset is later than the same clock time in the regulation's zone. */
function shiftOf(offset: string): number | undefined {
  const zone = startOfDay('1970-01-01');
  if (offset === 'Z') return -zone;
  const [, sign, hours, minutes] = OFFSET.exec(offset) ?? [];
  if (sign === undefined) return undefined;
  return -zone - (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS);
}

/** What a time is of: a moment; what may last; or by when something is to be done, where a day means its end. */
export type TimeKind = 'moment' | 'lasting' | 'deadline';

/** What the time of a fact is of. */
export const timeKind = ({ lasts, deadline }: { lasts?: true | undefined; deadline?: true | undefined }): TimeKind =>
  lasts ? 'lasting' : deadline ? 'deadline' : 'moment';

/** A time as it was given, each value of it read once. */
export function readTime(given: unknown, kind: TimeKind): TimeReading {
  const faults: TimeFault[] = [];
  const fault = (of: TextFault, path: readonly string[] = []): undefined => {
    faults.push({ ...of, path });
  };
  const read = readWhole();
  return read && faults.length === 0 ? read : { faults };

  function readWhole(): { readonly time: Time; readonly written: WrittenTime } | undefined {
    if (typeof given !== 'object' || given === null) return readInterval(given, []);
    const parts = keysOf(given, kind === 'lasting' ? ['from', 'until', 'began', 'ended'] : ['from', 'until'], []);
    if (!parts) return undefined;
    const { began, ended } = parts;
    if (began === undefined && ended === undefined) return readRange(parts, []);
    if (parts.from !== undefined || parts.until !== undefined) return fault(UNREADABLE);
    const start = began === undefined ? undefined : readInterval(began, ['began']);
    const goesOn = ended === ONGOING;
    const end = ended === undefined || goesOn ? undefined : readInterval(ended, ['ended']);
    const time: Interval = start?.time ?? ALL;
    const until: Interval = goesOn ? NOW : (end?.time ?? ALL);
    if (time.from > until.until) return fault({ code: 'input/out-of-order', expected: 'began' }, ['ended']);
    return {
      time: { ...time, ended: until },
      written: {
        ...(start && { began: start.written }),
        ...(goesOn ? { ended: ONGOING } : end && { ended: end.written }),
      },
    };
  }

  function readInterval(value: unknown, path: readonly string[]) {
    if (typeof value === 'object' && value !== null) {
      const parts = keysOf(value, ['from', 'until'], path);
      return parts && readRange(parts, path);
    }
    return readText(value, path);
  }

  function readRange(
    { from, until }: { readonly [key: string]: unknown },
    path: readonly string[],
  ): { readonly time: Interval; readonly written: WrittenInterval } | undefined {
    if (from === undefined && until === undefined) return fault(UNREADABLE, path);
    const first = from === undefined ? undefined : readText(from, [...path, 'from']);
    const last = until === undefined ? undefined : readText(until, [...path, 'until']);
    const time = { from: first?.time.from ?? ALL.from, until: last?.time.until ?? ALL.until };
    if (time.from > time.until) return fault({ code: 'input/out-of-order', expected: 'from' }, [...path, 'until']);
    return { time, written: { ...(first && { from: first.written }), ...(last && { until: last.written }) } };
  }

  function readText(value: unknown, path: readonly string[]) {
    // A year is a number where YAML reads it.
    const written = typeof value === 'number' ? String(value) : value;
    if (typeof written !== 'string') return fault(UNREADABLE, path);
    const time = parseTime(written);
    if ('code' in time) return fault(time, path);
    return { time: kind === 'deadline' ? { from: time.until, until: time.until } : time, written };
  }

  /** The values of an object that has no other keys; null is not known, like what is not there. */
  function keysOf(value: object, among: readonly string[], path: readonly string[]) {
    const parts: { [key: string]: unknown } = {};
    if (Array.isArray(value) || !isPlain(value)) return fault(UNREADABLE, path);
    for (const key in value) {
      const inner: unknown = (value as { readonly [key: string]: unknown })[key];
      if (inner === undefined || inner === null) continue;
      if (!among.includes(key))
        return fault(
          DURATION_KEYS.includes(key) ? { code: 'input/does-not-last', expected: among.join(', ') } : UNREADABLE,
          path,
        );
      parts[key] = inner;
    }
    return parts;
  }
}

const DURATION_KEYS = ['began', 'ended'];
const ALL: Interval = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
const NOW: Interval = { from: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY };
const UNREADABLE: TextFault = { code: 'input/invalid-time', expected: TIME_FORMS };

/** Whether a time is known to the moment. */
export const isMoment = (time: Time | undefined): boolean =>
  time !== undefined && time.from === time.until && !time.ended;
