import { openPointsOf, type WaitedFor } from '../case/open-points.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';
import { candidates, measuresIn, undecided } from './candidates.js';
import { type Goal, openPointsFor, waiting } from './goal.js';
import { type Change, type Hypothesis, reasonsOf, verdictsOf } from './hypothesis.js';

/** Something to ask, that can still change the outcome. */
export interface Question<N extends Names = ShippedNames> extends Omit<WaitedFor<N>, 'kind'> {
  readonly kind: Change['kind'];
  /** What an answer is: one of the options, several of them, yes or no, a number, a time, a day. */
  readonly answer: FactDefinition['type'] | 'day';
  /** The unit of a number. */
  readonly unit?: string;
  /** How many findings an answer settles on average, each outcome it may have counted alike. */
  readonly settles: number;
  /** In an interview: it is about a detail of what was told to be unknown, and can only rule a provision out. */
  readonly detail?: true;
}

/**
 * What can be asked to reach a goal, the question expected to settle most first; where two settle as much, the one that
 * more provisions wait for.
 */
export function questionsFor(of: Hypothesis, goal: Goal): Question<Names>[] {
  const { regulation } = of.rules;
  const measures = measuresIn(reasonsOf(of.now, goal.provisions));
  const open = waiting(of.now, goal);
  const points = openPointsFor(of.now, goal);
  const bound = boundOf(of, points);
  const questions = [...points, ...bound].flatMap((point): Question<Names>[] => {
    const { kind } = point;
    if (kind === 'evidence') return [];
    const fact = kind === 'fact' ? regulation.facts[point.id] : undefined;
    const settles = average(
      outcomes(of, goal, candidates(of, { kind, id: point.id }, measures)).map((left) => open - left),
    );
    // It is asked for what it may settle, and for nothing else.
    if (bound.includes(point) && settles === 0) return [];
    const rest = fact?.type === 'set' ? restOf(of, point) : {};
    return [{ ...point, ...rest, ...answerForm(regulation, kind, point.id), kind, settles }];
  });
  return questions.sort((a, b) => b.settles - a.settles);
}

/** What an answer to an input is. */
export function answerForm(
  { facts }: Regulation,
  kind: Change['kind'],
  id: string,
): Pick<Question<Names>, 'answer' | 'unit'> {
  const { type, unit } = (kind === 'fact' ? facts[id] : undefined) ?? {};
  const answer = type ?? (kind === 'term' ? 'boolean' : kind === 'ruling' ? 'enum' : 'day');
  return { answer, ...(unit !== undefined && { unit }) };
}

/**
 * Who was asked when it happened, and does not know or not closely, may know when it was found out: it was not after
 * that.
 */
function boundOf({ rules, incident }: Hypothesis, points: readonly WaitedFor<Names>[]): WaitedFor<Names>[] {
  const { plan, occurredAt, discoveredAt } = rules;
  const time = points.find(({ id }) => plan.index(id) === occurredAt);
  const isTold = incident.times[occurredAt] !== undefined || incident.unknown?.includes(time?.id ?? '') === true;
  if (!time || !isTold) return [];
  const later = plan.facts[discoveredAt]?.name;
  const isAsked = incident.times[discoveredAt] !== undefined || points.some(({ id }) => id === later);
  if (later === undefined || isAsked) return [];
  return openPointsOf(rules, [{ provision: '', on: [{ kind: 'fact', id: later }] }]).map((point) => ({
    ...point,
    provisions: time.provisions,
  }));
}

/** The options of a set that are not decided yet: nobody is asked again for the others. */
function restOf({ rules: { plan }, now }: Hypothesis, { id, options = {} }: WaitedFor<Names>) {
  const { rest } = undecided(now.incident.values[plan.index(id)], Object.keys(options));
  return { options: Object.fromEntries(Object.entries(options).filter(([option]) => rest.includes(option))) };
}

/**
 * How many provisions would still wait after each answer; answers that come to the same count once, and those that
 * contradict the rest not at all.
 */
function outcomes(of: Hypothesis, goal: Goal, answers: readonly Change[]): number[] {
  const left = new Map<string, number>();
  for (const answer of answers) {
    const incidentCase = of.with([answer]);
    if (incidentCase) left.set(verdictsOf(incidentCase, goal.provisions).join(''), waiting(incidentCase, goal));
  }
  return [...left.values()];
}

const average = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
