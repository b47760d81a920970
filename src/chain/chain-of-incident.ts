import { dayOf, type Judged } from '../case/case.js';
import { localDate } from '../regulation/dates.js';
import type { Capacity } from '../regulation/schema.js';
import { type MadeChain, makeChain } from './make-chain.js';
import type { Reach } from './subject.js';

/** The chain of an incident: of its own day, where that is known, with how far accountability reaches along it. */
export function chainOfIncident(judged: Judged, reach?: Reach): MadeChain {
  const { bound, register, asOf, incident, law } = judged;
  const discovered = incident.times[bound.discoveredAt];
  const day = dayOf(judged);
  return makeChain({
    bound,
    register,
    asOf,
    day: day ?? asOf.day,
    dayUnknown: day === undefined,
    law,
    unit: incident.unit,
    system: incident.system,
    parties: incident.parties ?? [],
    discovered: discovered === undefined ? undefined : localDate(discovered),
    stated: statedRelation(judged),
    reach,
  });
}

/** What the incident itself states of its unit's relation to the system. */
function statedRelation({ bound: { plan }, incident }: Judged): readonly Capacity[] | undefined {
  const stated = incident.values[plan.facts.findIndex(({ definition }) => definition.source === 'relation.capacities')];
  return Array.isArray(stated) ? (stated as Capacity[]) : undefined;
}
