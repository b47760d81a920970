import { ruleIn } from '../case/governing-law.js';
import { valuesOf } from '../case/options.js';
import { diagnostic, faultsOf, refuse, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { reading } from '../diagnostics/reading.js';
import { type Reason, evaluateReason as truthOfLeaves } from '../logic/reason.js';
import type { Truth } from '../logic/truth.js';
import type { Names, ShippedNames } from '../policy/names.js';
import { callOf } from '../regulation/rhythm.js';
import type { Duty } from '../regulation/schema.js';
import type { CaseId, IncidentAssessment } from './assessment.js';
import { responseReason } from './responses.js';
import { type PolicyOption, type Restored, restore } from './restore.js';

/**
 * Why a finding or a response of an assessment came out as it did: the rule's own tree with the truth of every node,
 * worked out again from the facts in the assessment and the rules of its policy. Where an incident concerns several
 * units or systems, `unit` and `system` say which.
 *
 * @param assessment as `assessIncident` made it, or as `JSON.parse` read it
 * @param id a provision on accountability, or a duty to report or to handle
 * @throws ZerenzhiError if the rules or the policy are not those it was made by, or it has no such provision
 * @example
 * const { truth } = reasonOf(assessIncident({ leak: { occurred: false } }), 'art9.p2.i3');
 */
export function reasonOf<N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  id: N['accountability'] | N['response'],
  options?: PolicyOption & CaseId,
): Reason {
  const { values, faults } = valuesOf(options, ['policy', 'unit', 'system']);
  refuse(faultsOf('options', faults));
  const { unit, system } = values as CaseId;
  const which = { ...(unit !== undefined && { unit }), ...(system !== undefined && { system }) };
  return reading(() => reasonIn(restore(assessment, values.policy, which), id), 'assessment');
}

/**
 * The truth of a reason worked out again from its leaves alone: equal to `reason.truth`, or the reason is not one.
 *
 * @throws ZerenzhiError if it has not the form of a reason
 */
export const evaluateReason = (reason: Reason): Truth => reading(() => truthOfLeaves(reason));

/** The same, where the case was restored before. */
export function reasonIn(restored: Restored, id: string): Reason {
  const { rules, input } = restored;
  const among: string[] = [];
  for (const { provision } of rules.located) {
    const isResponse = callOf(provision) !== undefined;
    if (!isResponse && provision.kind !== 'accountability') continue;
    if (provision.id === id)
      return isResponse ? responseReason(restored, provision as Duty) : ruleIn(restored, id).reason(input);
    among.push(provision.id);
  }
  const fault = diagnostic('assessment/unknown-provision', 'id', { value: id, among });
  throw new ZerenzhiError(faultsOf('options', [fault]));
}
