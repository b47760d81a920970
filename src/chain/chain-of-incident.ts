import type { IncidentCase, IncidentCases } from '../case/incident-case.js';
import { daysOf, periodOf } from '../case/when.js';
import type { Capacity } from '../regulation/schema.js';
import { type MadeChain, makeChain } from './make-chain.js';
import type { Reach } from './subject.js';

/** The chain of an incident: of all the days on which it may have been, with how far accountability reaches along it. */
export function chainOfIncident(cases: IncidentCases, reachOf?: (incidentCase: IncidentCase) => Reach): MadeChain {
  const [first] = cases;
  const { rules, register, asOf, incident, law } = first;
  const ids = [...new Set(cases.flatMap(({ incident: { unit } }) => unit ?? []))];
  return makeChain({
    rules,
    register,
    asOf,
    period: periodOf(rules, first.spans),
    time: rules.plan.facts[rules.occurredAt]?.name ?? '',
    law,
    units: ids.map((id) => {
      const own = cases.filter(({ incident: { unit } }) => unit === id);
      return {
        id,
        stated: own[0] && statedRelation(own[0]),
        input: own[0]?.input,
        ...(reachOf && { reach: own.flatMap(reachOf) }),
      };
    }),
    systems: (incident.account.systems ?? []).flatMap(({ id }) => id ?? []),
    parties: incident.account.parties ?? [],
    discovered: incident.times[rules.discoveredAt] && daysOf(first.spans, rules.discoveredAt),
    ...(reachOf && { reach: cases.flatMap(reachOf) }),
  });
}

/** What the incident itself states of its unit's relation to the system. */
function statedRelation({ rules: { plan }, incident }: IncidentCase): readonly Capacity[] | undefined {
  const stated = incident.values[plan.facts.findIndex(({ definition }) => definition.source === 'relation.capacities')];
  return Array.isArray(stated) ? (stated as Capacity[]) : undefined;
}
