import type { Condition, FactCondition, Scalar } from '../../../logic/condition.js';
import type { FactDefinition } from '../../../regulation/schema.js';
import { optionsOf } from '../../../regulation/vocabulary.js';
import { conditionsBehind, type Rule } from './rule.js';

// The inputs that two rules name, each with the values that stand for all others: every side of each of their limits.

/** An input of a case: `fact:leak.persons`, `term:major-loss`, `question:art2.or`; that a duty was done, `evidence:art7.plan`. */
export type Input = `${'fact' | 'term' | 'question' | 'evidence'}:${string}`;
export type InputValue = Scalar | readonly string[];
export type Domains = ReadonlyMap<Input, readonly InputValue[]>;

export function domainsOf(rules: readonly Rule[]): Domains {
  const domains = new Map<Input, readonly InputValue[]>();
  const named = new Map<string, Scalar[]>();
  for (const rule of rules)
    for (const condition of conditionsBehind(rule)) {
      if ('term' in condition) domains.set(`term:${condition.term}`, [true, false]);
      if ('question' in condition) {
        const known = domains.get(`question:${condition.question}`) ?? [];
        const readings = Object.keys(condition.readings);
        domains.set(`question:${condition.question}`, [...new Set([...known, ...readings])] as InputValue[]);
      }
      if ('fact' in condition)
        named.set(condition.fact, inOrder(condition, named.get(condition.fact) ?? [], limits(condition, rule)));
    }
  for (const [fact, values] of named) {
    const rule = rules.find(({ regulation }) => Object.hasOwn(regulation.facts, fact));
    const definition = rule?.regulation.facts[fact];
    if (rule && definition) domains.set(`fact:${fact}`, valuesOf(rule, definition, [...new Set(values)]));
  }
  return domains;
}

/** What a rule itself says before what a profile does. */
const inOrder = (condition: Condition, known: readonly Scalar[], more: readonly Scalar[]): Scalar[] =>
  'value' in condition ? [...more, ...known] : [...known, ...more];

/** What a leaf compares a fact with; inside a term each value that a profile has for it. */
function limits(condition: Extract<Condition, { readonly fact: string }>, { regulation }: Rule): Scalar[] {
  if ('value' in condition) return [(condition as FactCondition).value].flat() as Scalar[];
  const { threshold } = condition as { readonly threshold: string };
  return Object.values(regulation.profiles)
    .flatMap(({ terms }) => Object.values(terms).flat())
    .flatMap((value) => (typeof value[threshold] === 'number' ? [value[threshold] as number] : []));
}

function valuesOf({ regulation }: Rule, fact: FactDefinition, named: readonly Scalar[]): readonly InputValue[] {
  if (fact.type === 'boolean') return [true, false];
  if (fact.type === 'number') {
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = fact;
    const around = (named as number[]).flatMap((limit) => [limit, limit + 1, limit - 1]);
    return [...new Set(around)].filter((value) => value >= min && value <= max);
  }
  const options = optionsOf(regulation, fact);
  const others = options.filter((option) => !named.includes(option)).slice(0, 1);
  const single = [...(named as string[]), ...others];
  if (fact.type === 'enum') return single;
  return [...single.map((option) => [option]), ...(named.length > 1 ? [named as string[]] : []), []];
}
