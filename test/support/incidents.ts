import { type Incident, regulation, ZerenzhiError } from '../../src/index.js';
import { incidentFacts } from '../../src/model/record-path.js';
import { optionsOf } from '../../src/regulation/vocabulary.js';

// Incidents as a desk would send them: any facts known or not, mostly but not always in order. The same seed gives the same incidents.

export type Random = () => number;

/** The generator mulberry32: small, and the same everywhere. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(random: Random, among: readonly T[]): T => among[Math.floor(random() * among.length)] as T;

const HOUR = 3_600_000;
// Before, within and after the year of issue, and the edges of a day; now and then the eve of the day the tests judge on.
const STARTS = [
  '2018-06-01T09:00:00+08:00',
  '2019-03-01T00:30:00+08:00',
  '2019-12-31T00:00:00+08:00',
  '2024-05-06T08:00:00+08:00',
  '2024-05-07T00:00:00Z',
].map((text) => Date.parse(text));
const EVE = Date.parse('2024-06-30T12:00:00+08:00');
const GAPS = [0, 1, 0.5 * HOUR, HOUR, HOUR + 1, 2 * HOUR, 24 * HOUR, 100 * HOUR];
const OFFSETS: readonly (readonly [sign: number, hours: number, minutes: number])[] = [
  [1, 8, 0],
  [1, 8, 0],
  [1, 0, 0],
  [1, 5, 45],
  [1, 14, 59],
  [-1, 9, 30],
  [-1, 12, 0],
];
const NUMBERS = [0, 0.1, 1 / 3, 4.999, 5, 24, 500_000, 1e21];
const COUNTS = [0, 1, 499, 500, 5000, 2 ** 40];

const facts = incidentFacts(regulation).map(([name, fact]) => ({ name, fact, options: optionsOf(regulation, fact) }));
const terms = Object.keys(regulation.terms);
const GROUPS = [
  ...new Set(facts.flatMap(({ name }) => (name.includes('.') ? [name.slice(0, name.indexOf('.'))] : []))),
];

/** An incident that may contradict itself, which is refused. */
export function randomIncident(random: Random): Incident {
  const known = pick(random, [0.1, 0.4, 0.8, 1]);
  const times = new Map<string, number>();
  const values = new Map<string, unknown>();
  for (const { name, fact, options } of facts) {
    if (fact.type === 'instant')
      times.set(
        name,
        (times.get(fact.notBefore ?? '') ?? (random() < 0.03 ? EVE : pick(random, STARTS))) +
          (random() < 0.01 ? -HOUR : pick(random, GAPS)),
      );
    // Unknown is what is not there, and what is null.
    if (random() > known) {
      if (random() < 0.1) values.set(name, null);
      continue;
    }
    values.set(
      name,
      fact.type === 'instant' ? time(random, times.get(name) as number, fact.lasts) : anyValue(random, fact, options),
    );
  }
  for (const { name, fact } of facts) {
    for (const { by, is, value } of fact.implied ?? []) {
      const settling = values.get(by);
      const settles = settling != null && (is === undefined || is === settling);
      if (settles && values.get(name) != null && random() < 0.98) values.set(name, value);
    }
  }
  const findings: { [term: string]: boolean | null } = Object.fromEntries(
    terms.filter(() => random() < known / 4).map((term) => [term, random() < 0.5]),
  );
  for (const term of terms) if (random() < 0.02) findings[term] = null;
  const incident = {
    ...nested(values),
    ...(Object.keys(findings).length > 0 ? { findings } : random() < 0.1 && { findings: null }),
  };
  for (const group of GROUPS)
    if (!Object.hasOwn(incident, group) && random() < 0.05) Object.assign(incident, { [group]: null });
  return incident;
}

function anyValue(
  random: Random,
  { type, integer, alleged }: (typeof facts)[number]['fact'],
  options: readonly string[],
): unknown {
  if (alleged && random() < 0.3) return pick(random, ['alleged', 'none-alleged']);
  if (type === 'boolean') return random() < 0.6;
  if (type === 'number') return number(random, integer ? COUNTS : NUMBERS);
  if (type === 'enum') return pick(random, options);
  const has = options.filter(() => random() < 0.4);
  if (random() < 0.7) return has;
  // Some of them are not decided.
  const lacks = options.filter((option) => !has.includes(option) && random() < 0.6);
  const drawn = random();
  return drawn < 0.2 ? { has } : drawn < 0.4 ? { lacks } : { has, lacks };
}

