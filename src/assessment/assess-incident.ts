import { type IncidentCase, readCase, statedOf } from '../case/incident-case.js';
import { inShort, openPointsOf, type Waiting } from '../case/open-points.js';
import { readOptions } from '../case/options.js';
import { presumedIn, presumptionOf } from '../case/presumptions.js';
import { chainOfIncident } from '../chain/chain-of-incident.js';
import type { Reach } from '../chain/subject.js';
import { once } from '../diagnostics/once.js';
import { type OpenInput, openInputs } from '../logic/open-points.js';
import { MET, nameOf, OPEN } from '../logic/truth.js';
import type { IncidentBase } from '../model/incident.js';
import type { Policy } from '../policy/create-policy.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { Organization } from '../policy/organization.js';
import { citationsOf } from '../policy/regulation-index.js';
import { callOf } from '../regulation/rhythm.js';
import type { Duty } from '../regulation/schema.js';
import type { Consequence, Finding, IncidentAssessment, IncidentHead, Response } from './assessment.js';
import { consequenceId, consequencesOf } from './consequences.js';
import { knownFacts } from './known-facts.js';
import { proposalsOf } from './proposals.js';
import { respond, responseReason } from './responses.js';
import { unreachedIn } from './unreached.js';

/** What is known of an incident. A fact that is absent or null is unknown. */
export type Incident<N extends Names = ShippedNames> = IncidentBase<N['term']> & N['incident'];

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
  return assess(readCase(setting, incident, faults)) as IncidentAssessment<N>;
}

/** The assessment of a case: the outcome at once, everything else when it is first read. */
export function assess(incidentCase: IncidentCase): IncidentAssessment<Names> {
  const { rules, incident, register, asOf, law, input } = incidentCase;
  const by: string[] = [];
  const open: string[] = [];
  for (const { provision } of law.accountabilities) {
    const verdict = law.applies(provision.id).truth(input);
    if (verdict === MET) by.push(provision.id);
    else if (verdict === OPEN) open.push(provision.id);
  }
  const status = by.length > 0 ? 'triggered' : open.length > 0 ? 'undetermined' : 'not-triggered';
  const { name: organization } = register.organization;
  const details = once(() => detailsOf(incidentCase));
  const chain = once(() => chainOfIncident(incidentCase, reachOf(incidentCase)));
  const facts = once(() => knownFacts(incidentCase));
  const waitedFor = once(() => inShort(openPointsOf(rules, [...details().waiting, ...chain().waiting])));
  return {
    incident: headOf(incidentCase),
    units: subjects(incident.unit, (id) => register.unit(id)?.name),
    systems: subjects(incident.system, (id) => register.system(id)?.name),
    ...(organization !== undefined && { organization }),
    asOf: asOf.text,
    policy: rules.policy,
    accountability: { status, by, open },
    get findings() {
      return details().findings;
    },
    get responses() {
      return details().responses;
    },
    get chain() {
      return chain().chain;
    },
    proposals: proposalsOf(rules, law),
    get facts() {
      return facts();
    },
    termFindings: termFindingsOf(incidentCase),
    consequences: consequencesOf(incidentCase),
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

/** What is worked out together, since it rests on the same reasons. */
interface Details extends Pick<IncidentAssessment<Names>, 'findings' | 'responses' | 'presumptions'> {
  readonly waiting: readonly Waiting[];
}

function detailsOf(incidentCase: IncidentCase): Details {
  const { rules, law, input } = incidentCase;
  const { regulation } = rules;
  const consequences = consequencesOf(incidentCase);
  const waiting: Waiting[] = [];
  const unreached = unreachedIn(rules, law);
  const findings = law.accountabilities.map((entry): Finding<Names> => {
    const { id, label } = entry.provision;
    const reason = law.applies(id).reason(input);
    const consequence = consequenceId(entry);
    const on = openInputs(reason);
    // Whom it reaches is open too, unless nothing reaches anybody.
    const reach: readonly OpenInput[] =
      reason.truth === 'unmet'
        ? []
        : (consequences[consequence]?.trace.questions ?? []).map((question) => ({ kind: 'ruling', id: question }));
    waiting.push({ provision: id, on: [...on, ...reach] });
    return {
      provision: id,
      label,
      status: reason.truth,
      consequence,
      ...law.editionsOf(id),
      ...unreached(reason),
      open: on.map((each) => each.id),
      presumed: [...presumedIn(reason)],
    };
  });
  const responses = dutiesOf(incidentCase).map((duty): Response<Names> => {
    const reason = responseReason(incidentCase, duty);
    const { response, on } = respond(incidentCase, duty, reason);
    waiting.push({ provision: duty.id, on });
    return { ...response, ...unreached(reason) };
  });
  const presumed = new Set([...findings, ...responses].flatMap((each) => each.presumed));
  return {
    findings,
    responses,
    presumptions: [...presumed].flatMap((fact) => presumptionOf(regulation, fact, statedOf(incidentCase, fact))),
    waiting,
  };
}

/** How each provision on accountability comes out, and how far it reaches. */
function reachOf(incidentCase: IncidentCase): Reach {
  const consequences = consequencesOf(incidentCase);
  return incidentCase.law.accountabilities.map((entry) => ({
    status: nameOf(incidentCase.law.applies(entry.provision.id).truth(incidentCase.input)),
    trace: (consequences[consequenceId(entry)] as Consequence).trace,
  }));
}

/** What persons have found on vague words. */
function termFindingsOf({ rules: { plan }, incident: { findings } }: IncidentCase): { [term: string]: boolean } {
  const found: { [term: string]: boolean } = {};
  for (let i = 0; i < plan.terms.length; i++) {
    const finding = findings[i];
    if (finding !== undefined) found[plan.terms[i] as string] = finding;
  }
  return found;
}

/** The duties that an incident calls up. */
export const dutiesOf = ({ law }: Pick<IncidentCase, 'law'>): Duty[] =>
  law.located.flatMap(({ provision }) => (provision.kind === 'duty' && callOf(provision) ? [provision] : []));

function headOf({ incident: { id, title, source, parties } }: IncidentCase): IncidentHead {
  return {
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(source !== undefined && { source }),
    parties: [...(parties ?? [])],
  };
}

function subjects(id: string | undefined, nameOfSubject: (id: string) => string | undefined) {
  if (id === undefined) return [];
  const name = nameOfSubject(id);
  return [{ id, ...(name !== undefined && { name }) }];
}
