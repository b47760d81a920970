import type { Organization } from '../../../src/index.js';
import { hasPlace, placesOf } from './places.js';
import { BODIES, FACTS, type Fact, type Known, type PolicyGiven, TERMS, type Valuation } from './rules.js';
import { isMoment, type When, whenOf } from './times.js';

// What the second reader knows of a case: stated, on record, implied, counted or presumed.

export type Tree = { readonly [key: string]: unknown };
export const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CAPACITIES = ['managing', 'operating', 'using'];

/** The last moment of a day, or the moment itself. */
export const momentOf = (asOf: string): number =>
  asOf.includes('T') ? Date.parse(asOf) : Date.parse(`${asOf}T00:00:00+08:00`) + DAY - 1;

export const at = (tree: Tree | undefined, path: string): unknown =>
  path.split('.').reduce<unknown>((part, key) => (part as Tree | undefined)?.[key], tree) ?? undefined;

/** Whether null stands at a path, or further out on the way to it: it was asked, and nobody knows. */
const isNull = (tree: Tree | undefined, path: string): boolean =>
  path.split('.').some((_, i, keys) => {
    const [key, ...before] = keys.slice(0, i + 1).reverse();
    const parent = before.reverse().reduce<unknown>((part, each) => (part as Tree | null | undefined)?.[each], tree);
    return (parent as Tree | null | undefined)?.[key as string] === null;
  });

interface Subject {
  readonly incident?: Tree | undefined;
  readonly unit?: Tree | undefined;
  readonly system?: Tree | undefined;
  readonly unitId?: string | undefined;
  readonly systemId?: string | undefined;
  readonly organization?: Organization | undefined;
  readonly asOf: number;
  readonly policy: PolicyGiven;
}

