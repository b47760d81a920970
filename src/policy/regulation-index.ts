import { once, oncePer } from '../diagnostics/once.js';
import { deepFreeze } from '../diagnostics/plain-data.js';
import type { Citation } from '../logic/condition.js';
import { type FactPlan, factPlan } from '../model/fact-values.js';
import { incidentSchema } from '../model/incident.js';
import { incidentReader } from '../model/incident-reader.js';
import { organizationSchema } from '../model/organization.js';
import { type Register, registerOf } from '../model/register.js';
import { unitSchema } from '../model/unit.js';
import { governingTimes } from '../regulation/governing.js';
import { callOf } from '../regulation/rhythm.js';
import type { Duty, GoverningTime, Provision, Regulation } from '../regulation/schema.js';
import type { Law } from './law.js';
import { isAccountability, type LocatedAccountability, type LocatedProvision, locatedProvisions } from './standing.js';

const CITED: ReadonlySet<Provision['kind']> = new Set(['accountability', 'designation', 'principle', 'power']);

type Citations = { readonly [provision: string]: Citation };

/**
 * The words of the provisions that an assessment or a chain may speak of, by their ids: the same for all, and frozen.
 */
export const citationsOf = ({ located }: Pick<Law, 'located'>): Citations => assessmentCitations(located);
const assessmentCitations = citing((provision) => CITED.has(provision.kind) || callOf(provision));

/** The same of the duties of a unit, and of what a breach of one leads to. */
export const obligationCitations = ({ located }: Pick<Law, 'located'>): Citations => dutyCitations(located);
const dutyCitations = citing(
  (provision) => provision.kind === 'duty' || (provision.kind === 'accountability' && provision.breachOf !== undefined),
);

function citing(test: (provision: Provision) => unknown) {
  return oncePer((located: readonly LocatedProvision[]): Citations => {
    const cited = located.filter(({ provision }) => test(provision));
    return deepFreeze(Object.fromEntries(cited.map(({ provision, citation }) => [provision.id, citation])));
  });
}

/**
 * The duties that units and bodies bear, in the order of the text. Those of persons (no condition says which unit bears
 * them) are not a unit's.
 */
export const dutiesIn = (
  { regulation }: Pick<RegulationIndex, 'regulation'>,
  { located }: Pick<Law, 'located'>,
): Duty[] =>
  located.flatMap(({ provision }) =>
    provision.kind === 'duty' && regulation.bearers[provision.bearer]?.when ? [provision] : [],
  );

/** The duties of a bearer that an incident calls up. */
const calledOf = (located: readonly LocatedProvision[], bearer: string): string[] =>
  located.flatMap(({ provision }) => {
    const call = callOf(provision);
    const isCalled = call !== undefined && call.follows === undefined;
    return provision.kind === 'duty' && provision.bearer === bearer && isCalled ? [provision.id] : [];
  });

/** What the functions need of a regulation, whatever a policy settles of it. */
export interface RegulationIndex {
  readonly regulation: Regulation;
  readonly located: readonly LocatedProvision[];
  readonly accountabilities: readonly LocatedAccountability[];
  /** The times by which the law of some provision is found, that of the incident among them. */
  readonly times: readonly GoverningTime[];
  readonly plan: FactPlan;
  /** The indexes of the time of the incident, whose law decides most, and of that of its discovery. */
  readonly occurredAt: number;
  readonly discoveredAt: number;
  /** The index of the fact whether a unit had a part in an incident; -1 where the regulation has none. */
  readonly part: number;
  /** The facts that say that a duty was breached, by their indexes, each with the duties that an incident calls up. */
  readonly breaches: readonly { readonly fact: number; readonly duties: readonly string[] }[];
  /** The register of no organization. */
  readonly unrecorded: Register;
  readonly readIncident: ReturnType<typeof incidentReader>;
  // Only what is wrong, or an organization's or a unit's record, needs a schema.
  readonly incident: () => ReturnType<typeof incidentSchema>;
  readonly organization: () => ReturnType<typeof organizationSchema>;
  readonly unit: () => ReturnType<typeof unitSchema>;
}

/** A regulation made ready, once. */
export const indexOfRegulation = oncePer((regulation: Regulation): RegulationIndex => {
  const located = locatedProvisions(regulation);
  const plan = factPlan(regulation);
  const incident = once(() => incidentSchema(regulation));
  return {
    regulation,
    located,
    accountabilities: located.filter(isAccountability),
    times: governingTimes(located.map(({ provision }) => provision)),
    plan,
    occurredAt: plan.index('occurredAt'),
    discoveredAt: plan.index('discoveredAt'),
    part: plan.facts.findIndex(({ definition }) => definition.of === 'concerned'),
    breaches: plan.facts.flatMap(({ definition: { breachOf } }, fact) =>
      breachOf === undefined ? [] : [{ fact, duties: calledOf(located, breachOf) }],
    ),
    unrecorded: registerOf(regulation, {}),
    readIncident: incidentReader(regulation, plan),
    incident,
    organization: once(() => organizationSchema(regulation)),
    unit: once(() => unitSchema(regulation, incident())),
  };
});
