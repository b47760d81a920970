import type { Case } from '../logic/compile.js';
import type { FactValue } from '../logic/operators.js';
import { HOUR_MS } from '../regulation/dates.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';

export type Given = string | number | boolean | readonly string[] | undefined;

/** What is said of a case, by fact index: values, and for instants their milliseconds too. */
export interface Stated {
  readonly values: Given[];
  readonly times: (number | undefined)[];
}

/** A fact with its names turned into indexes, so that a case is made without looking anything up. */
interface PlannedFact {
  readonly name: string;
  readonly definition: FactDefinition;
  readonly pending: FactValue;
  /** What it may not precede, the nearest first. */
  readonly notBefore: readonly number[];
  readonly implied?: { readonly by: number; readonly is?: boolean | string | undefined; readonly value: boolean | string };
  readonly hours?: Clock;
}
interface Clock {
  readonly from: number;
  readonly to: number;
  readonly status: number;
  readonly pending: string | undefined;
  readonly done: Given;
  /** What the start may not precede, the nearest first; and what may not precede the start. */
  readonly earlier: readonly number[];
  readonly later: readonly number[];
}
export interface FactPlan {
  readonly facts: readonly PlannedFact[];
  readonly terms: readonly string[];
  index(fact: string): number;
}

export function factPlan({ facts, terms }: Regulation): FactPlan {
  const names = Object.keys(facts);
  const indexes = new Map(names.map((name, i) => [name, i]));
  const index = (name: string): number => indexes.get(name) ?? -1;
  const definition = (name: string) => facts[name] as FactDefinition;
  const before = (name: string): number[] => {
    const earlier = definition(name).notBefore;
    return earlier === undefined ? [] : [index(earlier), ...before(earlier)];
  };
  const clock = ({ from, to, status }: { from: string; to: string; status: string }): Clock => ({
    from: index(from),
    to: index(to),
    status: index(status),
    pending: definition(status).pending,
    done: definition(status).implied?.value,
    earlier: before(from),
    later: names.filter((name) => definition(name).notBefore === from).map(index),
  });
  const plan = (name: string): PlannedFact => {
    const fact = definition(name);
    return {
      name,
      definition: fact,
      pending: fact.pending === undefined ? undefined : { pending: fact.pending },
      notBefore: before(name),
      ...(fact.implied && { implied: { ...fact.implied, by: index(fact.implied.by) } }),
      ...(fact.derive && { hours: clock(fact.derive.hours) }),
    };
  };
  return { facts: names.map(plan), terms: Object.keys(terms), index };
}

export const nothingStated = ({ facts }: FactPlan): Stated => ({ values: new Array(facts.length), times: new Array(facts.length) });

/** The value that another stated fact settles, if one does. */
export function impliedValue({ implied }: PlannedFact, stated: Stated): Given {
  const other = implied && stated.values[implied.by];
  return other === undefined || (implied?.is !== undefined && implied.is !== other) ? undefined : implied?.value;
}

export interface Known {
  readonly stated: Stated;
  /** By term index. */
  readonly findings: readonly (boolean | undefined)[];
  readonly registered: (source: string) => FactValue;
  /** The day of judgement in milliseconds. */
  readonly asOf: number;
  readonly presume: boolean;
}

/** The case of a regulation's facts: stated before registered, implied, computed; what is left is presumed, if presumptions are on, or open. */
export function caseOf({ facts }: FactPlan, { stated, findings, registered, asOf, presume }: Known): Case {
  const given = stated.values.slice();
  for (let i = 0; i < facts.length; i++) {
    const fact = facts[i] as PlannedFact;
    if (given[i] === undefined && fact.implied) given[i] = impliedValue(fact, stated);
  }
  const presumed: number[] = [];
  const values = new Array<FactValue>(facts.length);
  for (let i = 0; i < facts.length; i++) {
    const fact = facts[i] as PlannedFact;
    values[i] = fact.hours ? hoursOf(fact.hours, given, stated.times, asOf) : valueFor(fact, i);
  }
  return {
    values,
    findings,
    presumed: (index) => presumed.includes(index),
    missing: (index) => {
      const { name, definition } = facts[index] as PlannedFact;
      const hours = definition.derive?.hours;
      if (!hours) return [name];
      return [hours.from, hours.to, hours.status].filter((input) => given[facts.findIndex(({ name }) => name === input)] === undefined);
    },
  };

  function valueFor({ definition, pending }: PlannedFact, i: number): FactValue {
    const value = given[i];
    if (value !== undefined) return value === definition.pending ? pending : value;
    const found = definition.source === undefined ? undefined : registered(definition.source);
    const partial = typeof found === 'object' && 'has' in found ? found.has : undefined;
    const { absent } = definition;
    if (found !== undefined && (partial === undefined || !presume || !absent)) return found;
    if (!presume || !absent) return undefined;
    presumed.push(i);
    return partial ?? absent.presumed;
  }
}

/** Hours between two instants, or the bounds that are known of them: time runs on until `asOf`, and nothing precedes its `notBefore`. */
function hoursOf({ from, to, status, pending, done, earlier, later }: Clock, given: readonly Given[], times: Stated['times'], asOf: number): FactValue {
  const state = given[status];
  const end = times[to];
  if (state === undefined && end === undefined) return undefined;
  const isPending = state !== undefined && state === pending;
  const isDone = state !== undefined && state === done;
  if (state !== undefined && !isPending && !isDone) return undefined;
  const start = times[from];
  // The start lies no earlier than what it may not precede, and no later than what may not precede it.
  const earliest = start ?? firstTime(earlier, times);
  const latest = start ?? firstTime(later, times);
  if (end !== undefined) {
    if (start !== undefined) return hoursBetween(start, end);
    return bounds(latest === undefined ? 0 : hoursBetween(latest, end), earliest === undefined ? undefined : hoursBetween(earliest, end));
  }
  if (isPending) return bounds(latest === undefined ? 0 : hoursBetween(latest, asOf), undefined);
  return bounds(0, earliest === undefined ? undefined : hoursBetween(earliest, asOf));
}

const hoursBetween = (from: number, to: number): number => Math.max(0, (to - from) / HOUR_MS);
const bounds = (atLeast: number, atMost: number | undefined): FactValue => ({ atLeast, ...(atMost !== undefined && { atMost }) });

function firstTime(indexes: readonly number[], times: Stated['times']): number | undefined {
  for (const index of indexes) if (times[index] !== undefined) return times[index];
  return undefined;
}
