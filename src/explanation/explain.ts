import type { IncidentAssessment } from '../assessment/assessment.js';
import { decidingCases } from '../assessment/deciding.js';
import { reasonIn } from '../assessment/reason-of.js';
import { type PolicyOption, type Restored, rulesetFor } from '../assessment/restore.js';
import { inFull, type OpenPoints, openPointsOf } from '../case/open-points.js';
import { type Bilingual, verbatim } from '../language.js';
import type { Reason } from '../logic/reason.js';
import { smallestSupport } from '../logic/support.js';
import type { Obligation, ObligationReport } from '../obligations/report.js';
import type { Ruleset } from '../policy/create-policy.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { Regulation } from '../regulation/schema.js';
import { type Citing, citationIn } from './cited.js';
import type { Explanation } from './explanation.js';
import { groundOf, rulingsUsed, valueUsed } from './ground.js';
import { guarded } from './guarded.js';
import { proofIn } from './proof.js';
import type { AnyAssessment } from './results.js';

export interface ExplainOptions extends PolicyOption {
  /** Of an incident that concerns several units: for which of them. Without one, for the unit that decides. */
  readonly unit?: string | undefined;
}

/**
 * Explains a finding of an assessment, or a duty that the incident calls up: why it is met, why not, or why it is open.
 *
 * @throws ZerenzhiError if the assessment has no such provision, or rests on other rules than the policy's
 * @example
 * const { grounds } = explainFinding(assessIncident({ leak: { occurred: false } }), 'art9.p2.i3');
 */
export const explainFinding = <N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  id: N['accountability'] | N['response'],
  options?: ExplainOptions,
): Explanation =>
  guarded(options, { policy: 'policy', unit: 'string' }, ({ policy, unit }) =>
    explainIn(decidingCases(assessment as AnyAssessment, policy)(id, unit), assessment, id, unit),
  );

/**
 * Explains an obligation of a unit, from the report it stands in.
 *
 * @throws ZerenzhiError if the report rests on other rules than the policy's
 * @example
 * const report = checkUnitObligations(unit);
 * const explanations = report.obligations.map((obligation) => explainObligation(report, obligation));
 */
export const explainObligation = <N extends Names = ShippedNames>(
  report: ObligationReport<N>,
  obligation: Obligation<N>,
  options?: PolicyOption,
): Explanation =>
  guarded(options, { policy: 'policy' }, ({ policy }) => {
    const explained = { ...obligation, label: obligation.action };
    return explanationOf(report, explained, obligation.reason, rulesetFor(report.policy, policy));
  });

/** A finding or a response, of one unit where several owe it, explained, where the case was restored before. */
export function explainIn(restored: Restored, assessment: AnyAssessment, id: string, unit?: string): Explanation {
  const reason = reasonIn(restored, id);
  const { rules } = restored;
  const finding = assessment.findings.find(({ provision }) => provision === id);
  if (finding) return explanationOf(assessment, finding, reason, rules);
  const response = assessment.responses.find(
    (each) => each.provision === id && (unit === undefined || each.unit === unit),
  );
  const { action, status: standing, follows } = response ?? { action: verbatim(id) };
  const followed = assessment.findings.filter(({ consequence }) => consequence === follows);
  const open = [...(response?.open ?? []), ...followed.flatMap((each) => each.open)];
  const explanation = explanationOf(assessment, { ...response, provision: id, label: action, open }, reason, rules);
  return standing === undefined ? explanation : { ...explanation, standing };
}

/** What is explained: it names what it waits for by ids. */
interface Explained {
  readonly provision: string;
  readonly label: Bilingual;
  readonly open: readonly string[];
  readonly editions?: readonly string[] | undefined;
  readonly unreached?: readonly string[] | undefined;
}

function explanationOf(
  result: Citing & OpenPoints,
  { provision, label, open, editions, unreached }: Explained,
  reason: Reason,
  rules: Ruleset,
): Explanation {
  const { truth } = reason;
  const { regulation } = rules;
  const support = truth === 'undetermined' ? undefined : smallestSupport(reason);
  const on = truth === 'undetermined' ? inFull(result).filter(({ id }) => open.includes(id)) : [];
  return {
    provision,
    label,
    citation: citationIn(result, provision),
    status: truth,
    ...(editions && { editions }),
    grounds: truth === 'undetermined' ? [] : (support?.leaves ?? []).map((leaf) => groundOf(leaf, truth, regulation)),
    rulings: support ? rulingsUsed(support, rules) : [],
    values: (support?.measured ?? []).flatMap((measured) => valueUsed(measured, rules)),
    ...(unreached && { unreached: unreached.map((id) => ({ id, label: labelOf(regulation, id) })) }),
    proof: proofIn(reason, regulation),
    // For this provision alone: in the order of the rule files.
    openPoints: openPointsOf(rules, [{ provision, on }]),
  };
}

const labelOf = ({ questions, terms }: Regulation, id: string): Bilingual =>
  questions[id]?.ask ?? terms[id]?.label ?? verbatim(id);
