import { lawOfTime } from '../case/governing-law.js';
import type { IncidentCase } from '../case/incident-case.js';
import { orderOf } from '../case/open-points.js';
import { applyOperator } from '../logic/operators.js';
import type { FactReason } from '../logic/reason.js';
import { truthValue } from '../logic/truth.js';
import type { Assumption, Way } from '../logic/ways.js';
import { nameOfTime, OF_INCIDENT } from '../regulation/governing.js';
import type { FactDefinition } from '../regulation/schema.js';
import { candidates, linesOf, type Measures } from './candidates.js';
import type { Change, Hypothesis, Range } from './hypothesis.js';

/** Combinations of values that are tried for one way at most. */
const TRIES = 1000;

/**
 * Changes that would bring about what each way assumes, judged to do so: the ways say on what, the values are tried,
 * and of each set that reaches the goal nothing can be spared. The smallest sets first, at most so many.
 */
export function changesFor(
  of: Hypothesis,
  ways: readonly Way[],
  measures: Measures,
  reached: (incidentCase: IncidentCase) => boolean,
  most: number,
): Change[][] {
  const reaches = (changes: readonly Change[]): boolean => {
    const incidentCase = of.with(changes);
    return incidentCase !== undefined && reached(incidentCase);
  };
  const found = new Map<string, Change[]>();
  for (const way of ways) {
    if (found.size === most) break;
    const changes = firstOf(product(choicesFor(of, way, measures)), reaches);
    if (!changes) continue;
    const ordered = inOrder(of, needed(of, changes, measures, reaches));
    found.set(JSON.stringify(ordered), ordered);
  }
  return [...found.values()].sort((a, b) => a.length - b.length);
}

/** In the order of the rule files: facts, terms, then what is for others to rule on. */
function inOrder({ rules: { regulation } }: Hypothesis, changes: readonly Change[]): Change[] {
  const order = orderOf(regulation);
  return [...changes].sort((a, b) => (order.get(a.id) ?? -1) - (order.get(b.id) ?? -1));
}

function firstOf(combinations: Iterable<Change[]>, reaches: Reaches): Change[] | undefined {
  let tries = 0;
  for (const changes of combinations) {
    if (reaches(changes)) return changes;
    if (++tries === TRIES) return undefined;
  }
  return undefined;
}

/** Leaves out, one after the other, what the goal is reached without. */
function withoutSpare(changes: readonly Change[], reaches: Reaches): Change[] {
  return changes.reduce<Change[]>(
    (kept, change) => {
      const less = kept.filter((other) => other !== change);
      return reaches(less) ? less : kept;
    },
    [...changes],
  );
}

type Reaches = (changes: readonly Change[]) => boolean;

/** Two limits come to rest at once; more than a few steps nothing takes. */
const PASSES = 5;

/**
 * What of some changes is needed, with the limits of its numbers and times; at a limit something else may turn out to
 * be spare.
 */
function needed(of: Hypothesis, changes: readonly Change[], measures: Measures, reaches: Reaches): Change[] {
  const limited = withoutSpare(changes, reaches);
  // Each limit is that beside the values of the others: once they have come to rest, all hold together.
  for (let pass = 0, before = ''; pass < PASSES && before !== JSON.stringify(limited); pass++) {
    before = JSON.stringify(limited);
    for (const [i, change] of limited.entries()) limited[i] = atLimit(of, limited, change, measures, reaches);
  }
  const less = withoutSpare(limited, reaches);
  return less.length < limited.length ? needed(of, less, measures, reaches) : limited;
}

/**
 * A number, a time or a day told by how far it may go: had it been reported by 14:00, it might as well have been
 * before.
 */