/** A case of everything that is stated, on record, implied, counted or presumed. */
export function valuationOf({
  incident,
  unit,
  system,
  unitId,
  systemId,
  organization = {},
  asOf,
  policy,
}: Subject): Valuation {
  const when = incident ? whenOf(incident, 'occurredAt', asOf) : { low: asOf, high: asOf };
  const factOf = (name: string): Fact => {
    const fact = FACTS[name];
    if (!fact) throw new Error(`no fact ${name}`);
    return fact;
  };
  const stated = (name: string): unknown => {
    const { of } = factOf(name);
    const inner = name.slice(name.indexOf('.') + 1);
    if (of === 'incident') return inPart(name, at(incident, name));
    if (of === 'system') return inPart(name, at(system, inner));
    return inPart(name, of === 'unit' ? seatedToo(name, at(unit, inner)) : at(unit, inner));
  };
  /** What is told in part: from the one bound to the other, and no further than the fact itself goes; or some members. */
  const inPart = (name: string, said: unknown): unknown => {
    const { type, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = factOf(name);
    if (typeof said !== 'object' || said === null || Array.isArray(said) || type === 'instant') return said;
    if (type === 'number') {
      const { atLeast: low = min, atMost: high = max } = said as { readonly [bound: string]: number };
      return low === high ? low : { low, high };
    }
    const { has = [], lacks = [] } = said as { readonly [part: string]: readonly string[] };
    return { has, lacks };
  };
  // The office sits in the technology centre: whoever is said to be the one is the other.
  const seatedToo = (name: string, bodies: unknown): unknown =>
    name === 'unit.bodies' &&
    Array.isArray(bodies) &&
    bodies.includes('technology-centre') &&
    !bodies.includes('office')
      ? [...bodies, 'office']
      : bodies;
  const isAllegation = (value: unknown) => value === 'alleged' || value === 'none-alleged';
  const implied = (name: string): unknown => {
    for (const { by, is, value } of factOf(name).implied ?? []) {
      const settling = stated(by);
      if (settling !== undefined && !isAllegation(settling) && (is === undefined || is === settling)) return value;
    }
    // The other way round: where no attack occurred, none tampered.
    const denied = Object.entries(FACTS).some(
      ([other, fact]) => fact.implied?.some(({ by, is }) => by === name && is === true) && stated(other) === false,
    );
    return denied ? false : undefined;
  };
  const known = (name: string): unknown => {
    const said = stated(name) ?? undefined;
    return said === undefined || isAllegation(said) ? (implied(name) ?? said) : said;
  };
  const hours = ({ from, to, status }: { from: string; to: string; status: string }): Known => {
    const state = known(status);
    const dated = at(incident, to) !== undefined;
    if (state === 'none' || (state === undefined && !dated)) return undefined;
    const count = (since: number, until: number) => Math.max(0, (until - since) / HOUR);
    const start = whenOf(incident, from, asOf);
    if (state === 'pending' && !dated) return { low: count(start.high, asOf), high: Number.POSITIVE_INFINITY };
    const end = whenOf(incident, to, asOf);
    const [low, high] = [count(start.high, end.low), count(start.low, end.high)];
    return low === high ? low : { low, high };
  };
  const silent = (name: string): { value: Known; presumed: boolean } => {
    const { source, absent: given } = factOf(name);
    // What was asked and is not known is open, and so is what something on record speaks against.
    const against = Object.entries(given?.unless ?? {}).some(([other, is]) => known(other) === is);
    const absent = against || isNull(incident, name) ? undefined : given;
    const found = source === undefined ? undefined : recorded(source, unitId, systemId, organization, when);
    const part = typeof found === 'object' && 'has' in found ? found : undefined;
    if (absent && policy.presume !== false && (found === undefined || part))
      return { value: part?.has ?? absent.presumed, presumed: true };
    return { value: found, presumed: false };
  };
  const foundIn = (term: string) =>
    [incident, system, unit].map((tree) => at(tree, `findings.${term}`)).find((found) => typeof found === 'boolean') as
      | boolean
      | undefined;
  const find = (name: string): { value: Known; presumed: boolean } => {
    const { absent, derive, pending } = factOf(name);
    if (derive) return { value: hours(derive.hours), presumed: false };
    const value = known(name);
    if (value === undefined || value === 'none-alleged') return silent(name);
    // What is not said of a body's role is presumed not to be so, whatever else was said.
    if (value !== null && typeof value === 'object' && 'has' in value && absent && policy.presume !== false)
      return { value: value.has as readonly string[], presumed: true };
    if (value === 'alleged') return { value: { pending: true }, presumed: false };
    return {
      value: pending !== undefined && value === pending ? { pending: true } : (value as Known),
      presumed: false,
    };
  };
  return {
    value: (name) => find(name).value,
    presumed: (name) => find(name).presumed,
    missing: (name) => {
      const { derive } = factOf(name);
      const isOpen = (input: string) =>
        factOf(input).type === 'instant' ? !isMoment(incident, input) : known(input) === undefined;
      return derive ? Object.values(derive.hours).filter(isOpen) : [name];
    },
    found: (term) =>
      foundIn(term) ??
      // What was not in time was not at the first moment; what was at the first moment was in time.
      (Object.entries(TERMS).some(([of, { floors }]) => floors?.suffices?.term === term && foundIn(of) === false)
        ? false
        : foundIn(TERMS[term]?.floors?.suffices?.term ?? '') === true || undefined),
  };
}

/** What the register says of a unit, a system, or the relation between them. */
function recorded(
  source: string,
  unit: string | undefined,
  system: string | undefined,
  of: Organization,
  when: When,
): Known {
  const record = of.systems?.find(({ id }) => id === system);
  const bodies: { readonly [body: string]: string | undefined } = of.bodies ?? {};
  const seat = (body: string): string | undefined =>
    bodies[body] ?? (body === 'office' ? bodies['technology-centre'] : undefined);
  const split = (all: readonly string[], here: (each: string) => boolean | undefined): Known => {
    const [has, lacks] = [all.filter((each) => here(each) === true), all.filter((each) => here(each) === false)];
    return has.length + lacks.length === all.length ? has : { has, lacks };
  };
  if (source === 'system.kind') return record?.kind;
  if (source === 'system.level') return record?.level;
  if (unit === undefined) return undefined;
  if (source === 'unit.kind') return of.units?.find(({ id }) => id === unit)?.kind;
  if (source === 'unit.bodies') {
    if (!of.bodies || !of.units?.some(({ id }) => id === unit)) return undefined;
    return split(BODIES, (body) => (seat(body) === undefined ? undefined : seat(body) === unit));
  }
  if (!record) return undefined;
  const has = (place: Parameters<typeof hasPlace>[0]) => hasPlace(place, unit, of.units, when);
  if (source === 'system.managed') return has(record.managedBy);
  if (source === 'system.tenure') {
    const [owns, hosts] = [has(record.ownedBy), has(record.hostedFor ?? [])];
    if (owns) return 'own';
    if (hosts) return owns === false || record.ownedBy === undefined ? 'hosted' : undefined;
    return owns === false && hosts === false ? 'none' : undefined;
  }
  const places = placesOf(record, seat);
  return split(CAPACITIES, (capacity) => has(places[capacity]));
}
