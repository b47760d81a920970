import { type AssessOptions, judgeFor } from '../../assess-incident.js';
import { bindingOf } from '../../create-policy.js';
import { factReader, pathOf, statedIn } from '../../model/fact-schema.js';
import { type Diagnostic, diagnostic, refuse } from '../../regulation/diagnostics.js';
import type { FactDefinition } from '../../regulation/schema.js';
import { optionsOf } from '../../regulation/vocabulary.js';
import { FLAT } from './rules.js';

/** What a rule reads of a case: numbers, words, truth values and lists, by flat names. */
export type FlatFacts = { readonly [name: string]: string | number | boolean | readonly string[] };

/** Asks elsewhere for a fact that an incident leaves unknown. `undefined` or `null`: unknown there too. */
export type FactProvider = (incident: object) => unknown;

/**
 * The facts of an incident as the rules read them: with what other facts, the organization's register and presumptions settle, and hours
 * as the least and the most they can be. An unknown fact is left out. The incident is checked as `assessIncident` checks it.
 *
 * @throws ZerenzhiError with every fault of the incident, the organization or the options
 * @example
 * const facts = factsOf({ outage: { hours: 30 } }, { asOf: '2024-06-30' });
 */
export function factsOf(incident: object, options: AssessOptions<object> = {}): FlatFacts {
  const { bound, input, incident: reading, law } = judgeFor(options)(incident);
  const facts: [string, FlatFacts[string]][] = [[FLAT.epochs, law.epochs.map(({ from }) => FLAT.epoch(from))]];
  bound.plan.facts.forEach(({ name, definition }, i) => {
    const value = input.values[i];
    if (value === undefined) return;
    if (definition.type === 'set') {
      const known = Array.isArray(value) ? { has: value as string[], lacks: without(optionsOf(bound.regulation, definition), value) } : value;
      if (typeof known === 'object' && 'has' in known) facts.push([name, known.has], [FLAT.lacks(name), known.lacks]);
    } else if (definition.derive) {
      const { atLeast, atMost } = typeof value === 'object' && 'atLeast' in value ? value : { atLeast: value as number, atMost: value as number };
      facts.push([FLAT.least(name), atLeast]);
      if (atMost !== undefined) facts.push([FLAT.most(name), atMost]);
    } else if (typeof value !== 'object') facts.push([name, value]);
  });
  reading.findings.forEach((found, i) => {
    if (found !== undefined) facts.push([FLAT.finding(bound.plan.terms[i] as string), found]);
  });
  return Object.fromEntries(facts);
}

const without = (all: readonly string[], some: readonly string[]): string[] => all.filter((one) => !some.includes(one));

/** An incident with what the providers know of the facts it leaves unknown; every answer is checked before any counts. */
export async function provided(incident: object, providers: { readonly [fact: string]: FactProvider }, options: AssessOptions<object>): Promise<object> {
  const { regulation } = bindingOf(options.policy);
  const stated = Object.entries(regulation.facts).filter(([, { of, derive }]) => of === 'incident' && !derive);
  const among = stated.map(([name]) => name);
  refuse(
    Object.keys(providers).flatMap((name) => (among.includes(name) ? [] : [diagnostic('rule/unknown-fact', `providers.${name}`, { value: name, among })])),
  );
  const asked = Object.entries(providers).filter(([name]) => statedIn(incident, name, 'incident') === undefined);
  const answers = await Promise.all(asked.map(async ([name, provider]) => [name, await provider(incident)] as const));
  const known = answers.filter(([, value]) => value !== undefined && value !== null);
  refuse(known.flatMap(([name, value]): Diagnostic[] => misfit(name, value)));
  return known.reduce((filled, [name, value]) => withFact(filled, pathOf(name, 'incident'), value), incident);

  function misfit(name: string, value: unknown): Diagnostic[] {
    const definition = regulation.facts[name] as FactDefinition;
    if (factReader(regulation, definition)(value) !== undefined) return [];
    return [diagnostic('input/invalid-type', `providers.${name}`, { value, expected: optionsOf(regulation, definition).join(', ') || definition.type })];
  }
}

function withFact(record: object, [key, ...rest]: readonly string[], value: unknown): object {
  const inner = (record as Record<string, object | null | undefined>)[key as string];
  return { ...record, [key as string]: rest.length === 0 ? value : withFact(inner ?? {}, rest, value) };
}
