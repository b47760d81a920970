import type { AssessOptions } from '../../assessment/assess-incident.js';
import { lawOfTime } from '../../case/governing-law.js';
import { type IncidentCase, type IncidentCases, readCases } from '../../case/incident-case.js';
import { readOptions, valuesOf } from '../../case/options.js';
import { type Diagnostic, diagnostic, faultsOf, refuse } from '../../diagnostics/diagnostics.js';
import { isBounds } from '../../logic/operators.js';
import { factReader, pathOf } from '../../model/fact-schema.js';
import { incidentFacts, withValueAt } from '../../model/record-path.js';
import type { Ruleset } from '../../policy/create-policy.js';
import type { Law } from '../../policy/law.js';
import type { Names } from '../../policy/names.js';
import { nameOfTime } from '../../regulation/governing.js';
import type { FactDefinition } from '../../regulation/schema.js';
import { optionsOf } from '../../regulation/vocabulary.js';
import { FLAT } from './conditions.js';

/** What a rule reads of a case: numbers, words, truth values and lists, by flat names. */
export type FlatFacts = { readonly [name: string]: string | number | boolean | readonly string[] };

/** Asks elsewhere for a fact that an incident leaves unknown. `undefined` or `null`: unknown there too. */
export type FactProvider = (incident: unknown) => unknown;
export type Providers = { readonly [fact: string]: FactProvider };

/**
 * The facts of an incident as the rules read them: with what other facts, the organization's register and presumptions
 * settle, and numbers as the least and the most they can be. An unknown fact is left out. The incident is checked as
 * `assessIncident` checks it.
 *
 * @throws ZerenzhiError with every fault of the incident, the organization or the options
 * @example
 * const facts = factsOf({ outage: { hours: 30 } }, { asOf: '2024-06-30' });
 */
export function factsOf(incident: unknown, options?: AssessOptions<Names>): FlatFacts[] {
  const { setting, faults } = readOptions(options);
  return readCases(setting, incident, faults).map(flatFacts);
}

export function flatFacts(judged: IncidentCase): FlatFacts {
  const { rules, input } = judged;
  const names = (epochs: Law['epochs']) => epochs.map(({ from }) => FLAT.epoch(from));
  const facts = rules.times.flatMap((time): [string, FlatFacts[string]][] => {
    const [law, name] = [lawOfTime(judged, time), nameOfTime(time)];
    return [
      [FLAT.epochs(name), names(law.epochs)],
      [FLAT.needed(name), names(law.needed)],
      [FLAT.enough(name), names(law.enough)],
    ];
  });
  rules.plan.facts.forEach(({ name, definition }, i) => {
    const value = input.values[i];
    if (value === undefined) return;
    if (definition.type === 'set') {
      const known = Array.isArray(value)
        ? { has: value as string[], lacks: without(optionsOf(rules.regulation, definition), value) }
        : value;
      if (typeof known === 'object' && 'has' in known) facts.push([name, known.has], [FLAT.lacks(name), known.lacks]);
    } else if (definition.type === 'number') {
      const { atLeast, atMost } =
        typeof value === 'object' && isBounds(value) ? value : { atLeast: value as number, atMost: value as number };
      if (atLeast !== undefined) facts.push([FLAT.least(name), atLeast]);
      if (atMost !== undefined) facts.push([FLAT.most(name), atMost]);
    } else if (typeof value !== 'object') facts.push([name, value]);
  });
  input.findings.forEach((found, i) => {
    if (found !== undefined) facts.push([FLAT.finding(rules.plan.terms[i] as string), found]);
  });
  return Object.fromEntries(facts);
}

const without = (all: readonly string[], some: readonly string[]): string[] => all.filter((one) => !some.includes(one));

/** What to ask, and the faults of it: names that are no fact of an incident, and what cannot be asked. */
export function readProviders(
  given: unknown,
  { regulation }: Ruleset,
): { readonly providers: Providers; readonly faults: readonly Diagnostic[] } {
  const among = incidentFacts(regulation).map(([name]) => name);
  const { values, faults } = valuesOf(given, among);
  const wrong = Object.entries(values).flatMap(([name, provider]) =>
    typeof provider === 'function'
      ? []
      : [diagnostic('input/invalid-type', name, { value: typeof provider, expected: 'function' })],
  );
  return { providers: values as Providers, faults: faultsOf('options', [...faults, ...wrong], 'providers') };
}

/**
 * A judged incident with what the providers know of the facts it leaves unknown; every answer is checked before any
 * counts.
 */
export async function provided(
  incident: unknown,
  providers: Providers,
  [
    {
      rules: { regulation, plan },
      incident: { account: reading },
    },
  ]: IncidentCases,
): Promise<unknown> {
  const asked = Object.entries(providers).filter(([name]) => reading.values[plan.index(name)] === undefined);
  const answers = await Promise.all(asked.map(async ([name, provider]) => ({ name, value: await provider(incident) })));
  const known = answers.flatMap(({ name, value }) => {
    const definition = regulation.facts[name] as FactDefinition;
    return value === undefined || value === null
      ? []
      : [{ name, value, definition, read: factReader(regulation, definition)(value) }];
  });
  refuse(
    known.flatMap(({ name, value, definition, read }) => {
      if (read !== undefined) return [];
      const expected = optionsOf(regulation, definition).join(', ') || definition.type;
      return [diagnostic('input/invalid-type', `providers.${name}`, { value, expected })];
    }),
  );
  return known.reduce<object>(
    (filled, { name, read }) => withValueAt(filled, pathOf(name, 'incident'), read),
    incident as object,
  );
}
