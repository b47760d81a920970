import { regulation as shipped } from '../../rules/generated/regulation.js';
import type { AssessOptions, Checked, Incident } from '../assessment/assess-incident.js';
import type { IncidentAssessment } from '../assessment/assessment.js';
import { valuesOf } from '../case/options.js';
import { type Diagnostic, diagnostic, faultsOf, refuse, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { readPolicy } from '../policy/create-policy.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { Regulation } from '../regulation/schema.js';
import { apart } from './changes.js';
import type { Comparison, InputChange } from './comparison.js';
import { outcomeOf } from './outcome.js';
import { readRecord } from './read.js';
import { type AssessmentRecord, type Recorded, recorded } from './record.js';
import { policyOf, type Replay, type ReplayOptions, replay } from './replay.js';
import { comparisonOf } from './turned.js';
import { assessed, RULES, turnedOnWhat } from './turned-on.js';

/** What a case is assessed by now; without a policy or an organization, by those of the record. */
export type CompareOptions<N extends Names = ShippedNames> = AssessOptions<N> & ReplayOptions;

/** A case that has gone on: what changed, and the assessment now with a record that takes the place of the former. */
export interface Compared<N extends Names = ShippedNames> extends Recorded<N> {
  readonly comparison: Comparison;
}

/**
 * Assesses an incident now and tells what has changed since a record of it was filed: how it comes out, which findings
 * turned and on which of the changed inputs, what was added, corrected or withdrawn, what is open now and what no
 * longer is. The new record names the seal of the one that it takes the place of.
 *
 * @param record an `AssessmentRecord`, for example from `JSON.parse`
 * @param incident the incident as it is known now, as for `assessIncident`
 * @throws ZerenzhiError if the record was changed since it was made, is of another regulation or another incident; with
 * every fault of the incident, the organization or the options
 * @example
 * const { comparison } = compareWithRecord(JSON.parse(text), { leak: { occurred: true } }, { asOf: '2024-07-31' });
 * for (const { provision, before, now, turnedOn } of comparison.findings) console.log(provision, before, now, turnedOn.changes);
 */
export function compareWithRecord<const Given, N extends Names = ShippedNames>(
  record: unknown,
  incident: Checked<Given, Incident<NoInfer<N>>>,
  options?: CompareOptions<N>,
): Compared<N> {
  const { values, faults } = valuesOf(options, ['policy', 'organization', 'asOf', 'regulation']);
  refuse(faultsOf('options', faults));
  const regulation = regulationOf(values);
  const { before, replayed } = basisOf(record, regulation);
  const { policy = policyOf(before.policy, regulation), organization = before.input.organization, asOf } = values;
  const made = recorded(incident, { policy, organization, asOf }, { seal: before.seal });
  refuse(faultsOf('record', otherIncident(before, made.record)));
  const parted = apart(before, made.record, regulation);
  const others = otherRules(before, made.record, replayed);
  const derived = assessed(before, regulation);
  const byOtherRules = derived && others.length > 0 ? { input: before.input, outcome: outcomeOf(derived) } : undefined;
  const sides = {
    before,
    now: made.record,
    assessments: { before: derived, now: made.assessment },
    turnedOn: turnedOnWhat(parted, { now: made.record, byOtherRules }, regulation),
  };
  const comparison = comparisonOf(sides, [...parted.changes, ...others]);
  return { comparison, ...made, assessment: made.assessment as IncidentAssessment<N> };
}

/** The regulation of the policy that is given; else the one that is named. */
function regulationOf({ policy, regulation }: Readonly<Record<string, unknown>>): Regulation {
  if (policy === undefined) return (regulation ?? shipped) as Regulation;
  const found = readPolicy(policy);
  if ('code' in found) refuse(faultsOf('options', [found]));
  return (found as Exclude<typeof found, Diagnostic>).regulation;
}

/** A record that can be built on, with its replay; what is wrong with it is said to be the record's. */
function basisOf(given: unknown, regulation: Regulation): { before: AssessmentRecord; replayed: Replay } {
  const before = asRecord(() => readRecord(given));
  const replayed = replay(before, { regulation });
  refuse(faultsOf('record', untrue(before, replayed, regulation)));
  return { before, replayed };
}

function asRecord<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof ZerenzhiError ? new ZerenzhiError(faultsOf('record', error.diagnostics)) : error;
  }
}

/** What was changed in a record after it was made. That the rules or the library are others by now is no fault of it. */
function untrue(record: AssessmentRecord, { checks }: Replay, { id }: Regulation): Diagnostic[] {
  if (checks.regulation.state === 'another')
    return [diagnostic('record/another-regulation', 'regulation.id', { value: record.regulation.id, expected: id })];
  const moved = checks.regulation.state === 'changed' || checks.library.state === 'changed';
  const underived = !moved && !checks.derived.holds ? ['outcome'] : [];
  const touched = Object.entries(checks).flatMap(([name, { state }]) =>
    ALTERED.includes(state) ? [PLACES[`${name} ${state}`] ?? PLACES[name] ?? name] : [],
  );
  return [...new Set([...touched, ...underived])].map((path) => diagnostic('record/altered', path));
}
const ALTERED: readonly string[] = ['touched', 'digest-touched', 'broken', 'relabelled', 'another'];
const PLACES: { readonly [check: string]: string } = {
  library: 'library.version',
  'library another': 'library.name',
  regulation: 'digests.regulation',
  'regulation relabelled': 'regulation',
};

/** Two incidents that say who they are and are not the same. */
function otherIncident({ input: { incident: was } }: AssessmentRecord, { input: { incident: is } }: AssessmentRecord) {
  if (typeof was.id !== 'string' || typeof is.id !== 'string' || was.id === is.id) return [];
  return [diagnostic('record/another-incident', 'input.incident.id', { value: was.id, expected: is.id })];
}

/** That the rules or the library are others than those of the record. */
function otherRules(before: AssessmentRecord, now: AssessmentRecord, { checks }: Replay): InputChange[] {
  if (checks.regulation.state === 'same' && checks.library.state === 'same') return [];
  const made = ({ library, digests }: AssessmentRecord) => ({ library: library.version, digest: digests.regulation });
  return [{ key: RULES, kind: RULES, id: '', change: 'corrected', before: made(before), now: made(now) }];
}
