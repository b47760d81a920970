import { once, oncePer } from '../diagnostics/once.js';
import { deepFreeze } from '../diagnostics/plain-data.js';
import type { Citation } from '../logic/condition.js';
import { type FactPlan, factPlan } from '../model/fact-values.js';
import { incidentSchema } from '../model/incident.js';
import { incidentReader } from '../model/incident-reader.js';
import { organizationSchema } from '../model/organization.js';
import { type Register, registerOf } from '../model/register.js';
import { unitSchema } from '../model/unit.js';
import type { Duty, Provision, Regulation } from '../regulation/schema.js';
import { type Placed, type PlacedAccountability, placedProvisions } from './law.js';

const CITED: ReadonlySet<Provision['kind']> = new Set(['accountability', 'designation', 'principle', 'power']);

type Citations = { readonly [provision: string]: Citation };

/** The words of the provisions that an assessment or a chain may speak of, by their ids: the same for all, and frozen. */
export const citationsOf = ({ placed }: Pick<Prepared, 'placed'>): Citations => assessmentCitations(placed);
const assessmentCitations = citing((provision) => CITED.has(provision.kind) || isResponse(provision));

/** The same of the duties of a unit. */
export const obligationCitations = ({ placed }: Pick<Prepared, 'placed'>): Citations => dutyCitations(placed);
const dutyCitations = citing(({ kind }) => kind === 'duty');

function citing(test: (provision: Provision) => boolean) {
  return oncePer((placed: readonly Placed[]): Citations => {
    const cited = placed.filter(({ provision }) => test(provision));
    return deepFreeze(Object.fromEntries(cited.map(({ provision, citation }) => [provision.id, citation])));
  });
}

function isResponse(provision: Provision): boolean {
  return provision.kind === 'duty' && provision.response !== undefined;
}

/** The duties that units and bodies bear, in the order of the text. Those of persons (no condition says which unit bears them) are not a unit's. */
export const dutiesIn = ({ placed, regulation }: Pick<Prepared, 'placed' | 'regulation'>): Duty[] =>
  placed.flatMap(({ provision }) =>
    provision.kind === 'duty' && regulation.bearers[provision.bearer]?.when ? [provision] : [],
  );

/** What the functions need of a regulation, whatever a policy settles of it. */
export interface Prepared {
  readonly regulation: Regulation;
  readonly placed: readonly Placed[];
  readonly accountabilities: readonly PlacedAccountability[];
  readonly plan: FactPlan;
  /** The indexes of the two times that decide which law applies. */
  readonly occurredAt: number;
  readonly discoveredAt: number;
  /** The register of no organization. */
  readonly unrecorded: Register;
  readonly readIncident: ReturnType<typeof incidentReader>;
  // Only what is wrong, or an organization's or a unit's record, needs a schema.
  readonly incident: () => ReturnType<typeof incidentSchema>;
  readonly organization: () => ReturnType<typeof organizationSchema>;
  readonly unit: () => ReturnType<typeof unitSchema>;
}

/** A regulation made ready, once. */
export const prepared = oncePer((regulation: Regulation): Prepared => {
  const placed = placedProvisions(regulation);
  const plan = factPlan(regulation);
  const incident = once(() => incidentSchema(regulation));
  return {
    regulation,
    placed,
    accountabilities: placed.filter(
      (entry): entry is PlacedAccountability => entry.provision.kind === 'accountability',
    ),
    plan,
    occurredAt: plan.index('occurredAt'),
    discoveredAt: plan.index('discoveredAt'),
    unrecorded: registerOf(regulation, {}),
    readIncident: incidentReader(regulation, plan),
    incident,
    organization: once(() => organizationSchema(regulation)),
    unit: once(() => unitSchema(regulation, incident())),
  };
});
