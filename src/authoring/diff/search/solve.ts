import type { Input, InputValue } from './domains.js';
import { type Goal, type Search, type Way, waysTo } from './ways.js';

// Looks for values of inputs under which conditions come out as wanted: what has one way only is taken first, then ways are
// tried, those that settle the fewest inputs before others.

/** The values that an input may still have. */
export type Narrowed = ReadonlyMap<Input, readonly InputValue[]>;

interface State {
  readonly inputs: Narrowed;
  readonly goals: readonly Goal[];
}

/** More states than these are not looked into. */
const MOST = 2000;

/** Ways in which the goals may all be reached, those with the fewest inputs first. */
export function* solutions(goals: readonly Goal[], search: Search): Generator<Narrowed> {
  // By their size.
  const waiting: State[][] = [[{ inputs: new Map(), goals }]];
  const ways = remembered(search);
  for (let step = 0; step < MOST; step++) {
    const next = waiting.find((states) => states.length > 0)?.pop();
    if (!next) return;
    const choices = settled(next, search, ways);
    if (!Array.isArray(choices)) yield (choices as State).inputs;
    else
      for (const each of [...(choices as State[])].reverse()) {
        const size = sizeOf(each);
        while (waiting.length <= size) waiting.push([]);
        waiting[size]?.push(each);
      }
  }
}

/** The inputs settled so far. A case that needs a ruling is a larger one. */
const sizeOf = ({ inputs }: State): number =>
  [...inputs.keys()].reduce((sum, input) => sum + (input.startsWith('question:') ? 2 : 1), 0);

/** The state in which every goal is reached; or, where there is a choice, those that the goal with the fewest ways leads to. */
function settled(given: State, search: Search, ways: typeof waysTo): State | readonly State[] {
  let state = given;
  while (state.goals.length > 0) {
    let fewest: readonly State[] | undefined;
    for (const goal of state.goals) {
      const rest = { inputs: state.inputs, goals: state.goals.filter((each) => each !== goal) };
      const states = ways(goal, search).flatMap((way) => taken(rest, way, search));
      if (!fewest || states.length < fewest.length) fewest = states;
      if (fewest.length < 2) break;
    }
    const [only, ...others] = fewest ?? [];
    if (!only || others.length > 0) return fewest ?? [];
    state = only;
  }
  return state;
}

/** A state once a way is taken; none where an input cannot have such a value. */
function taken({ inputs, goals }: State, way: Way, { domains }: Search): State[] {
  const next = [...(way.goals ?? []), ...goals];
  if (way.input === undefined) return [{ inputs, goals: next }];
  const known = inputs.get(way.input) ?? domains.get(way.input) ?? [];
  const left = known.filter((value) => way.values?.includes(value));
  return left.length === 0 ? [] : [{ inputs: new Map([...inputs, [way.input, left]]), goals: next }];
}

/** The same condition is wanted in many states. */
function remembered(search: Search): typeof waysTo {
  const known = new Map<Goal['condition'], Map<Goal['rule'], Way[][]>>();
  return (goal) => {
    const { condition, rule, want } = goal;
    const byRule = known.get(condition) ?? new Map<Goal['rule'], Way[][]>();
    const found = byRule.get(rule) ?? [];
    const side = Number(want);
    found[side] ??= waysTo(goal, search);
    known.set(condition, byRule.set(rule, found));
    return found[side];
  };
}
