import { nodesIn } from '../logic/formula.js';
import { type Goal, openInputsOf } from './goal.js';
import { type Change, type Hypothesis, reasonsOf } from './hypothesis.js';

/** An input that the provisions look at; with its value, or what is known of it in part. */
export interface Relevant {
  readonly kind: Change['kind'];
  readonly id: string;
  readonly known?: NonNullable<Change['value']>;
  /** It is so only because nobody has said otherwise. */
  readonly presumed?: true;
}

/**
 * All that a goal turns on: what its provisions look at and is known, and what is open. An answer that was given does
 * not vanish.
 */
export function relevantInputs(of: Hypothesis, goal: Goal): Relevant[] {
  const known = new Map<string, Relevant>();
  const add = (kind: Change['kind'], id: string, value: unknown, presumed = false) => {
    if (value === undefined || (typeof value === 'object' && !isTold(value as object))) return;
    known.set(`${kind} ${id}`, {
      kind,
      id,
      known: value as NonNullable<Change['value']>,
      ...(presumed && { presumed: true as const }),
    });
  };
  const { plan, occurredAt } = of.rules;
  const { input } = of.now;
  const fact = (id: string) => add('fact', id, input.values[plan.index(id)], input.presumed(plan.index(id)));
  // Which law applies turns on the time.
  fact(plan.facts[occurredAt]?.name ?? '');
  for (const node of reasonsOf(of.now, goal.provisions).flatMap((reason) => [...nodesIn(reason)])) {
    if (node.kind === 'fact') {
      const hours = plan.facts[plan.index(node.fact)]?.definition.derive?.hours;
      for (const id of hours ? [hours.from, hours.to, hours.status] : [node.fact]) fact(id);
    }
    if (node.kind === 'term' && node.by === 'finding') add('term', node.term, node.truth === 'met');
    if (node.kind === 'question') add('ruling', node.question, node.ruling);
  }
  // What is known in part stands with what is open.
  const open = new Map(openInputsOf(of.now, goal).map((found) => [`${found.kind} ${found.id}`, found]));
  return [
    ...[...known].flatMap(([key, input]) => (open.has(key) ? [] : [input])),
    ...[...open].map(([key, found]): Relevant => ({ ...found, ...known.get(key) })),
  ];
}

/** Whether a value is a whole one, or what is known of a number, a set or a time; what is alleged is open. */
const isTold = (value: object): boolean => Array.isArray(value) || !('pending' in value);
