import type { FactValue } from '../logic/operators.js';
import type { Valuation } from '../logic/rule.js';
import { HOUR_MS } from '../regulation/dates.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';
import type { Bounds, KnownParts } from './partial.js';
import { type Interval, isMoment, type Time, type WrittenTime } from './time.js';

export type Given = string | number | boolean | readonly string[] | Bounds | KnownParts | WrittenTime | undefined;

/** What is said of a case, by fact index: values, and of times between which milliseconds they lie too. */
export interface Stated {
  readonly values: Given[];
  readonly times: (Time | undefined)[];
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
  /** The times, each after what it may not precede, which is told beside it. */
  readonly times: readonly { readonly index: number; readonly after: number | undefined }[];
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
    done: definition(status).implied?.find(({ by }) => by === to)?.value,
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
    times: planned
      .flatMap(({ definition: { type }, notBefore: earlier }, index) =>
        type === 'instant' ? [{ index, after: earlier[0], depth: earlier.length }] : [],
      )
      .sort((a, b) => a.depth - b.depth)
      .map(({ index, after }) => ({ index, after })),
  };
}

/** Until when something lasted, where its time says that it did. */
export function endedOf({ from, times, asOf }: Spans, index: number): Interval | undefined {
  const ended = times[index]?.ended;
  if (ended === undefined) return undefined;
  return { from: Math.min(Math.max(ended.from, from[index] as number), asOf), until: Math.min(ended.until, asOf) };
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
export const isAllegation = (value: unknown): value is typeof ALLEGED | typeof NOT_ALLEGED =>
  value === ALLEGED || value === NOT_ALLEGED;

const OPEN_ALLEGATION: FactValue = Object.freeze({ pending: ALLEGED });

export interface Known {
  readonly stated: Stated;
  /** By term index. */
  readonly findings: readonly (boolean | undefined)[];
  readonly registered: (source: string) => FactValue;
  readonly spans: Spans;
  readonly presume: boolean;
}

/** Between which milliseconds each time of a case lies, both included, by fact index: known or not. */
export interface Spans {
  readonly from: readonly number[];
  readonly until: readonly number[];
  /** As they are written. */
  readonly times: Stated['times'];
  readonly asOf: number;
}

/**
 * What is known of each time: what is written of it, narrowed by the times that it may not precede, by those that may
 * not precede it, and by the time of judgement. For what lasted, that is its beginning.
 */
export function spansOf({ times: order }: FactPlan, times: Stated['times'], asOf: number): Spans {
  const [from, until]: [number[], number[]] = [[], []];
  for (const { index, after } of order) {
    const time = times[index];
    const own = time === undefined ? Number.NEGATIVE_INFINITY : time.from;
    from[index] = after === undefined ? own : Math.max(own, from[after] as number);
    // What began had not ended before.
    until[index] = time === undefined ? asOf : Math.min(time.until, time.ended?.until ?? asOf, asOf);
  }
  for (let i = order.length - 1; i >= 0; i--) {
    const { index, after } = order[i] as FactPlan['times'][number];
    if (after !== undefined) until[after] = Math.min(until[after] as number, until[index] as number);
  }
  return { from, until, times, asOf };
}

/**
 * The case of a regulation's facts: stated before registered, implied, computed; what is left is presumed, if
 * presumptions are on, or open.
 */
export function valuationOf(plan: FactPlan, { stated, findings, registered, spans, presume }: Known): Valuation {
  const { facts, implied, measured, waiting, silent, alleged, implications } = plan;
  const values: FactValue[] = stated.values.slice();
  for (const i of implied)
    if (!isSaid(stated.values[i])) values[i] = impliedValue(facts[i] as PlannedFact, stated) ?? values[i];
  for (const i of measured) values[i] = hoursOf((facts[i] as PlannedFact).hours as Clock, values, spans);
  for (const i of waiting)
    if (values[i] === (facts[i] as PlannedFact).definition.pending) values[i] = (facts[i] as PlannedFact).pending;
  const presumed: number[] = [];
  for (const i of alleged) {
    if (values[i] === ALLEGED) values[i] = OPEN_ALLEGATION;
    // That nobody alleges it is why it is presumed not to be so.
    else if (values[i] === NOT_ALLEGED) values[i] = undefined;
  }
  for (const i of silent)
    if (isPartly(values[i])) values[i] = unstated(facts[i] as PlannedFact, i, values[i]);
    else values[i] ??= unstated(facts[i] as PlannedFact, i);
  return valuationFrom(plan, values, withImplied(findings, implications), presumed, stated.times);

  function unstated(
    { name, definition: { source, absent }, unless }: PlannedFact,
    i: number,
    found = source === undefined ? undefined : registered(source),
  ): FactValue {
    const partial = isPartly(found) ? found.has : undefined;
    if (found !== undefined && partial === undefined) return found;
    // What was asked and is not known is open, and so is what something on record speaks against.
    const isOpen = stated.unknown?.includes(name) || unless.some(({ fact, is }) => values[fact] === is);
    if (!presume || !absent || isOpen) return found;
    presumed.push(i);
    return partial ?? absent.presumed;
  }
}

/** Whether only some options of a set are decided. */
const isPartly = (value: FactValue): value is KnownParts =>
  typeof value === 'object' && !Array.isArray(value) && 'has' in value;

/** The state that something has been done in: what is implied by a time at which it was. */
export const doneOf = ({ facts }: FactPlan, status: number, at: number): boolean | string | undefined =>
  facts[status]?.implied.find(({ by }) => by === at)?.value;

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

const NOTHING: readonly string[] = [];

/** Values by fact index as a case: with what was presumed among them, and what is missing where one is open. */
export function valuationFrom(
  { facts, index }: FactPlan,
  values: readonly FactValue[],
  findings: Valuation['findings'],
  presumed: readonly number[],
  times: Stated['times'],
): Valuation {
  // A time that is not known to the moment may be told more closely.
  const isOpen = (fact: number) =>
    facts[fact]?.definition.type === 'instant' ? !isMoment(times[fact]) : values[fact] === undefined;
  return {
    values,
    findings,
    presumed: (fact) => presumed.includes(fact),
    follows: () => NOTHING,
    missing: (fact) => {
      const { name, definition } = facts[fact] as PlannedFact;
      const hours = definition.derive?.hours;
      return hours ? [hours.from, hours.to, hours.status].filter((input) => isOpen(index(input))) : [name];
    },
  };
}

/** Hours between two times, or the bounds that are known of them: what is not done yet may be done from now on. */
function hoursOf({ from, to, status, pending, done }: Clock, given: readonly FactValue[], spans: Spans): FactValue {
  const state = given[status];
  const isDated = spans.times[to] !== undefined;
  if (state === undefined && !isDated) return undefined;
  const isPending = state !== undefined && state === pending;
  if (state !== undefined && !isPending && state !== done) return undefined;
  const [earliest, latest] = [spans.from[from] as number, spans.until[from] as number];
  if (isPending && !isDated) return { atLeast: hoursBetween(latest, spans.asOf) };
  const atLeast = hoursBetween(latest, spans.from[to] as number);
  const atMost = hoursBetween(earliest, spans.until[to] as number);
  if (atLeast === atMost) return atLeast;
  return atMost === Number.POSITIVE_INFINITY ? { atLeast } : { atLeast, atMost };
}

const hoursBetween = (from: number, to: number): number => Math.max(0, (to - from) / HOUR_MS);
