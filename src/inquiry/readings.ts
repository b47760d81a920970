import type { IncidentAssessment } from '../assessment/assessment.js';
import { reasonOf } from '../assessment/reason-of.js';
import type { PolicyOption } from '../assessment/restore.js';
import { choices, questionsOf } from '../logic/readings.js';
import { type Choice, truthUnder } from '../logic/reason.js';
import type { Truth } from '../logic/truth.js';
import type { Names, ShippedNames } from '../policy/names.js';

/** How a finding comes out under every combination of readings, those that a ruling has set aside among them. */
export interface ReadingsComparison<N extends Names = ShippedNames> {
  readonly provision: N['accountability'];
  /** The truth under all of them, where they agree. */
  readonly holds?: Truth;
  /** The questions whose reading makes a difference in some combination. */
  readonly turnsOn: readonly N['question'][];
  /** The rulings it rests on: the reading of each question that is ruled upon. */
  readonly ruled: Choice;
  readonly outcomes: readonly { readonly readings: Choice; readonly status: Truth }[];
}

/**
 * Compares the readings of the text for one finding: whether it holds under all of them, or on which it turns.
 *
 * @throws ZerenzhiError if the rules or the policy given are not those the assessment was made by, or it has no such
 * finding
 * @example
 * const { holds, turnsOn } = compareReadings(assessIncident({ leak: { occurred: true } }), 'art9.p2.i3');
 */
export function compareReadings<N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  provision: N['accountability'],
  options?: PolicyOption,
): ReadingsComparison<N> {
  const reason = reasonOf(assessment, provision, options);
  const questions = questionsOf(reason);
  const ruled = Object.fromEntries(
    [...questions].flatMap(([id, { ruling }]) => (ruling === undefined ? [] : [[id, ruling]])),
  );
  const outcomes = choices(questions).map((readings) => ({ readings, status: truthUnder(reason, readings) }));
  const [first, ...others] = outcomes;
  const agreed = first && others.every(({ status }) => status === first.status) ? first.status : undefined;
  // A question makes a difference where two combinations that differ in it alone come out differently.
  const turnsOn = [...questions.keys()].filter((question) =>
    outcomes.some((one) =>
      outcomes.some(
        (other) =>
          one.status !== other.status &&
          [...questions.keys()].every((key) => key === question || one.readings[key] === other.readings[key]),
      ),
    ),
  );
  return { provision, ...(agreed && { holds: agreed }), turnsOn, ruled, outcomes };
}
