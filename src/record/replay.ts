import { regulation as shipped } from '../../rules/generated/regulation.js';
import { VERSION } from '../../rules/generated/version.js';
import { assessIncident } from '../assessment/assess-incident.js';
import { valuesOf } from '../case/options.js';
import { type Diagnostic, diagnostic, faultsOf, refuse, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { type Bilingual, both, type Lang } from '../language.js';
import { type CheckName, type CheckState, RECORD } from '../messages/record.js';
import { createPolicy, type Policy } from '../policy/create-policy.js';
import type { Names } from '../policy/names.js';
import { digestOf } from '../regulation/canonical.js';
import { digestOfChecked } from '../regulation/checked.js';
import type { Regulation } from '../regulation/schema.js';
import { type Difference, differencesOf } from './differences.js';
import { outcomeOf } from './outcome.js';
import { readRecord } from './read.js';
import { type AssessmentRecord, digestsOf, LIBRARY, type Supersedes } from './record.js';

export interface ReplayOptions {
  /** The regulation of the record, if it is not the shipped one; as `zerenzhi/authoring` loaded or checked it. */
  readonly regulation?: Regulation | undefined;
}

/** One thing a replay looked at. */
export interface Check<Name extends CheckName = CheckName> {
  readonly state: CheckState<Name>;
  readonly holds: boolean;
  readonly message: Bilingual;
}

/** What became of a record. */
export interface Replay {
  /** Whether every check holds. */
  readonly identical: boolean;
  /**
   * `touched`: changed after it was recorded. `digest-touched`: only its digest was. `changed`: what is at hand is not
   * what was recorded.
   */
  readonly checks: { readonly [name in CheckName]: Check<name> };
  /** Where the outcome, derived again, differs from the recorded one. */
  readonly differences: readonly Difference[];
  /** Why it cannot be derived again. */
  readonly faults: readonly Diagnostic[];
  /** The record that it takes the place of, as it says. */
  readonly supersedes?: Supersedes;
}

/**
 * Reads a record, holds it against its digests and its seal, derives its outcome again with the rules and the library
 * at hand, and tells what differs and why: something in the record was changed, the rules did, or the library did.
 *
 * @param record an `AssessmentRecord`, for example from `JSON.parse`
 * @throws ZerenzhiError with every fault of its shape if it is no record, or of a format that is not known
 * @example
 * const { identical, checks, differences } = replay(JSON.parse(text));
 */
export function replay(record: unknown, options?: ReplayOptions): Replay {
  const { values, faults } = valuesOf(options, ['regulation']);
  const regulation = (values.regulation ?? shipped) as Regulation;
  const found = typeof regulation === 'object' ? digestOfChecked(regulation) : undefined;
  const unchecked = found === undefined ? [diagnostic('policy/unchecked-regulation', 'regulation')] : [];
  refuse(faultsOf('options', [...faults, ...unchecked]));
  const read = readRecord(record);
  const rules = { recorded: read.digests.regulation, found: found as string };
  const same = read.regulation.id === regulation.id;
  const { policy, input, outcome, seal, ...made } = integrity(read, same ? rules.found : rules.recorded);
  const derived = same ? derive(read, regulation) : { differences: [], faults: [] };
  // What no digest covers says what the rules and the library are called: a seal made anew fits any of it.
  const [labels, titles] = [read.regulation, regulation].map(({ number, issued }) => `${number}, ${issued}`);
  const checks: Replay['checks'] = {
    input: check('input', input),
    policy: check('policy', policy),
    outcome: check('outcome', outcome),
    seal: check('seal', seal),
    regulation: !same
      ? check('regulation', 'another', read.regulation.id, regulation.id)
      : made.regulation === 'same' && labels !== titles
        ? check('regulation', 'relabelled', labels, titles)
        : check('regulation', made.regulation, rules.recorded, rules.found),
    library:
      read.library.name === LIBRARY
        ? check('library', made.library, read.library.version, VERSION)
        : check('library', 'another', read.library.name, LIBRARY),
    derived: !same
      ? check('derived', 'not-tried')
      : derived.faults.length > 0
        ? check('derived', 'refused', String(derived.faults.length))
        : check('derived', derived.differences.length === 0 ? 'same' : 'different', String(derived.differences.length)),
  };
  const { supersedes } = read;
  const identical = Object.values(checks).every(({ holds }) => holds);
  return { identical, checks, ...derived, ...(supersedes && { supersedes }) };
}

function check<Name extends CheckName>(name: Name, state: CheckState<Name>, recorded = '', found = ''): Check<Name> {
  const say = (lang: Lang) =>
    (RECORD[lang][name][state] as (recorded: string, found: string) => string)(recorded, found);
  return { state, holds: state === 'intact' || state === 'same', message: both(say) };
}

type Part = 'policy' | 'input' | 'outcome';
type Integrity = { [name in Exclude<CheckName, 'derived'>]: CheckState<name> };

/** A record against its digests and its seal, with the digest of the rules and the version of the library at hand. */
function integrity({ seal, ...record }: AssessmentRecord, found: string): Integrity {
  const digests = { ...record.digests, ...digestsOf(record) };
  const wrong = (part: Part) => record.digests[part] !== digests[part];
  // If the seal fits with the right digests, the parts are what was sealed, and only digests were changed; so too with
  // the rules and the version at hand, if those stand in the place of what is recorded.
  const [ofRules, versions] = [new Set([digests.regulation, found]), new Set([record.library.version, VERSION])];
  const whole = [...ofRules]
    .flatMap((regulation) => [...versions].map((version) => ({ regulation, version })))
    .find(
      ({ regulation, version }) =>
        digestOf({ ...record, library: { ...record.library, version }, digests: { ...digests, regulation } }) === seal,
    );
  const state = (part: Part) => (!wrong(part) ? 'intact' : whole ? 'digest-touched' : 'touched');
  const touched = wrong('policy') || wrong('input') || wrong('outcome');
  return {
    policy: state('policy'),
    input: state('input'),
    outcome: state('outcome'),
    seal: whole || digestOf(record) === seal ? 'intact' : touched ? 'broken' : 'touched',
    regulation: digests.regulation === found ? 'same' : whole?.regulation === found ? 'digest-touched' : 'changed',
    library: record.library.version === VERSION ? 'same' : whole?.version === VERSION ? 'touched' : 'changed',
  };
}

function derive(
  { input, policy, outcome }: AssessmentRecord,
  regulation: Regulation,
): Pick<Replay, 'differences' | 'faults'> {
  try {
    const { asOf, incident, organization } = input;
    const assessment = assessIncident(incident as unknown, {
      asOf,
      organization,
      policy: policyOf(policy, regulation),
    });
    return { differences: differencesOf(outcome, outcomeOf(assessment)), faults: [] };
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) throw error;
    return { differences: [], faults: error.diagnostics };
  }
}

// Many records are of one policy: the last one made is kept.
let last: { readonly regulation: Regulation; readonly digest: string; readonly policy: Policy<Names> } | undefined;

/** The policy of a record, made again. */
export function policyOf(recorded: AssessmentRecord['policy'], regulation: Regulation): Policy<Names> {
  const digest = digestOf(recorded);
  if (last?.regulation !== regulation || last.digest !== digest)
    last = { regulation, digest, policy: createPolicy({ ...recorded, regulation }) };
  return last.policy;
}
