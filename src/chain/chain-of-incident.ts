import { dayOf, type IncidentCase } from '../case/incident-case.js';
import { localDate } from '../regulation/dates.js';
import type { Capacity } from '../regulation/schema.js';
import { type MadeChain, makeChain } from './make-chain.js';
import type { Reach } from './subject.js';

/** The chain of an incident: of its own day, where that is known, with how far accountability reaches along it. */
export function chainOfIncident(incidentCase: IncidentCase, reach?: Reach): MadeChain {
  const { rules, register, asOf, incident, law } = incidentCase;
  const discovered = incident.times[rules.discoveredAt];
  const day = dayOf(incidentCase);
  return makeChain({
    rules,
    register,
    asOf,
    day: day ?? asOf.day,
    dayUnknown: day === undefined,
    law,
    unit: incident.unit,
    system: incident.system,
    parties: incident.parties ?? [],
    discovered: discovered === undefined ? undefined : localDate(discovered),
    stated: statedRelation(incidentCase),
    reach,
  });
}

/** What the incident itself states of its unit's relation to the system. */
function statedRelation({ rules: { plan }, incident }: IncidentCase): readonly Capacity[] | undefined {
  const stated = incident.values[plan.facts.findIndex(({ definition }) => definition.source === 'relation.capacities')];
  return Array.isArray(stated) ? (stated as Capacity[]) : undefined;
}
