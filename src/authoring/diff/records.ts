import { assessIncident } from '../../assessment/assess-incident.js';
import { type Diagnostic, ZerenzhiError } from '../../diagnostics/diagnostics.js';
import { sameData } from '../../diagnostics/plain-data.js';
import { type Outcome, outcomeOf } from '../../record/outcome.js';
import { readRecord } from '../../record/read.js';
import type { AssessmentRecord } from '../../record/record.js';
import { policyOf } from '../../record/replay.js';
import type { Regulation } from '../../regulation/schema.js';
import { refuseUnchecked } from '../refuse-unchecked.js';

/** What comes of a filed case by each of two regulations. The record stays as it is. */
export interface RecordDiff {
  /** Of the incident, where it says them. */
  readonly id?: string;
  readonly title?: string;
  /** By which the record is told from others. */
  readonly seal: string;
  readonly asOf: string;
  /** How accountability comes out by each; absent where it cannot be assessed by it. */
  readonly before?: Outcome['accountability']['status'];
  readonly after?: Outcome['accountability']['status'];
  /** The findings and duties that come out otherwise. */
  readonly turned: readonly Turned[];
  /** Who answers, by when a duty is due, or who may propose what comes out otherwise. */
  readonly followsOtherwise?: true;
  /** Why it cannot be assessed by one of them. */
  readonly faults: { readonly before: readonly Diagnostic[]; readonly after: readonly Diagnostic[] };
}

/** A finding or a duty of one unit that comes out otherwise; one that is not there comes out as nothing. */
export interface Turned {
  readonly provision: string;
  readonly unit?: string;
  readonly before?: string;
  readonly after?: string;
}

/**
 * Assesses the incident of a filed record by two regulations, with the register, the values and the rulings on record and
 * as of its time, and tells what comes out otherwise. Nothing on file is altered.
 *
 * @throws ZerenzhiError with every fault if it is no record, or one of the regulations was not checked
 * @example
 * const { turned } = diffRecord(JSON.parse(text), loadRegulation('rules'), loadRegulation('amended'));
 */
export function diffRecord(value: unknown, before: Regulation, after: Regulation): RecordDiff {
  refuseUnchecked({ before, after });
  const record = readRecord(value);
  const { asOf, incident } = record.input;
  const [was, is] = [outcomeBy(before, record), outcomeBy(after, record)];
  const { id, title } = incident;
  return {
    ...(typeof id === 'string' && { id }),
    ...(typeof title === 'string' && { title }),
    seal: record.seal,
    asOf,
    ...(was.outcome && { before: was.outcome.accountability.status }),
    ...(is.outcome && { after: is.outcome.accountability.status }),
    turned: was.outcome && is.outcome ? turned(was.outcome, is.outcome) : [],
    ...(was.outcome &&
      is.outcome &&
      !sameData(consequencesOf(was.outcome), consequencesOf(is.outcome)) && { followsOtherwise: true }),
    faults: { before: was.faults, after: is.faults },
  };
}

/** What an outcome has beside how findings and duties stand. */
const consequencesOf = ({ chain, proposals, responses }: Outcome) => ({
  links: chain.links,
  proposals,
  due: Object.fromEntries(Object.entries(responses).map(([name, { due }]) => [name, due])),
});

interface By {
  readonly outcome?: Outcome;
  readonly faults: readonly Diagnostic[];
}

function outcomeBy(regulation: Regulation, { input, policy }: AssessmentRecord): By {
  try {
    const { asOf, incident, organization } = input;
    const settings = { asOf, organization, policy: policyOf(policy, regulation) };
    return { outcome: outcomeOf(assessIncident(incident as unknown, settings)), faults: [] };
  } catch (error) {
    if (error instanceof ZerenzhiError) return { faults: error.diagnostics };
    throw error;
  }
}

/** What of two outcomes is not the same, by provision and unit. */
function turned(before: Outcome, after: Outcome): Turned[] {
  const [one, other] = [states(before), states(after)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((name): Turned[] => {
    const [was, is] = [one.get(name), other.get(name)];
    const [provision = name, unit] = name.split('@');
    if (was === is) return [];
    return [
      {
        provision,
        ...(unit !== undefined && { unit }),
        ...(was !== undefined && { before: was }),
        ...(is !== undefined && { after: is }),
      },
    ];
  });
}

/** Nothing comes of a provision that is not there, and nothing of one that is not met. */
const NOTHING: readonly string[] = ['unmet', 'not-required'];

const states = ({ findings, responses }: Outcome): ReadonlyMap<string, string> =>
  new Map(
    [
      ...Object.entries(findings).flatMap(([id, { status, units = {} }]): [string, string][] => [
        [id, status],
        ...Object.entries(units).map(([unit, of]): [string, string] => [`${id}@${unit}`, of]),
      ]),
      ...Object.entries(responses).map(([id, { status }]): [string, string] => [id, status]),
    ].filter(([, status]) => !NOTHING.includes(status)),
  );
