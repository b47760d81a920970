import type { Judged } from '../../judge.js';
import { applyOperator } from '../../logic/operators.js';
import { truthValue } from '../../logic/truth.js';
import type { Assumption, Way } from '../../logic/ways.js';
import { localInstant } from '../../regulation/dates.js';
import type { FactDefinition } from '../../regulation/schema.js';
import { candidates, type Measures, MINUTE_MS, stepOf } from './candidates.js';
import type { Change, Hypothesis } from './hypothesis.js';

/** Combinations of values that are tried for one way at most. */
const TRIES = 500;

/**
 * Changes that would bring about what each way assumes, judged to do so: the ways say on what, the values are tried, and of each set that
 * reaches the goal nothing can be spared. The smallest sets first, at most so many.
 */
export function changesFor(of: Hypothesis, ways: readonly Way[], measures: Measures, reached: (judged: Judged) => boolean, most: number): Change[][] {
  const reaches = (changes: readonly Change[]): boolean => {
    const judged = of.with(changes);
    return judged !== undefined && reached(judged);
  };
  const found = new Map<string, Change[]>();
  for (const way of ways) {
    if (found.size === most) break;
    const changes = firstOf(product(choicesFor(of, way, measures)), reaches);
    if (!changes) continue;
    const needed = limits(of, withoutSpare(changes, reaches), measures, reaches);
    const ordered = inOrder(of, needed);
    found.set(JSON.stringify(ordered), ordered);
  }
  return [...found.values()].sort((a, b) => a.length - b.length);
}

/** In the order of the rule files: facts, terms, then what is for others to rule on. */
function inOrder({ bound: { regulation } }: Hypothesis, changes: readonly Change[]): Change[] {
  const { facts, terms, questions } = regulation;
  const order = [facts, terms, questions].flatMap((named) => Object.keys(named));
  return [...changes].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

function firstOf(combinations: Iterable<Change[]>, reaches: (changes: readonly Change[]) => boolean): Change[] | undefined {
  let tries = 0;
  for (const changes of combinations) {
    if (reaches(changes)) return changes;
    if (++tries === TRIES) return undefined;
  }
  return undefined;
}

/** Leaves out, one after the other, what the goal is reached without. */
function withoutSpare(changes: readonly Change[], reaches: (changes: readonly Change[]) => boolean): Change[] {
  return changes.reduce<Change[]>(
    (kept, change) => {
      const less = kept.filter((other) => other !== change);
      return reaches(less) ? less : kept;
    },
    [...changes],
  );
}

/** Takes of numbers and times the one that is a limit, if one is: what is reported by 14:00 might as well be reported before. */
function limits(of: Hypothesis, changes: readonly Change[], measures: Measures, reaches: (changes: readonly Change[]) => boolean): Change[] {
  const { plan } = of.bound;
  return changes.map((change) => {
    const fact = change.kind === 'fact' ? plan.facts[plan.index(change.id)]?.definition : undefined;
    if (fact?.type !== 'number' && fact?.type !== 'instant') return change;
    const instead = (other: Change) => reaches(changes.map((each) => (each === change ? other : each)));
    for (const other of [change, ...candidates(of, change, measures)]) {
      const [lower, higher] = [instead(shifted(other, -1, fact)), instead(shifted(other, 1, fact))];
      if (lower !== higher && instead(other)) return { ...other, bound: lower ? 'at-most' : 'at-least' };
    }
    return change;
  });
}

/** A number or a time moved by the least that people write down. */
function shifted(change: Change, sign: number, fact: FactDefinition): Change {
  if (fact.type === 'number') return { ...change, value: (change.value as number) + sign * stepOf(fact) };
  return { ...change, value: localInstant(Date.parse(change.value as string) + sign * MINUTE_MS) };
}

/** Values of one fact that are tried: a way holds with any that fits, unless it contradicts something else. */
const FITTING = 3;

/** For each input that a way is about, the changes that may bring its assumptions about; nothing stands for leaving it as it is. */
function choicesFor(of: Hypothesis, way: Way, measures: Measures): (Change | undefined)[][] {
  const choices = new Map<string, (Change | undefined)[]>();
  const narrow = (kind: Change['kind'], id: string, fits: (change: Change) => boolean) => {
    const key = `${kind} ${id}`;
    const before = choices.get(key) ?? candidates(of, { kind, id }, measures);
    choices.set(
      key,
      before.filter((change) => change !== undefined && fits(change)),
    );
  };
  const free = (kind: Change['kind'], id: string) => {
    const key = `${kind} ${id}`;
    if (!choices.has(key)) choices.set(key, [...candidates(of, { kind, id }, measures), undefined]);
  };
  for (const assumption of way.values()) {
    if (assumption.on === 'question') narrow('ruling', assumption.question, ({ value }) => value === assumption.reading);
    else if (assumption.on === 'epoch') for (const id of assumption.missing) narrow('fact', id, (change) => liesIn(of, change, assumption.index));
    else if (assumption.leaf.kind === 'term') narrow('term', assumption.leaf.term, ({ value }) => value === (assumption.truth === 'met'));
    else if (assumption.leaf.kind === 'commencement') free('issue-date', 'issue-date');
    else {
      const { fact, missing = [] } = assumption.leaf;
      const definition = of.bound.regulation.facts[fact];
      const hours = definition?.derive?.hours;
      if (hours) for (const id of new Set([hours.status, hours.to, ...missing])) free('fact', id);
      else narrow('fact', fact, (change) => fits(change, assumption, definition));
    }
  }
  return [...choices].map(([, changes]) => (changes.includes(undefined) ? changes : changes.slice(0, FITTING)));
}

/** Whether a time lies in one of the states of the law that may apply. */
function liesIn({ bound, now }: Hypothesis, { value }: Change, index: number): boolean {
  const ms = Date.parse(String(value));
  return bound.law(ms, ms).epochs[0] === now.law.epochs[index];
}

/** Whether a value has the truth that is assumed of a leaf. */
function fits(change: Change, assumption: Assumption, fact: FactDefinition | undefined): boolean {
  if (assumption.on !== 'leaf' || assumption.leaf.kind !== 'fact') return true;
  const { operator, expected } = assumption.leaf;
  const value = change.value === fact?.pending ? { pending: change.value as string } : change.value;
  return applyOperator(operator, value, expected) === truthValue(assumption.truth);
}

function* product(choices: readonly (readonly (Change | undefined)[])[]): Generator<Change[]> {
  const [first, ...rest] = choices;
  if (!first) {
    yield [];
    return;
  }
  for (const changes of product(rest)) for (const change of first) yield change ? [change, ...changes] : changes;
}
