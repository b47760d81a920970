import type { IncidentCase, IncidentCases } from '../case/incident-case.js';
import { type FactPlan, impliedValues, isAllegation } from '../model/fact-values.js';
import type { Names } from '../policy/names.js';
import type { AssessedUnit, CaseId, KnownFact } from './assessment.js';

/** All that is known of an incident and from where, in the order of the rule files: once what is so of all its cases. */
export function knownFacts(cases: IncidentCases): KnownFact<Names>[] {
  const [first, ...others] = cases.map(factsOf);
  if (others.length === 0) return first as KnownFact<Names>[];
  const of = cases.map(({ incident: { unit, system } }) => ({
    ...(unit !== undefined && { unit }),
    ...(system !== undefined && { system }),
  }));
  const lists = [first as KnownFact<Names>[], ...others];
  return cases[0].rules.plan.facts.flatMap(({ name }) => {
    const known = lists.map((list) => list.find(({ fact }) => fact === name));
    const texts = new Set(known.map((each) => JSON.stringify(each)));
    if (texts.size === 1) return known[0] ?? [];
    return known.flatMap((each, i) => (each ? [{ ...each, of: of[i] as CaseId }] : []));
  });
}

/** What persons have found on vague words, the same of every unit. */
export function commonFindings(cases: IncidentCases): { [term: string]: boolean } {
  const [first, ...others] = cases;
  return findingsOf(first, (i, found) => others.every(({ incident }) => incident.findings[i] === found));
}

/** What they have found of one unit otherwise. */
export function ownFindings(cases: IncidentCases, id: string | undefined): Pick<AssessedUnit<Names>, 'termFindings'> {
  const own = cases.find(({ incident }) => incident.unit === id);
  if (!own) return {};
  const termFindings = findingsOf(own, (i, found) => cases.some(({ incident }) => incident.findings[i] !== found));
  return Object.keys(termFindings).length === 0 ? {} : { termFindings };
}

function findingsOf(
  { rules: { plan }, incident: { findings } }: IncidentCase,
  which: (term: number, found: boolean) => boolean,
): { [term: string]: boolean } {
  const found: { [term: string]: boolean } = {};
  for (let i = 0; i < plan.terms.length; i++) {
    const finding = findings[i];
    if (finding !== undefined && which(i, finding)) found[plan.terms[i] as string] = finding;
  }
  return found;
}

function factsOf({ rules: { plan }, incident, input }: IncidentCase): KnownFact<Names>[] {
  return plan.facts.flatMap((fact, i): KnownFact<Names>[] => {
    const value = input.values[i];
    if (value === undefined) return [];
    const known = { fact: fact.name, value: copyOf(value) };
    if (input.presumed(i)) return [{ ...known, origin: 'presumed' }];
    const follows = input.follows(i);
    if (follows.length > 0 && incident.values[i] !== true) return [{ ...known, origin: 'implied', from: [...follows] }];
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
