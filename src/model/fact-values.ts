import type { FactValue } from '../logic/operators.js';
import type { Valuation } from '../logic/rule.js';
import { HOUR_MS } from '../regulation/dates.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';

export type Given = string | number | boolean | readonly string[] | undefined;

/** What is said of a case, by fact index: values, and for instants their milliseconds too. */
export interface Stated {
  readonly values: Given[];
  readonly times: (number | undefined)[];
  /** The facts and terms that were asked about and are not known: null, where what was not asked is absent. */
  unknown?: string[];
}

/** What may be said of conduct beside yes and no: alleged and not established, or asked about and alleged by nobody. */
export const ALLEGED = 'alleged';
export const NOT_ALLEGED = 'none-alleged';

/** A fact with its names turned into indexes, so that a case is made without looking anything up. */
interface PlannedFact {
  readonly name: string;
  readonly definition: FactDefinition;
  readonly pending: FactValue;
  /** What it may not precede, the nearest first. */
  readonly notBefore: readonly number[];
  /** What settles it: the first that does counts, and others contradict it where they say otherwise. */
  readonly implied: readonly Implication[];
  /** With any of these on record, nothing is presumed. */
  readonly unless: readonly { readonly fact: number; readonly is: boolean | string }[];
  readonly hours?: Clock;
}
interface Implication {
  readonly by: number;
  readonly is?: boolean | string | undefined;
  readonly value: boolean | string;
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
  // The indexes of the facts that another settles, that may be alleged, that are computed, that may be pending, and of which silence says
  // something.
  readonly implied: readonly number[];
  readonly alleged: readonly number[];
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
    done: definition(status).implied?.[0]?.value,
    earlier: before(from),
    later: names.filter((name) => definition(name).notBefore === from).map(index),
  });
  // What a fact settles in another, the other settles in it the other way round: where no attack occurred, none
  // tampered.
  const implications = (name: string): Implication[] => [
    ...(definition(name).implied ?? []).map((own) => ({ ...own, by: index(own.by) })),
    ...names.flatMap((other) =>
      (definition(other).implied ?? []).flatMap(({ by, is, value }) =>
        by === name && typeof is === 'boolean' && typeof value === 'boolean'
          ? [{ by: index(other), is: !value, value: !is }]
          : [],
      ),
    ),
  ];
  const plan = (name: string): PlannedFact => {
    const fact = definition(name);
    return {
      name,
      definition: fact,
      pending: fact.pending === undefined ? undefined : { pending: fact.pending },
      notBefore: before(name),
      implied: implications(name),
      unless: Object.entries(fact.absent?.unless ?? {}).map(([other, is]) => ({ fact: index(other), is })),
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
    implied: planned.flatMap(({ implied }, i) => (implied.length > 0 ? [i] : [])),
    alleged: those(({ alleged }) => alleged),
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

/** The values that other stated facts settle, with what settles them. */
export const impliedValues = ({ implied }: PlannedFact, { values }: Stated): readonly Implication[] =>
  implied.filter(({ by, is }) => (is === undefined ? isSaid(values[by]) : values[by] === is));

/** The value that another stated fact settles, if one does. */
export function impliedValue({ implied }: PlannedFact, { values }: Stated): Given {
  for (const { by, is, value } of implied) if (is === undefined ? isSaid(values[by]) : values[by] === is) return value;
  return undefined;
}

/** Whether a value says how it is, and not only that it is alleged. */
const isSaid = (value: Given): boolean => value !== undefined && !isAllegation(value);
export const isAllegation = (value: unknown): boolean => value === ALLEGED || value === NOT_ALLEGED;

const OPEN_ALLEGATION: FactValue = Object.freeze({ pending: ALLEGED });

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
  const { facts, implied, measured, waiting, silent, alleged, implications } = plan;
  const values: FactValue[] = stated.values.slice();
  for (const i of implied)
    if (!isSaid(stated.values[i])) values[i] = impliedValue(facts[i] as PlannedFact, stated) ?? values[i];
  for (const i of measured) values[i] = hoursOf((facts[i] as PlannedFact).hours as Clock, values, stated.times, asOf);
  for (const i of waiting)
    if (values[i] === (facts[i] as PlannedFact).definition.pending) values[i] = (facts[i] as PlannedFact).pending;
  const presumed: number[] = [];
  for (const i of alleged) {
    if (values[i] === ALLEGED) values[i] = OPEN_ALLEGATION;
    // That nobody alleges it is why it is presumed not to be so.
    else if (values[i] === NOT_ALLEGED) values[i] = undefined;
  }
  for (const i of silent) values[i] ??= unstated(facts[i] as PlannedFact, i);
  return valuationFrom(plan, values, withImplied(findings, implications), presumed);

  function unstated({ name, definition: { source, absent }, unless }: PlannedFact, i: number): FactValue {
    const found = source === undefined ? undefined : registered(source);
    const partial = typeof found === 'object' && 'has' in found ? found.has : undefined;
    if (found !== undefined && partial === undefined) return found;
    // What was asked and is not known is open, and so is what something on record speaks against.
    const isOpen = stated.unknown?.includes(name) || unless.some(({ fact, is }) => values[fact] === is);
    if (!presume || !absent || isOpen) return found;
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
