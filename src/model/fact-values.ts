import type { Case } from '../logic/compile.js';
import type { FactValue } from '../logic/operators.js';
import { HOUR_MS } from '../regulation/dates.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';

type Given = string | number | boolean | readonly string[] | undefined;

/** What a case is made of: the values stated, those the register gives, and the day of judgement in milliseconds. */
export interface Known {
  readonly stated: (fact: string) => Given | null;
  readonly registered: (source: string) => FactValue;
  readonly findings: { readonly [term: string]: boolean | null | undefined };
  readonly asOf: number;
}

/** The case of a regulation's facts: stated before registered, implied, computed; what is left is presumed, if presumptions are on, or open. */
export function caseOf(regulation: Regulation, known: Known, presume: boolean): Case {
  const names = Object.keys(regulation.facts);
  const presumed = new Set<number>();
  const given = (name: string): Given => known.stated(name) ?? impliedValue(regulation.facts[name] as FactDefinition, known.stated);
  const values = names.map((name, i): FactValue => {
    const fact = regulation.facts[name] as FactDefinition;
    if (fact.derive) return hours(fact.derive.hours, regulation, given, known.asOf);
    const stated = given(name);
    if (stated !== undefined) return fact.pending !== undefined && stated === fact.pending ? { pending: fact.pending } : stated;
    const registered = fact.source === undefined ? undefined : known.registered(fact.source);
    const partial = typeof registered === 'object' && 'has' in registered ? registered.has : undefined;
    if (registered !== undefined && (partial === undefined || !presume || !fact.absent)) return registered;
    if (!presume || !fact.absent) return undefined;
    presumed.add(i);
    return partial ?? fact.absent.presumed;
  });
  const findings = Object.fromEntries(Object.entries(known.findings).filter(([, found]) => found != null)) as { [term: string]: boolean };
  return {
    values,
    findings,
    presumed,
    missing: (index) => {
      const name = names[index] as string;
      const derive = regulation.facts[name]?.derive?.hours;
      return derive ? [derive.from, derive.to, derive.status].filter((input) => given(input) === undefined) : [name];
    },
  };
}

/** The value that another stated fact settles, if one does. */
export function impliedValue({ implied }: FactDefinition, stated: Known['stated']): boolean | string | undefined {
  const other = implied && stated(implied.by);
  return other == null || (implied?.is !== undefined && implied.is !== other) ? undefined : implied?.value;
}

/** Hours between two instants, or the bounds that are known of them: time runs on until `asOf`, and nothing precedes its `notBefore`. */
function hours(
  { from, to, status }: { from: string; to: string; status: string },
  { facts }: Regulation,
  given: (name: string) => Given,
  asOf: number,
): FactValue {
  const instant = (name: string): number | undefined => {
    const value = given(name);
    return typeof value === 'string' ? Date.parse(value) : undefined;
  };
  const start = instant(from);
  const state = given(status);
  const end = instant(to);
  const pending = state !== undefined && state === facts[status]?.pending;
  const done = state !== undefined && state === facts[status]?.implied?.value;
  if (state !== undefined && !pending && !done) return undefined;
  // The start lies no earlier than what it may not precede, and no later than what may not precede it.
  const earliest = start ?? chain(from, (name) => facts[name]?.notBefore, instant);
  const after = Object.keys(facts).find((name) => facts[name]?.notBefore === from && instant(name) !== undefined);
  const latest = start ?? (after === undefined ? undefined : instant(after));
  const between = (a: number, b: number) => Math.max(0, (b - a) / HOUR_MS);
  if (end !== undefined) {
    if (start !== undefined) return between(start, end);
    return bounds(latest === undefined ? 0 : between(latest, end), earliest === undefined ? undefined : between(earliest, end));
  }
  if (pending) return bounds(latest === undefined ? 0 : between(latest, asOf), undefined);
  if (done) return bounds(0, earliest === undefined ? undefined : between(earliest, asOf));
  return undefined;
}

const bounds = (atLeast: number, atMost: number | undefined): FactValue => ({ atLeast, ...(atMost !== undefined && { atMost }) });

function chain(name: string, before: (name: string) => string | undefined, instant: (name: string) => number | undefined): number | undefined {
  const earlier = before(name);
  if (earlier === undefined) return undefined;
  return instant(earlier) ?? chain(earlier, before, instant);
}
