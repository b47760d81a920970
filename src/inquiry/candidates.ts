import { nodesIn } from '../logic/formula.js';
import { isBounds } from '../logic/operators.js';
import type { Reason } from '../logic/reason.js';
import type { Given } from '../model/fact-values.js';
import { type Interval, isMoment, type Time } from '../model/time.js';
import { HOUR_MS, localDate, localInstant, startOfDay, yearOfIssue } from '../regulation/dates.js';
import { factsOfTime } from '../regulation/governing.js';
import type { FactDefinition } from '../regulation/schema.js';
import { optionsOf } from '../regulation/vocabulary.js';
import type { Change, Hypothesis } from './hypothesis.js';

/** What is measured in a reason: the numbers that facts are held against. */
export type Measures = ReadonlyMap<string, readonly number[]>;

export function measuresIn(reasons: readonly Reason[]): Measures {
  const found = new Map<string, number[]>();
  for (const node of reasons.flatMap((reason) => [...nodesIn(reason)]))
    if (node.kind === 'fact' && typeof node.expected === 'number')
      found.set(node.fact, [...(found.get(node.fact) ?? []), node.expected]);
  return found;
}

/**
 * Answers to an open input that can make a difference: every option; numbers on both sides of each measure; times on
 * both sides of each deadline, of each other time and of each day on which the law changes. No two of them need be
 * judged alike, and none is a guess at the truth.
 */
export function candidates(of: Hypothesis, { kind, id }: Pick<Change, 'kind' | 'id'>, measures: Measures): Change[] {
  const values = valuesFor(of, kind, id, measures);
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()].map((value) => ({
    kind,
    id,
    value,
  }));
}

function valuesFor(of: Hypothesis, kind: Change['kind'], id: string, measures: Measures): Given[] {
  const { regulation } = of.rules;
  if (kind === 'term') return [true, false];
  if (kind === 'ruling') return Object.keys(regulation.questions[id]?.readings ?? {});
  if (kind === 'issue-date') return issueDays(of);
  const fact = regulation.facts[id] as FactDefinition;
  const options = optionsOf(regulation, fact);
  // What is known in part is asked more closely: an answer lies within it.
  const known = of.counterfactual ? undefined : of.now.incident.values[of.rules.plan.index(id)];
  switch (fact.type) {
    case 'boolean':
      return [true, false];
    case 'enum':
      return [...options];
    case 'set': {
      const { has, rest } = undecided(known, options);
      return [has, ...rest.map((option) => [...has, option]), [...has, ...rest]];
    }
    case 'number':
      return numbers(of, id, narrowed(fact, known), measures);
    case 'instant':
      return instants(of, id, measures);
  }
}

/** What is known to be in a set, and the options that are not decided: all of them, where nothing is known in part. */
export function undecided(known: Given, options: readonly string[]) {
  const { has = [], lacks = [] } = typeof known === 'object' && 'has' in known ? known : {};
  return { has, rest: options.filter((option) => !has.includes(option) && !lacks.includes(option)) };
}

/** A number within the bounds that are known of it. */
function narrowed(fact: FactDefinition, known: Given): FactDefinition {
  if (typeof known !== 'object' || !isBounds(known)) return fact;
  return { ...fact, min: known.atLeast, max: known.atMost };
}

/**
 * The first and the last day the law may have been issued, and those on which the incident is still, or no longer,
 * after it.
 */
function issueDays({ rules: { regulation, occurredAt }, incident }: Hypothesis): string[] {
  const { issued } = regulation;
  const year = yearOfIssue(regulation);
  if (!year) return [issued];
  const occurred = incident.times[occurredAt];
  const days = endsOf(occurred).flatMap((ms) => [ms, ms + 24 * HOUR_MS].map(localDate));
  return [year.first, year.last, ...days.filter((day) => day.startsWith(issued))];
}

/**
 * Where the law draws lines through the values of a number or a time: its measures; deadlines, other times, the days on
 * which the law changes.
 */
export function linesOf(of: Hypothesis, id: string, measures: Measures): number[] {
  const { plan, times: governing, epochs } = of.rules;
  if (plan.facts[plan.index(id)]?.definition.type !== 'instant') return [...(measures.get(id) ?? [])];
  const { times } = of.incident;
  const clocks = plan.facts.flatMap(({ name, definition: { derive } }) =>
    derive ? [{ ...derive.hours, limits: measures.get(name) ?? [] }] : [],
  );
  const deadlines = clocks.flatMap(({ from, to, limits }) => {
    const [starts, ends] = [endsOf(times[plan.index(from)]), endsOf(times[plan.index(to)])];
    return limits.flatMap((hours) => [
      ...(id === to ? starts.map((start) => start + hours * HOUR_MS) : []),
      ...(id === from ? ends.map((end) => end - hours * HOUR_MS) : []),
    ]);
  });
  // When it was found out tells something of when it was.
  const isFound = plan.index(id) === of.rules.discoveredAt;
  const tells = (name: string) => name === id || (isFound && plan.index(name) === of.rules.occurredAt);
  const turns = governing.some((time) => factsOfTime(time).some(tells))
    ? epochs.flatMap(({ from }) => (from === undefined ? [] : [startOfDay(from)]))
    : [];
  return [...deadlines, ...turns, ...times.flatMap(endsOf)];
}

/** The two ends of a time, or the one moment that it is. */
const endsOf = (time: Time | undefined): number[] =>
  time === undefined
    ? []
    : [...new Set([time.from, time.until, time.ended?.until ?? time.until])].filter(Number.isFinite);

function numbers(
  of: Hypothesis,
  id: string,
  { min = 0, max = Number.POSITIVE_INFINITY, integer }: FactDefinition,
  measures: Measures,
): number[] {
  const lines = linesOf(of, id, measures).sort((a, b) => a - b);
  const between = lines.slice(1).map((line, i) => (line + (lines[i] as number)) / 2);
  const step = integer ? 1 : 0.5;
  const all = [min, max, ...lines.flatMap((line) => [line, line - step, line + step]), ...between];
  return all.filter(
    (number) => Number.isFinite(number) && number >= min && number <= max && (!integer || Number.isInteger(number)),
  );
}

/** A minute is what people write times in. */
const MINUTE_MS = HOUR_MS / 60;

/** Moments that a time may be; of what is known to have lasted and not until when, moments at which it may have ended. */
function instants(of: Hypothesis, id: string, measures: Measures): Given[] {
  const { ms: end } = of.asOf;
  const edges = linesOf(of, id, measures).flatMap((ms) => [ms, ms - MINUTE_MS, ms + MINUTE_MS]);
  const index = of.rules.plan.index(id);
  const stated = of.counterfactual ? undefined : of.now.incident.times[index];
  const within = ({ from, until }: Interval) =>
    [...edges, end - (end % MINUTE_MS)].filter((ms) => ms <= end && ms >= from && ms <= until).map(exactInstant);
  if (stated === undefined || isMoment(stated)) return within(EVER);
  const written = of.now.incident.values[index];
  const began = typeof written === 'object' && 'began' in written ? written.began : undefined;
  if (!stated.ended || began === undefined) return within(stated);
  return within(stated.ended).map((ended) => ({ began, ended }));
}

const EVER: Interval = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/** A line may lie between two seconds: it is then told to the millisecond, so that what lies beyond it does. */
const exactInstant = (ms: number): string =>
  ms % 1000 === 0 ? localInstant(ms) : localInstant(ms).replace('+', `${new Date(ms).toISOString().slice(19, 23)}+`);
