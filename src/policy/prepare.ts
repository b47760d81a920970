import { once } from '../diagnostics/once.js';
import { type FactPlan, factPlan } from '../model/fact-values.js';
import { incidentSchema } from '../model/incident.js';
import { incidentReader } from '../model/incident-reader.js';
import { organizationSchema } from '../model/organization.js';
import { type Register, registerOf } from '../model/register.js';
import { unitSchema } from '../model/unit.js';
import type { Regulation } from '../regulation/schema.js';
import { type Placed, type PlacedAccountability, placedProvisions } from './law.js';

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

const known = new WeakMap<Regulation, Prepared>();

/** A regulation made ready, once. */
export function prepared(regulation: Regulation): Prepared {
  const ready = known.get(regulation) ?? prepare(regulation);
  known.set(regulation, ready);
  return ready;
}

function prepare(regulation: Regulation): Prepared {
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
}
