import type { IncidentCase } from '../case/incident-case.js';
import { type FactPlan, impliedValues, isAllegation } from '../model/fact-values.js';
import type { Names } from '../policy/names.js';
import type { KnownFact } from './assessment.js';

/** All that is known of a case and from where, in the order of the rule files. */
export function knownFacts({ rules: { plan }, incident, input }: IncidentCase): KnownFact<Names>[] {
  return plan.facts.flatMap((fact, i): KnownFact<Names>[] => {
    const value = input.values[i];
    if (value === undefined) return [];
    const known = { fact: fact.name, value: copyOf(value) };
    if (input.presumed(i)) return [{ ...known, origin: 'presumed' }];
    const [implication] = impliedValues(fact, incident);
    const stated = incident.values[i];
    if (stated !== undefined && !(implication && isAllegation(stated))) return [{ ...known, origin: 'stated' }];
    if (fact.hours) return [{ ...known, origin: 'worked-out', from: clockOf(fact) }];
    if (!implication) return [{ ...known, origin: 'registered' }];
    return [{ ...known, origin: 'implied', from: [plan.facts[implication.by]?.name ?? fact.name] }];
  });
}

function clockOf({ definition }: FactPlan['facts'][number]): string[] {
  const { from, to, status } = definition.derive?.hours ?? {};
  return [from, to, status].filter((name) => name !== undefined);
}

/** Values may stand in the rule files or in the case: what is told of them is their own. */
function copyOf(value: KnownFact['value']): KnownFact['value'] {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return [...value];
  return 'has' in value ? { has: [...value.has], lacks: [...value.lacks] } : { ...value };
}
