import type { FactValue } from '../logic/operators.js';
import type { Valuation } from '../logic/rule.js';
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
  readonly implied?: {
    readonly by: number;
    readonly is?: boolean | string | undefined;
    readonly value: boolean | string;
  };
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
  /** The terms that are enough for another, by their indexes: what is at the first moment is in time. */
  readonly implications: readonly { readonly term: number; readonly implied: number }[];
  index(fact: string): number;
  // The indexes of the facts that another settles, that are computed, that may be pending, and of which silence says
  // something.
  readonly implied: readonly number[];
  readonly measured: readonly number[];
  readonly waiting: readonly number[];
  readonly silent: readonly number[];
  /** Those that may contradict another: settled by one, or a time. */
  readonly checked: readonly number[];
}

export function factPlan({ facts, terms }: Regulation): FactPlan {
  const names = Object.keys(facts);
  const termNames = Object.keys(terms);
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
  // What a fact settles in another, the other settles in it the other way round: where no attack occurred, none
  // tampered.
  const implication = (name: string): Pick<PlannedFact, 'implied'> => {
    const own = definition(name).implied;
    if (own) return { implied: { ...own, by: index(own.by) } };
    const other = names.find((each) => definition(each).implied?.by === name && definition(each).type === 'boolean');
    const { is, value } = (other === undefined ? undefined : definition(other).implied) ?? {};
    return other !== undefined && typeof is === 'boolean' && typeof value === 'boolean'
      ? { implied: { by: index(other), is: !value, value: !is } }
      : {};
  };
  const plan = (name: string): PlannedFact => {
    const fact = definition(name);
    return {
      name,
      definition: fact,
      pending: fact.pending === undefined ? undefined : { pending: fact.pending },
      notBefore: before(name),
      ...implication(name),
      ...(fact.derive && { hours: clock(fact.derive.hours) }),
    };
  };
  const those = (test: (fact: FactDefinition) => unknown): number[] =>
    names.filter((name) => test(definition(name))).map(index);
  const planned = names.map(plan);
  return {
    facts: planned,
    terms: termNames,
    implications: termNames.flatMap((name, implied) => {
      const enough = terms[name]?.floors?.suffices;
      return enough && 'term' in enough ? [{ term: termNames.indexOf(enough.term), implied }] : [];
    }),
    index,
    implied: planned.flatMap(({ implied }, i) => (implied ? [i] : [])),
    measured: those(({ derive }) => derive),
    waiting: those(({ pending }) => pending),
    silent: those(({ source, absent }) => source ?? absent),
    checked: those(({ implied, type, of }) => implied ?? (type === 'instant' && of === 'incident')),
  };
}

export const nothingStated = ({ facts }: FactPlan): Stated => ({
  values: new Array(facts.length),
  times: new Array(facts.length),
});

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

/**
 * The case of a regulation's facts: stated before registered, implied, computed; what is left is presumed, if
 * presumptions are on, or open.
 */
export function valuationOf(plan: FactPlan, { stated, findings, registered, asOf, presume }: Known): Valuation {
  const { facts, implied, measured, waiting, silent, implications } = plan;
  const values: FactValue[] = stated.values.slice();
  for (const i of implied) values[i] ??= impliedValue(facts[i] as PlannedFact, stated);
  for (const i of measured) values[i] = hoursOf((facts[i] as PlannedFact).hours as Clock, values, stated.times, asOf);
  for (const i of waiting)
    if (values[i] === (facts[i] as PlannedFact).definition.pending) values[i] = (facts[i] as PlannedFact).pending;
  const presumed: number[] = [];
  for (const i of silent) values[i] ??= unstated((facts[i] as PlannedFact).definition, i);
  return valuationFrom(plan, values, withImplied(findings, implications), presumed);

  function unstated({ source, absent }: FactDefinition, i: number): FactValue {
    const found = source === undefined ? undefined : registered(source);
    const partial = typeof found === 'object' && 'has' in found ? found.has : undefined;
    if (found !== undefined && (partial === undefined || !presume || !absent)) return found;
    if (!presume || !absent) return undefined;
    presumed.push(i);
    return partial ?? absent.presumed;
  }
}

/** Findings with those that they imply: a word that was found for one it is enough for, and the other way round. */
function withImplied(findings: Known['findings'], implications: FactPlan['implications']): Known['findings'] {
  let all: (boolean | undefined)[] | undefined;
  const set = (term: number, found: boolean) => {
    if (findings[term] !== undefined) return;
    all ??= findings.slice();
    all[term] = found;
  };
  for (const { term, implied } of implications) {
    if (findings[term] === true) set(implied, true);
    if (findings[implied] === false) set(term, false);
  }
  return all ?? findings;
}

/** Values by fact index as a case: with what was presumed among them, and what is missing where one is open. */
export function valuationFrom(
  { facts, index }: FactPlan,
  values: readonly FactValue[],
  findings: Valuation['findings'],
  presumed: readonly number[],
): Valuation {
  return {
    values,
    findings,
    presumed: (fact) => presumed.includes(fact),
    missing: (fact) => {
      const { name, definition } = facts[fact] as PlannedFact;
      const hours = definition.derive?.hours;
      return hours
        ? [hours.from, hours.to, hours.status].filter((input) => values[index(input)] === undefined)
        : [name];
    },
  };
}

/**
 * Hours between two instants, or the bounds that are known of them: time runs on until `asOf`, and nothing precedes its
 * `notBefore`.
 */
function hoursOf(
  { from, to, status, pending, done, earlier, later }: Clock,
  given: readonly FactValue[],
  times: Stated['times'],
  asOf: number,
): FactValue {
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
    return bounds(
      latest === undefined ? 0 : hoursBetween(latest, end),
      earliest === undefined ? undefined : hoursBetween(earliest, end),
    );
  }
  if (isPending) return bounds(latest === undefined ? 0 : hoursBetween(latest, asOf), undefined);
  return bounds(0, earliest === undefined ? undefined : hoursBetween(earliest, asOf));
}

const hoursBetween = (from: number, to: number): number => Math.max(0, (to - from) / HOUR_MS);
const bounds = (atLeast: number, atMost: number | undefined): FactValue => ({
  atLeast,
  ...(atMost !== undefined && { atMost }),
});

function firstTime(indexes: readonly number[], times: Stated['times']): number | undefined {
  for (const index of indexes) if (times[index] !== undefined) return times[index];
  return undefined;
}
