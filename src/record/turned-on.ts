import { assessIncident } from '../assessment/assess-incident.js';
import type { IncidentAssessment } from '../assessment/assessment.js';
import { ZerenzhiError } from '../diagnostics/diagnostics.js';
import { once } from '../diagnostics/once.js';
import { createPolicy } from '../policy/create-policy.js';
import type { Names } from '../policy/names.js';
import type { Regulation } from '../regulation/schema.js';
import type { Judged } from './by-unit.js';
import { type Apart, withOne } from './changes.js';
import type { TurnedOn } from './comparison.js';
import { type Inputs, type Made, madeOf } from './inputs.js';
import { outcomeOf } from './outcome.js';

/** What is looked at of an outcome, in a form that can be compared. */
export type Aspect = (of: Judged) => string;

export const RULES = 'rules';

/** The assessment of what a record was made of, by the rules at hand; none where they refuse it. */
export function assessed({ input, policy }: Made, regulation: Regulation): IncidentAssessment<Names> | undefined {
  try {
    const { asOf, incident, organization } = input;
    return assessIncident(incident as unknown, {
      asOf,
      organization,
      policy: createPolicy({ ...policy, regulation }),
    }) as IncidentAssessment<Names>;
  } catch (error) {
    // A single change may contradict what was said before it.
    if (error instanceof ZerenzhiError) return undefined;
    throw error;
  }
}

/**
 * Tells on which changes an aspect of the outcome turned: first each is taken back alone in the case as it is now, then
 * each is made alone in the case as it was. Nothing is assessed that nobody asks for.
 *
 * @param judged the case now; and what the record was made of, by the rules at hand, where they are others than then
 */
export function turnedOnWhat(
  { before, now, changes }: Apart,
  judged: { readonly now: Judged; readonly byOtherRules: Judged | undefined },
  regulation: Regulation,
): (aspect: Aspect) => TurnedOn {
  const judgedWith = (inputs: Inputs): Judged | undefined => {
    const made = madeOf(inputs, regulation);
    const assessment = assessed(made, regulation);
    return assessment && { input: made.input, outcome: outcomeOf(assessment) };
  };
  const each = (from: Inputs, to: Inputs) =>
    once(() => changes.map(({ key }) => ({ key, judged: judgedWith(withOne(from, key, to)) })));
  const [takenBack, alone] = [each(now, before), each(before, now)];
  return (aspect) => {
    const is = aspect(judged.now);
    if (judged.byOtherRules && aspect(judged.byOtherRules) === is) return { how: 'enough', changes: [RULES] };
    const needed = takenBack().flatMap((one) => (one.judged && aspect(one.judged) !== is ? [one.key] : []));
    if (needed.length > 0) return { how: 'needed', changes: needed };
    const enough = alone().flatMap((one) => (one.judged && aspect(one.judged) === is ? [one.key] : []));
    return enough.length > 0 ? { how: 'enough', changes: enough } : { how: 'together', changes: [] };
  };
}
