import type { OpenInput } from '../../logic/open-points.js';
import { type Goal, openInputsOf } from './goal.js';
import type { Change, Hypothesis } from './hypothesis.js';

/** An input that the outcome turns on; with its value, where it is known. */
export interface Relevant {
  readonly kind: Change['kind'];
  readonly id: string;
  readonly known?: NonNullable<Change['value']>;
}

/** All that a goal turns on: what is open, and what would be, were it not known. An answer that was given does not vanish. */
export function relevantInputs(of: Hypothesis, goal: Goal): Relevant[] {
  const open = [...new Map(openInputsOf(of.now, goal).map((input) => [`${input.kind} ${input.id}`, input])).values()];
  const known = stated(of).filter((change) => turnsOn(of, goal, change));
  return [...known.map(({ kind, id, value }) => ({ kind, id, known: value as NonNullable<Change['value']> })), ...open];
}

/** What the incident states and the policy rules. */
function stated({ bound: { plan, policy }, incident, now }: Hypothesis): Change[] {
  const rulings = Object.keys(policy.rulings).map((id) => ({ kind: 'ruling' as const, id, value: now.law.ruling(id) }));
  return [
    ...plan.facts.map(({ name }, i) => ({ kind: 'fact' as const, id: name, value: incident.values[i] })),
    ...plan.terms.map((id, i) => ({ kind: 'term' as const, id, value: incident.findings[i] })),
    ...rulings,
  ].filter(({ value }) => value !== undefined);
}

/** Whether it would be missing, were it not known. */
function turnsOn(of: Hypothesis, goal: Goal, { kind, id }: Change): boolean {
  const without = of.with([{ kind, id, value: undefined }]);
  return without !== undefined && openInputsOf(without, goal).some((input: OpenInput) => input.kind === kind && input.id === id);
}
