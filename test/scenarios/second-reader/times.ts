import { at, HOUR, type Tree } from './case.js';
import { FACTS } from './rules.js';

// Times as the second reader reads them: by moments, both included.

export interface Between {
  readonly low: number;
  readonly high: number;
}
export interface When extends Between {
  readonly end?: Between;
}

const EVER: Between = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
const at8 = (text: string) => Date.parse(`${text}+08:00`);
const two = (digits: string | undefined, otherwise: string) => (digits ?? otherwise).padStart(2, '0');

/** A time as a text: cut into its numbers, whatever stands between them. */
function betweenOf(text: string): Between {
  if (/T.*(?:Z|[+-]\d\d:\d\d)$/.test(text)) return { low: Date.parse(text), high: Date.parse(text) };
  const [year, month, day, hour, minute, second] = text.split(/\D+/).filter((part) => part !== '');
  const clock = (m: string, d: string, time: string) => at8(`${year}-${m}-${d}T${time}`);
  if (hour !== undefined && minute !== undefined) {
    const moment = clock(
      two(month, ''),
      two(day, ''),
      `${two(hour, '')}:${minute.padStart(2, '0')}:${two(second, '0')}`,
    );
    return { low: moment, high: moment };
  }
  const low = clock(two(month, '1'), two(day, '1'), `${two(hour, '0')}:00:00`);
  if (hour !== undefined) return { low, high: low + HOUR - 1 };
  if (day !== undefined) return { low, high: low + 24 * HOUR - 1 };
  // The first moment of the next month or year, less one.
  const [y, m] =
    month === undefined
      ? [Number(year) + 1, 1]
      : [Number(year) + Math.floor(Number(month) / 12), (Number(month) % 12) + 1];
  return { low, high: at8(`${y}-${two(String(m), '')}-01T00:00:00`) - 1 };
}

function part(given: unknown, isDeadline = false): Between | undefined {
  if (given === undefined || given === null) return undefined;
  if (typeof given !== 'object') {
    const { low, high } = betweenOf(String(given));
    return { low: isDeadline ? high : low, high };
  }
  const { from, until } = given as Tree;
  return { low: part(from, isDeadline)?.low ?? EVER.low, high: part(until)?.high ?? EVER.high };
}

/** What is written of a time. */
function written(incident: Tree | undefined, name: string): When | undefined {
  const given = at(incident, name);
  const { began, ended } = typeof given === 'object' && given !== null ? (given as Tree) : {};
  if (began === undefined && ended === undefined) return part(given, FACTS[name]?.deadline);
  const start = part(began) ?? EVER;
  const end = ended === 'ongoing' ? { low: EVER.high, high: EVER.high } : (part(ended) ?? EVER);
  return {
    low: start.low,
    high: Math.min(start.high, end.high),
    end: { low: Math.max(start.low, end.low), high: end.high },
  };
}

export const isMoment = (incident: Tree | undefined, name: string): boolean => {
  const when = written(incident, name);
  return when !== undefined && when.low === when.high && !when.end;
};

/** When something was, by all that is known: nothing precedes what it may not precede, and nothing is yet to come. */
export function whenOf(incident: Tree | undefined, name: string, asOf: number): When {
  const own = written(incident, name);
  const low = Math.max(
    own?.low ?? EVER.low,
    ...predecessors(name).map((each) => written(incident, each)?.low ?? EVER.low),
  );
  const followers = Object.keys(FACTS).filter((each) => predecessors(each).includes(name));
  const high = Math.min(asOf, own?.high ?? asOf, ...followers.map((each) => written(incident, each)?.high ?? asOf));
  const end = own?.end && { low: Math.min(asOf, Math.max(own.end.low, low)), high: Math.min(asOf, own.end.high) };
  return { low, high, ...(end && { end }) };
}

function predecessors(name: string): readonly string[] {
  const before = FACTS[name]?.notBefore;
  return before === undefined ? [] : [before, ...predecessors(before)];
}
