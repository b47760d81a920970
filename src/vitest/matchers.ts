import { decidingCases } from '../assessment/deciding.js';
import { findingOf } from '../assessment/finding-of.js';
import { explainIn } from '../explanation/explain.js';
import type { AnyAssessment } from '../explanation/results.js';
import type { Truth } from '../logic/truth.js';
import type { ShippedNames } from '../policy/names.js';
import { explanationPage } from '../report/pages/explanation.js';
import { renderText } from '../report/render/text.js';

type Id<Known extends string> = Known | (string & {});

/** What an assessment is expected to say. A provision is met, unmet or open: `not.toMeet` holds of the last two. */
export interface AssessmentMatchers<Result = unknown> {
  /** The provision is met. */
  toMeet(provision: Id<ShippedNames['accountability']>): Result;
  /** The provision is unmet, which is more than not met. */
  toFailToMeet(provision: Id<ShippedNames['accountability']>): Result;
  /** The provision is open. */
  toLeaveOpen(provision: Id<ShippedNames['accountability']>): Result;
  /** A fact, a term or a question keeps a finding open: that of the provision, if one is named. */
  toTurnOn(
    input: Id<ShippedNames['question'] | ShippedNames['term']>,
    provision?: Id<ShippedNames['accountability']>,
  ): Result;
}

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: the parameter has to be that of vitest
  interface Matchers<T = any> extends AssessmentMatchers<T> {}
}

interface Matched {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Matchers for assessments, each with the reason where it fails.
 *
 * @example
 * expect.extend(matchers);
 * expect(assessIncident({ leak: { occurred: false } })).toFailToMeet('art9.p2.i3');
 */
export const matchers = {
  toMeet: (assessment: AnyAssessment, provision: string) => standing(assessment, provision, 'met'),
  toFailToMeet: (assessment: AnyAssessment, provision: string) => standing(assessment, provision, 'unmet'),
  toLeaveOpen: (assessment: AnyAssessment, provision: string) => standing(assessment, provision, 'undetermined'),
  toTurnOn(assessment: AnyAssessment, input: string, provision?: string): Matched {
    const asked = assessment.findings.filter((finding) => provision === undefined || finding.provision === provision);
    const open = new Set(
      asked.flatMap((finding) => findingOf(assessment, finding.provision).openPoints.map(({ id }) => id as string)),
    );
    return {
      pass: open.has(input),
      message: () => `${provision ?? assessment.accountability.status} turns on: ${[...open].join(', ') || 'nothing'}`,
    };
  },
};

function standing(assessment: AnyAssessment, provision: string, expected: Truth): Matched {
  const { status } = findingOf(assessment, provision);
  const why = () => explainIn(decidingCases(assessment, assessment.policy)(provision), assessment, provision);
  return {
    pass: status === expected,
    message: () => `${provision} is ${status}\n\n${renderText(explanationPage(why(), { proof: true }))}`,
  };
}