function atLimit(
  of: Hypothesis,
  changes: readonly Change[],
  change: Change,
  measures: Measures,
  reaches: Reaches,
): Change {
  if (!isOnScale(of, change)) return change;
  const others = changes.filter((other) => other !== change);
  const scale = candidates({ ...of, incident: of.changed(others) }, change, measures)
    .concat(change)
    // What contradicts the rest says nothing of the law.
    .filter((value) => of.with([...others, value]) !== undefined)
    .sort((a, b) => placeOn(a) - placeOn(b));
  const does = scale.map((value) => reaches([...others, value]));
  const at = scale.indexOf(change);
  const [first, last] = [does.lastIndexOf(false, at), does.indexOf(false, at)];
  const [lower, upper] = [scale[first], last < 0 ? undefined : scale[last]];
  const [least, most] = [scale[first + 1] as Change, scale[(last < 0 ? scale.length : last) - 1] as Change];
  const { value: _, range: __, ...rest } = change;
  // Of times it may come out otherwise between two lines that the law draws than on either.
  const isLimit = (limit: Change, step: 1 | -1) => {
    if (!isMeasure(of, limit, change, others, measures)) return false;
    if (typeof limit.value === 'number') return true;
    const beside = [...others, { ...limit, value: new Date(placeOn(limit) + step).toISOString() }];
    return of.with(beside) === undefined || reaches(beside);
  };
  const range: Range = {
    ...(lower && (isLimit(lower, 1) ? { above: lower.value } : { least: least.value })),
    ...(upper && (isLimit(upper, -1) ? { below: upper.value } : { most: most.value })),
  };
  if (!lower && !upper) return change;
  return { ...rest, value: upper ? most.value : least.value, range };
}

const hasOrder = ({ rules: { regulation } }: Hypothesis, { kind, id }: Change): boolean =>
  kind === 'issue-date' || (kind === 'fact' && ['number', 'instant'].includes(regulation.facts[id]?.type ?? ''));

/** Whether a value has a place in that order; when something that lasted ended is told with its beginning, and has none. */
const isOnScale = (of: Hypothesis, change: Change): boolean => typeof change.value !== 'object' && hasOrder(of, change);

const placeOn = ({ value }: Change): number => (typeof value === 'number' ? value : Date.parse(String(value)));

/** Whether a value is where the law itself draws the line, and not the next one that people write down. */
function isMeasure(
  of: Hypothesis,
  { value }: Change,
  { kind, id }: Change,
  others: readonly Change[],
  measures: Measures,
): boolean {
  return (
    kind === 'fact' &&
    linesOf({ ...of, incident: of.changed(others) }, id, measures).includes(
      typeof value === 'number' ? value : placeOn({ kind, id, value }),
    )
  );
}

/** Values of one fact that are tried: a way holds with any that fits, unless it contradicts something else. */
const FITTING = 2;

/**
 * For each input that a way is about, the changes that may bring its assumptions about; nothing stands for leaving it
 * as it is.
 */
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
    if (assumption.on === 'question')
      narrow('ruling', assumption.question, ({ value }) => value === assumption.reading);
    else if (assumption.on === 'epoch')
      for (const id of assumption.missing) {
        // How long something was left undone turns on several facts: any of them may do it.
        if (assumption.missing.length > 1) free('fact', id);
        else narrow('fact', id, (change) => liesIn(of, change, assumption.time, assumption.index));
      }
    else if (assumption.leaf.kind === 'term')
      narrow('term', assumption.leaf.term, ({ value }) => value === (assumption.truth === 'met'));
    else if (assumption.leaf.kind === 'commencement') free('issue-date', 'issue-date');
    else if (assumption.leaf.kind === 'fact') {
      const { fact } = assumption.leaf;
      const definition = of.rules.regulation.facts[fact];
      const hours = definition?.derive?.hours;
      if (hours) for (const id of leversOf(of, assumption.leaf, hours)) free('fact', id);
      else narrow('fact', fact, (change) => fits(change, assumption, definition));
    }
  }
  // Of times any may contradict another time.
  const few = (changes: readonly (Change | undefined)[]) =>
    changes.some((change) => change === undefined || hasOrder(of, change)) ? changes : changes.slice(0, FITTING);
  return [...choices.values()].map((changes) => [...few(changes)]);
}

/**
 * What hours turn on: where they are open, what is missing, and a state that may still change; where they are known,
 * when it was done and whether.
 */
function leversOf(
  { rules: { plan }, now }: Hypothesis,
  { truth, missing = [] }: FactReason,
  { to, status }: { to: string; status: string },
): readonly string[] {
  if (truth !== 'undetermined') return [status, to];
  const state = now.input.values[plan.index(status)];
  return typeof state === 'object' && 'pending' in state ? [...new Set([status, to, ...missing])] : missing;
}

/** Whether a time lies in one of the states of the law that may apply. */
function liesIn({ rules, now }: Hypothesis, { value }: Change, name: string, index: number): boolean {
  const ms = Date.parse(String(value));
  // What settles a state settles no day.
  if (Number.isNaN(ms)) return true;
  const time = rules.times.find((each) => nameOfTime(each) === name) ?? OF_INCIDENT;
  return rules.law(ms, ms).epochs[0] === lawOfTime(now, time).epochs[index];
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
