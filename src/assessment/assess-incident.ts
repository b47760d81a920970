import { truthIn } from '../case/governing-law.js';
import { type IncidentCase, type IncidentCases, readCases } from '../case/incident-case.js';
import { inShort, openPointsOf } from '../case/open-points.js';
import { readOptions } from '../case/options.js';
import { chainOfIncident } from '../chain/chain-of-incident.js';
import { once } from '../diagnostics/once.js';
import { MET, OPEN, UNMET, type Value } from '../logic/truth.js';
import type { Policy } from '../policy/create-policy.js';
import type { Incident } from '../policy/incident.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { Organization } from '../policy/organization.js';
import { citationsOf } from '../policy/regulation-index.js';
import type { AssessedUnit, IncidentAssessment, IncidentHead, Subject } from './assessment.js';
import { consequencesOf } from './consequences.js';
import { detailsOf, responsesIn } from './details.js';
import { commonFindings, knownFacts, ownFindings } from './known-facts.js';
import { proposalsOf } from './proposals.js';
import { reachOf } from './reach-of.js';

export type { Incident } from '../policy/incident.js';

export interface AssessOptions<N extends Names = ShippedNames> {
  readonly policy?: Policy<N> | undefined;
  readonly organization?: Organization<NoInfer<N>> | undefined;
  /** An instant with an offset, or a day (its end); now by default. */
  readonly asOf?: string | undefined;
}

/** An input as it comes from outside compiles; a literal with a key that is misspelt does not. */
export type Checked<Given, Known> = unknown extends Given ? Given : Known;

/**
 * Assesses an incident: every provision on accountability (Art. 9, 11), the duties to report and to handle (Art. 8),
 * the persons responsible (Art. 4, 7), who may propose accountability (Art. 10), and everything still open. It supports
 * a decision and takes none.
 *
 * @param incident what is known; hours in hours, money in yuan, instants in ISO 8601 with an offset
 * @throws ZerenzhiError with every fault of the incident, the organization and the options
 * @example
 * const { accountability } = assessIncident({ leak: { occurred: true, kinds: ['state-secret'] }, occurredAt: '2024-05-06T08:00:00+08:00' });
 */
export function assessIncident<const Given, N extends Names = ShippedNames>(
  incident: Checked<Given, Incident<NoInfer<N>>>,
  options?: AssessOptions<N>,
): IncidentAssessment<N> {
  const { setting, faults } = readOptions(options);
  return assess(readCases(setting, incident, faults)) as IncidentAssessment<N>;
}

/** The assessment of an incident's cases: the outcome at once, everything else when it is first read. */
export function assess(cases: IncidentCases): IncidentAssessment<Names> {
  const [first] = cases;
  const { rules, register, asOf, law } = first;
  const by: string[] = [];
  const open: string[] = [];
  for (const { provision } of law.accountabilities) {
    const verdict = verdictOf(cases, provision.id);
    if (verdict === MET) by.push(provision.id);
    else if (verdict === OPEN) open.push(provision.id);
  }
  const status = by.length > 0 ? 'triggered' : open.length > 0 ? 'undetermined' : 'not-triggered';
  const { name: organization } = register.organization;
  const details = once(() => detailsOf(cases));
  const chain = once(() => chainOfIncident(cases, reachOf));
  const proposals = once(() => proposalsOf(cases, reachOf));
  const facts = once(() => knownFacts(cases));
  const waitedFor = once(() => inShort(openPointsOf(rules, [...details().waiting, ...chain().waiting])));
  return {
    incident: headOf(first),
    units: unitsOf(cases),
    systems: (first.incident.account.systems ?? []).map(({ id }) => named(id, (of) => register.system(of)?.name)),
    ...(organization !== undefined && { organization }),
    asOf: asOf.text,
    policy: rules.policy,
    accountability: { status, by, open },
    get findings() {
      return details().findings;
    },
    get responses() {
      return responsesIn(cases).responses;
    },
    get chain() {
      return chain().chain;
    },
    get proposals() {
      return proposals();
    },
    get facts() {
      return facts();
    },
    termFindings: commonFindings(cases),
    consequences: consequencesOf(first),
    citations: citationsOf(law),
    get presumptions() {
      return details().presumptions;
    },
    get openPoints() {
      return waitedFor().openPoints;
    },
    get settlers() {
      return waitedFor().settlers;
    },
  };
}

/** A provision is met of an incident if it is of any unit: the two bits of a truth make that a bitwise or. */
const verdictOf = (cases: IncidentCases, provision: string): Value =>
  cases.reduce<Value>((any, each) => (any | truthIn(each, provision)) as Value, UNMET);

function headOf({ incident }: IncidentCase): IncidentHead {
  const { id, title, source, account, parties = [] } = incident.account;
  return {
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(source !== undefined && { source }),
    ...(account !== undefined && { account }),
    parties: parties.map((party) => ({ ...party })),
  };
}

/** The units that an incident names, then those that stand in a relation to one of its systems. */
function unitsOf(cases: IncidentCases): AssessedUnit<Names>[] {
  const [{ incident, register }] = cases;
  const listed = (incident.account.units ?? []).map(({ id }) => id);
  const others = cases.flatMap(({ incident: { unit } }) => (unit === undefined || listed.includes(unit) ? [] : [unit]));
  const nameOfUnit = (id: string) => register.unit(id)?.name;
  return [
    ...listed.map((id) => ({ ...named(id, nameOfUnit), ...ownFindings(cases, id) })),
    ...[...new Set(others)].map((id) => ({ ...named(id, nameOfUnit), candidate: true as const })),
  ];
}

function named(id: string | undefined, nameOfSubject: (id: string) => string | undefined): Subject {
  const name = id === undefined ? undefined : nameOfSubject(id);
  return { ...(id !== undefined && { id }), ...(name !== undefined && { name }) };
}
