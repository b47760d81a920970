import { assessIncident } from '../assessment/assess-incident.js';
import type { IncidentAssessment } from '../assessment/assessment.js';
import { ZerenzhiError } from '../diagnostics/diagnostics.js';
import { once } from '../diagnostics/once.js';
import { createPolicy } from '../policy/create-policy.js';
import type { Names } from '../policy/names.js';
import type { Regulation } from '../regulation/schema.js';
import { type Apart, withOne } from './changes.js';
import type { TurnedOn } from './comparison.js';
import { type Inputs, type Made, madeOf } from './inputs.js';
import { type Outcome, outcomeOf } from './outcome.js';

/** What is looked at of an outcome, in a form that can be compared. */
export type Aspect = (outcome: Outcome) => string;

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

export const RULES = 'rules';

/**
 * Tells on which changes an aspect of the outcome turned: first each is taken back alone in the case as it is now, then
 * each is made alone in the case as it was. Nothing is assessed that nobody asks for.
 */
export function turnedOnWhat(
  { before, now, changes }: Apart,
  outcomes: { readonly now: Outcome; readonly before: Outcome | undefined },
  regulation: Regulation,
): (aspect: Aspect) => TurnedOn {
  const outcomeWith = (inputs: Inputs): Outcome | undefined => {
    const assessment = assessed(madeOf(inputs, regulation), regulation);
    return assessment && outcomeOf(assessment);
  };
  const each = (from: Inputs, to: Inputs) =>
    once(() =>
      changes
        .filter(({ kind }) => kind !== RULES)
        .map(({ key }) => ({ key, outcome: outcomeWith(withOne(from, key, to)) })),
    );
  const [takenBack, alone] = [each(now, before), each(before, now)];
  return (aspect) => {
    const is = aspect(outcomes.now);
    // By the rules at hand it would have come out so already.
    if (outcomes.before && aspect(outcomes.before) === is) return { how: 'enough', changes: [RULES] };
    const needed = takenBack().flatMap(({ key, outcome }) => (outcome && aspect(outcome) !== is ? [key] : []));
    if (needed.length > 0) return { how: 'needed', changes: needed };
    const enough = alone().flatMap(({ key, outcome }) => (outcome && aspect(outcome) === is ? [key] : []));
    return enough.length > 0 ? { how: 'enough', changes: enough } : { how: 'together', changes: [] };
  };
}
