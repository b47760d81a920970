import type { IncidentFacts } from '../../rules/generated/regulation.js';
import { VERSION } from '../../rules/generated/version.js';
import { type AssessOptions, assessIncident, type IncidentAssessment } from '../assessment/assess-incident.js';
import { refuse } from '../diagnostics/diagnostics.js';
import type { IncidentBase } from '../model/incident.js';
import type { Organization } from '../model/organization.js';
import { type AnyFacts, bindingOf, type Policy } from '../policy/create-policy.js';
import { inShort } from '../regulation/in-short.js';
import type { Regulation } from '../regulation/schema.js';
import { digestOf } from './canonical.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { plainCopy, recordFaults } from './plain.js';

export const FORMAT = { name: 'zerenzhi-record', version: 1 } as const;

/** An assessment written down: what it was made of and what it came to, as plain JSON with digests of its parts and a seal over the whole. */
export interface AssessmentRecord {
  readonly format: typeof FORMAT;
  /** What made it. */
  readonly library: { readonly name: string; readonly version: string };
  readonly regulation: {
    readonly id: string;
    readonly number: string;
    /** The day of issue, or its year where the text gives no more. */
    readonly issued: string;
  };
  /** The options of `createPolicy` that make the policy again; the values of its profile stand among the terms. */
  readonly policy: Omit<Policy<object>, 'regulation'>;
  readonly input: {
    /** The time of judgement. */
    readonly asOf: string;
    readonly incident: AnyFacts;
    readonly organization?: Organization;
  };
  readonly outcome: Outcome;
  /** Of all that the functions read of the regulation, and of three parts of the record: SHA-256 of the canonical form (RFC 8785). */
  readonly digests: Digests;
  /** The same of everything else in the record. */
  readonly seal: string;
}

export interface Digests {
  readonly regulation: string;
  readonly policy: string;
  readonly input: string;
  readonly outcome: string;
}

/** An assessment with the record of it. */
export interface Recorded {
  readonly record: AssessmentRecord;
  readonly assessment: IncidentAssessment;
}

/**
 * Assesses an incident and writes it down, so that whoever has the record can derive the outcome again with `replay`. The seal shows that a
 * record was changed; it is no signature, and does not show who made it.
 *
 * @param incident as for `assessIncident`
 * @throws ZerenzhiError with every fault of the incident, the organization or the options
 * @example
 * const { record, assessment } = recordAssessment({ incident: { occurred: true } }, { asOf: '2024-06-30' });
 */
export function recordAssessment<Facts extends object = IncidentFacts>(
  incident: IncidentBase & NoInfer<Facts>,
  options: AssessOptions<Facts> = {},
): Recorded {
  refuse([...recordFaults(incident), ...recordFaults(options.organization, 'organization')]);
  // What is assessed is what is written down: a copy, and a time that does not run on.
  const input = plainCopy({
    asOf: options.asOf ?? new Date().toISOString(),
    incident,
    ...(options.organization !== undefined && { organization: options.organization }),
  });
  const assessment = assessIncident(input.incident as typeof incident, { ...options, ...input });
  const { regulation: id, ...policy } = assessment.policy;
  const { regulation } = bindingOf(assessment.policy);
  const record = plainCopy({
    format: FORMAT,
    library: { name: 'zerenzhi', version: VERSION },
    regulation: { id, number: regulation.number, issued: regulation.issued },
    policy,
    input: input as AssessmentRecord['input'],
    outcome: outcomeOf(assessment),
  });
  return {
    record: sealed({ ...record, digests: { regulation: regulationDigest(regulation), ...digestsOf(record) } }),
    assessment,
  };
}

/** The digests of a record's parts, as they stand in it. */
export const digestsOf = ({
  policy,
  input,
  outcome,
}: Pick<AssessmentRecord, 'policy' | 'input' | 'outcome'>): Omit<Digests, 'regulation'> => ({
  policy: digestOf(policy),
  input: digestOf(input),
  outcome: digestOf(outcome),
});

/** A record with the seal that fits it. */
export const sealed = (record: Omit<AssessmentRecord, 'seal'>): AssessmentRecord => ({
  ...record,
  seal: digestOf(record),
});

const known = new WeakMap<Regulation, string>();

/** The digest of all that the functions read of a regulation, worked out once: the shipped one and its rule files have the same. */
export function regulationDigest(regulation: Regulation): string {
  const digest = known.get(regulation) ?? digestOf(inShort(regulation));
  known.set(regulation, digest);
  return digest;
}