/** Most often a number, else one or two bounds of it. */
function number(random: Random, among: readonly number[]): unknown {
  if (random() < 0.7) return pick(random, among);
  const [one, other] = [pick(random, among), pick(random, among)];
  const [atLeast, atMost] = [Math.min(one, other), Math.max(one, other)];
  const drawn = random();
  if (drawn < 0.05) return { atLeast: atMost, atMost: atLeast };
  return drawn < 0.4 ? { atLeast } : drawn < 0.6 ? { atMost } : { atLeast, atMost };
}

/** What is known of an instant: most often the instant itself, else the day, the month or between what it was. */
function time(random: Random, ms: number, lasts = false): unknown {
  if (lasts && random() < 0.2) return lasting(random, ms);
  const local = new Date(ms + 8 * HOUR).toISOString();
  const drawn = random();
  if (drawn < 0.7) return instant(random, ms);
  if (drawn < 0.8) return local.slice(0, pick(random, ['YYYY-MM-DD', 'YYYY-MM', 'YYYY']).length);
  if (drawn < 0.85) return local.slice(0, 'YYYY-MM-DDThh:mm'.length).replace('T', pick(random, ['T', ' ']));
  const [before, after] = [pick(random, GAPS), pick(random, GAPS)];
  return {
    ...(random() < 0.8 && { from: instant(random, ms - before) }),
    until: instant(random, Math.min(ms + after, EVE + 12 * HOUR - 1)),
    ...(random() < 0.1 && { from: null }),
  };
}

/** From about an instant on, for an hour or for years. */
function lasting(random: Random, ms: number): unknown {
  const end = Math.min(ms + pick(random, [0, HOUR, 24 * HOUR, 9_000 * HOUR, 48_000 * HOUR]), EVE);
  const drawn = random();
  const began = random() < 0.9 ? time(random, ms) : null;
  if (drawn < 0.15) return began === null ? { ended: time(random, end) } : { began };
  return {
    began,
    ended: drawn < 0.3 ? 'ongoing' : end < ms ? null : time(random, end),
    ...(began === null && { began: '2018' }),
  };
}

/** The same instant as one writer or another puts it: with or without fractions and seconds, at this offset or that. */
function instant(random: Random, ms: number): string {
  const [sign, hours, minutes] = pick(random, OFFSETS);
  const local = new Date(ms + sign * (hours * 60 + minutes) * 60_000).toISOString();
  const [whole, fraction] = [local.slice(0, -'.000Z'.length), local.slice(-'.000Z'.length, -1)];
  const short =
    fraction !== '.000'
      ? whole + fraction.replace(/0+$/, '')
      : whole.endsWith(':00')
        ? pick(random, [whole, whole.slice(0, -':00'.length)])
        : whole;
  const two = (number: number) => String(number).padStart(2, '0');
  const offset =
    hours + minutes === 0 ? pick(random, ['Z', '+00:00']) : `${sign < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
  return pick(random, [short, whole + fraction]) + offset;
}

export function nested(values: ReadonlyMap<string, unknown>): Incident {
  const incident: Record<string, unknown> = {};
  for (const [name, value] of values) {
    const keys = name.split('.');
    let at = incident;
    for (const key of keys.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
    at[keys.at(-1) as string] = value;
  }
  return incident;
}

/** What `judge` makes of an incident: without the parts it refuses, one after the other. */
export function repaired<T>(incident: Incident, judge: (incident: Incident) => T): { incident: Incident; result: T } {
  try {
    return { incident, result: judge(incident) };
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) throw error;
    const copy = structuredClone(incident) as Record<string, unknown>;
    for (const { path } of error.diagnostics) {
      const keys = path.split('.');
      const parent = keys.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
      delete parent[keys.at(-1) as string];
    }
    return repaired(copy as Incident, judge);
  }
}
