import type { Reason } from '../../logic/reason.js';
import { children } from '../../logic/reason.js';
import type { Given } from '../../model/fact-values.js';
import { HOUR_MS, localInstant, startOfDay } from '../../regulation/dates.js';
import type { FactDefinition } from '../../regulation/schema.js';
import { optionsOf } from '../../regulation/vocabulary.js';
import type { Change, Hypothesis } from './hypothesis.js';

/** What is measured in a reason: the numbers that facts are held against. */
export type Measures = ReadonlyMap<string, readonly number[]>;

export function measuresIn(reasons: readonly Reason[]): Measures {
  const found = new Map<string, number[]>();
  const visit = (reason: Reason): void => {
    if (reason.kind === 'fact' && typeof reason.expected === 'number') found.set(reason.fact, [...(found.get(reason.fact) ?? []), reason.expected]);
    for (const child of children(reason)) visit(child);
  };
  reasons.forEach(visit);
  return found;
}

/**
 * Answers to an open input that can make a difference: every option; numbers on both sides of each measure; times on both sides of each
 * deadline, of each other time and of each day on which the law changes. No two of them need be judged alike, and none is a guess at the
 * truth.
 */
export function candidates(of: Hypothesis, { kind, id }: Pick<Change, 'kind' | 'id'>, measures: Measures): Change[] {
  const values = valuesFor(of, kind, id, measures);
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()].map((value) => ({ kind, id, value }));
}

function valuesFor(of: Hypothesis, kind: Change['kind'], id: string, measures: Measures): Given[] {
  const { regulation } = of.bound;
  if (kind === 'term') return [true, false];
  if (kind === 'ruling') return Object.keys(regulation.questions[id]?.readings ?? {});
  if (kind === 'issue-date') return issueDays(of);
  const fact = regulation.facts[id] as FactDefinition;
  const options = optionsOf(regulation, fact);
  switch (fact.type) {
    case 'boolean':
      return [true, false];
    case 'enum':
      return [...options];
    case 'set':
      return [[], ...options.map((option) => [option]), [...options]];
    case 'number':
      return numbers(fact, measures.get(id) ?? []);
    case 'instant':
      return instants(of, id, measures);
  }
}

/** Two days between which the law took effect, seen from the incident: before it, and after. */
function issueDays({ bound: { regulation } }: Hypothesis): string[] {
  const { issued } = regulation;
  return issued.length === 4 ? [`${issued}-01-01`, `${issued}-12-31`] : [issued];
}

/** The least by which people tell two numbers apart. */
export const stepOf = ({ integer }: FactDefinition): number => (integer ? 1 : 0.5);

function numbers(fact: FactDefinition, measured: readonly number[]): number[] {
  const { min = 0, max = Number.POSITIVE_INFINITY } = fact;
  const step = stepOf(fact);
  return [min, ...measured.flatMap((measure) => [measure - step, measure, measure + step])].filter((number) => number >= min && number <= max);
}

/** A minute is what people write times in. */
export const MINUTE_MS = HOUR_MS / 60;

function instants(of: Hypothesis, id: string, measures: Measures): string[] {
  const { bound, asOf, incident } = of;
  const { plan } = bound;
  const known = incident.times.filter((ms, i) => ms !== undefined && i !== plan.index(id)) as number[];
  const clocks = plan.facts.flatMap(({ name, definition: { derive } }) => (derive ? [{ ...derive.hours, limits: measures.get(name) ?? [] }] : []));
  const deadlines = clocks.flatMap(({ from, to, limits }) => {
    const [start, end] = [incident.times[plan.index(from)], incident.times[plan.index(to)]];
    return limits.flatMap((hours) => [
      ...(id === to && start !== undefined ? [start + hours * HOUR_MS] : []),
      ...(id === from && end !== undefined ? [end - hours * HOUR_MS] : []),
    ]);
  });
  const turns = id === plan.facts[bound.occurredAt]?.name ? bound.epochs.flatMap(({ from }) => (from === undefined ? [] : [startOfDay(from)])) : [];
  const edges = [...deadlines, ...turns, ...known].flatMap((ms) => [ms, ms - MINUTE_MS, ms + MINUTE_MS]);
  return [...edges, asOf.ms - (asOf.ms % MINUTE_MS)].filter((ms) => ms <= asOf.ms).map(localInstant);
}
