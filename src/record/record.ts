import { VERSION } from '../../rules/generated/version.js';
import { type AssessOptions, assess, type Checked, type Incident } from '../assessment/assess-incident.js';
import type { IncidentAssessment } from '../assessment/assessment.js';
import { readCases } from '../case/incident-case.js';
import { readOptions } from '../case/options.js';
import { faultsOf } from '../diagnostics/diagnostics.js';
import { plainCopy } from '../diagnostics/plain-data.js';
import type { NamedParty } from '../model/incident.js';
import type { OrganizationBase } from '../model/organization.js';
import type { Policy } from '../policy/create-policy.js';
import type { Names, ShippedNames } from '../policy/names.js';
import { digestOf } from '../regulation/canonical.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { halves, jsonCopy } from './plain.js';

/** What makes records. */
export const LIBRARY = 'zerenzhi';
export const FORMAT = { name: 'zerenzhi-record', version: 2 } as const;

/**
 * An assessment written down: what it was made of and what it came to, as plain JSON with digests of its parts and a
 * seal over the whole.
 */
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
  readonly policy: Omit<Policy<Names>, 'regulation' | 'digest'>;
  readonly input: {
    /** The time of judgement. */
    readonly asOf: string;
    readonly incident: { readonly [fact: string]: unknown };
    readonly organization?: OrganizationBase;
  };
  readonly outcome: Outcome;
  /** The record of the same case that it takes the place of, by its seal. */
  readonly supersedes?: Supersedes;
  /**
   * Of all that the functions read of the regulation, and of three parts of the record: SHA-256 of the canonical form
   * (RFC 8785).
   */
  readonly digests: Digests;
  /** The same of everything else in the record. */
  readonly seal: string;
}

export interface Supersedes {
  readonly seal: string;
}

export interface Digests {
  readonly regulation: string;
  readonly policy: string;
  readonly input: string;
  readonly outcome: string;
}

/** An assessment with the record of it. */
export interface Recorded<N extends Names = ShippedNames> {
  readonly record: AssessmentRecord;
  readonly assessment: IncidentAssessment<N>;
}

/**
 * Assesses an incident and writes it down, so that whoever has the record can derive the outcome again with `replay`.
 * The seal shows that a record was changed; it is no signature, and does not show who made it.
 *
 * @param incident as for `assessIncident`
 * @throws ZerenzhiError with every fault of the incident, the organization or the options
 * @example
 * const { record, assessment } = recordAssessment({ incident: { occurred: true } }, { asOf: '2024-06-30' });
 */
export function recordAssessment<const Given, N extends Names = ShippedNames>(
  incident: Checked<Given, Incident<NoInfer<N>>>,
  options?: AssessOptions<N>,
): Recorded<N> {
  return recorded(incident, options) as Recorded<N>;
}

/** The same, of whatever is given; where it goes on with a case, with the record that it takes the place of. */
export function recorded(incident: unknown, options: unknown, supersedes?: Supersedes): Recorded<Names> {
  const { setting, time, faults } = readOptions(options);
  const { rules, asOf, register } = setting;
  // What is assessed is what is written down: a copy, and a time that does not run on.
  const { copy, faults: strange } = plainCopy(incident);
  const shown: unknown = strange.length > 0 ? incident : jsonCopy(copy);
  const organization = register === rules.unrecorded ? undefined : withoutNames(register.organization);
  const unkept = strange.length > 0 ? strange : halves(shown);
  const broken = [...faultsOf('incident', unkept), ...faultsOf('organization', halves(organization))];
  const cases = readCases(setting, shown, [...faults, ...broken]);
  const input = {
    asOf: time ?? new Date(asOf.ms).toISOString(),
    incident: partiesWithoutNames(shown as AssessmentRecord['input']['incident']),
    ...(organization && { organization }),
  };
  const assessment = assess(cases);
  const { regulation: id, digest, ...policy } = rules.policy;
  const record = jsonCopy({
    format: FORMAT,
    library: { name: LIBRARY, version: VERSION },
    regulation: { id, number: rules.regulation.number, issued: rules.regulation.issued },
    policy,
    input,
    outcome: outcomeOf(assessment),
    ...(supersedes && { supersedes }),
  });
  return { record: sealed({ ...record, digests: { regulation: digest, ...digestsOf(record) } }), assessment };
}

// A record goes further than the desk: persons stand in it by their ids.

function withoutNames({ persons: _, ...organization }: OrganizationBase): OrganizationBase {
  return organization;
}

function partiesWithoutNames({ parties, ...incident }: AssessmentRecord['input']['incident']) {
  if (!Array.isArray(parties)) return { ...incident, ...(parties !== undefined && { parties }) };
  return { ...incident, parties: (parties as NamedParty[]).map(({ name: _, ...party }) => party) };
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
