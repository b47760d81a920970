import { readCases } from '../src/case/incident-case.js';
import { readOptions } from '../src/case/options.js';
import { type Incident, regulation, ZerenzhiError } from '../src/index.js';
import type { Operator, Scalar } from '../src/logic/condition.js';
import { type Formula, operands } from '../src/logic/formula.js';
import type { Valuation } from '../src/logic/rule.js';
import { epochsOf } from '../src/policy/epochs.js';
import { governedRules } from '../src/policy/governed.js';
import { lawOf } from '../src/policy/law.js';
import { optionsOf } from '../src/regulation/vocabulary.js';
import { nested, seeded } from '../test/support/incidents.js';

// What every peer is given: the conditions of Art. 9 in the bare text, and incidents of which everything is known, so
// that two truth values will do. Where the text can be read in several ways, a provision is met if it is met under all
// of them.

/** A condition of two truth values over flat names. */
export type Expression =
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  | { readonly name: string; readonly operator: Operator; readonly value: Scalar | readonly Scalar[] }
  | boolean;

export type Flat = { readonly [name: string]: string | number | boolean | readonly string[] };

export interface BenchCase {
  readonly incident: Incident;
  readonly input: Valuation;
  readonly flat: Flat;
}

/** What a peer does with one case, and what its answer says: the provisions that are met. */
export interface Peer<Answer = unknown> {
  readonly name: string;
  readonly run: (of: BenchCase) => Answer | Promise<Answer>;
  readonly met: (answer: Answer) => readonly string[];
  /** It takes so long that some of the cases are enough to time it. */
  readonly slow?: true;
}

export const flatName = (name: string): string => name.replaceAll(/[^a-z0-9]/gi, '_');

export const ASOF = '2024-06-30';
const epochs = epochsOf({ regulation, terms: {}, rulings: {} });
export const law = lawOf(epochs.slice(-1));
export const PROVISIONS = (regulation.articles[8]?.provisions ?? []).flatMap(({ kind, id }) =>
  kind === 'accountability' ? [id] : [],
);
const governed = governedRules(law.located);
/** The whole of a provision, all limbs of it by the law of today. */
export const ruleFor = (id: string) => governed(id, () => law);
export const EXPRESSIONS = new Map(PROVISIONS.map((id) => [id, expressionOf(ruleFor(id).formula)]));

/** What holds of a formula under every reading; under a `not`, what holds under any. */
function expressionOf(formula: Formula, plain = true): Expression {
  switch (formula.kind) {
    case 'fact':
      return { name: flatName(formula.fact), operator: formula.operator, value: formula.expected as Scalar };
    case 'term':
      return { name: flatName(`finding ${formula.term}`), operator: 'equal', value: true };
    case 'literal':
    case 'commencement':
      return formula.truth === 'met';
    case 'not':
      return { not: expressionOf(formula.of, !plain) };
    case 'condition':
      return expressionOf(formula.of, plain);
    default: {
      const parts = operands(formula).map((part) => expressionOf(part, plain));
      const every = formula.kind === 'all' || (formula.kind !== 'any' && plain);
      return every ? { all: parts } : { any: parts };
    }
  }
}

/** The names of facts and terms that the conditions turn on. */
const used = { facts: new Set<string>(), terms: new Set<string>() };
for (const id of PROVISIONS) collect(ruleFor(id).formula);
function collect(formula: Formula): void {
  if (formula.kind === 'fact') used.facts.add(formula.fact);
  if (formula.kind === 'term') used.terms.add(formula.term);
  else for (const part of operands(formula)) collect(part);
}

/** When it came about and when each conduct was, so that the law of one time governs all. */
const CONDUCT = Object.keys(regulation.facts).filter((name) => regulation.facts[name]?.lasts);

/** Incidents with a value for everything that counts, none of which is refused. */
export function casesOf(count: number, seed = 1): BenchCase[] {
  const random = seeded(seed);
  const { setting } = readOptions({ asOf: ASOF });
  const cases: BenchCase[] = [];
  while (cases.length < count) {
    const incident = completeIncident();
    try {
      const [{ input }] = readCases(setting, incident);
      cases.push({ incident, input, flat: flatOf(input) });
    } catch (error) {
      if (!(error instanceof ZerenzhiError)) throw error;
    }
  }
  return cases;

  function completeIncident(): Incident {
    const values = new Map<string, unknown>(CONDUCT.map((name) => [name, '2024-05-06T08:00:00+08:00']));
    for (const name of used.facts) {
      const fact = regulation.facts[name];
      if (fact?.of !== 'incident') continue;
      const options = optionsOf(regulation, fact).filter((option) => option !== fact.pending);
      if (fact.type === 'boolean') values.set(name, random() < 0.8);
      else if (fact.type === 'set')
        values.set(
          name,
          options.filter(() => random() < 0.3),
        );
      else values.set(name, options[Math.floor(random() * options.length)]);
    }
    return { ...nested(values), findings: Object.fromEntries([...used.terms].map((term) => [term, random() < 0.6])) };
  }
}

function flatOf(input: Valuation): Flat {
  const facts = Object.keys(regulation.facts).flatMap((name, i) =>
    used.facts.has(name) ? [[flatName(name), input.values[i]] as const] : [],
  );
  const terms = Object.keys(regulation.terms).flatMap((term, i) =>
    used.terms.has(term) ? [[flatName(`finding ${term}`), input.findings[i]] as const] : [],
  );
  return Object.fromEntries([...facts, ...terms]) as Flat;
}

/** The provisions whose bits are set. */
export const bits = (mask: number): string[] => PROVISIONS.filter((_, i) => mask & (1 << i));
