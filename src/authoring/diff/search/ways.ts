import { type Condition, conditionsIn } from '../../../logic/condition.js';
import { applyOperator } from '../../../logic/operators.js';
import { MET, UNMET } from '../../../logic/truth.js';
import type { Domains, Input, InputValue } from './domains.js';
import { dutiesBehind, goalsOf, type Rule } from './rule.js';

/** A condition of a rule that is wanted to hold, or not to. */
export interface Goal {
  readonly rule: Rule;
  readonly condition: Condition | boolean;
  readonly want: boolean;
}

/** One way to reach a goal: other goals, and an input that has to have one of some values. */
export interface Way {
  readonly goals?: readonly Goal[];
  readonly input?: Input;
  readonly values?: readonly InputValue[];
}

/** Among what values ways are looked for. */
export interface Search {
  readonly domains: Domains;
  /** The terms that do not mean the same to both rules: what they mean is looked into. */
  readonly unfolded: ReadonlySet<string>;
  /** The profile whose values the terms have. */
  readonly profile: string | undefined;
}

export function waysTo(goal: Goal, search: Search): Way[] {
  const { rule, condition, want } = goal;
  const to = (part: Condition | boolean, wanted = want): Goal => ({ rule, condition: part, want: wanted });
  if (typeof condition === 'boolean') return condition === want ? [{}] : [];
  if ('all' in condition || 'any' in condition) {
    const [parts, together] = 'all' in condition ? [condition.all, want] : [condition.any, !want];
    return together ? [{ goals: parts.map((part) => to(part)) }] : parts.map((part) => ({ goals: [to(part)] }));
  }
  if ('not' in condition) return [{ goals: [to(condition.not, !want)] }];
  if ('condition' in condition) {
    const meant = rule.article.conditions?.[condition.condition];
    return meant ? [{ goals: [to(meant)] }] : [];
  }
  if ('question' in condition) {
    const readings = Object.entries(condition.readings);
    const chosen = readings.map(
      ([reading, part]): Way => ({ goals: [to(part)], input: `question:${condition.question}`, values: [reading] }),
    );
    return [{ goals: readings.map(([, part]) => to(part)) }, ...chosen];
  }
  if ('term' in condition) return waysToTerm(condition.term, goal, search);
  if (!('value' in condition)) return [];
  const input: Input = `fact:${condition.fact}`;
  const wanted = want ? MET : UNMET;
  const values = (search.domains.get(input) ?? []).filter(
    (value) => applyOperator(condition.operator, value, condition.value) === wanted,
  );
  const breach = want && condition.operator === 'equal' && condition.value === true;
  return [{ input, values }, ...(breach ? waysToBreach(condition.fact, rule) : [])];
}

/** A duty that is owed and was not done as it should be. */
const waysToBreach = (fact: string, rule: Rule): Way[] =>
  dutiesBehind(fact, rule).map((duty) => ({
    goals: goalsOf(duty).map((condition, i) => ({ rule: duty, condition, want: i === 0 })),
  }));

/**
 * What a person finds; where the term does not mean the same, also what settles it without one, and what leaves it open
 * where the other rule may settle it.
 */
function waysToTerm(term: string, { rule, want }: Goal, { unfolded, profile }: Search): Way[] {
  const found: Way = { input: `term:${term}`, values: [want] };
  const { condition, floors } = rule.regulation.terms[term] ?? {};
  if (!unfolded.has(term)) return [found];
  const measured = condition && withValues(condition, valuesOf(rule, term, profile));
  const [enough, against] = want ? [floors?.suffices, floors?.needs] : [floors?.needs, floors?.suffices];
  const reached = [enough, measured].flatMap((part) => (part ? [[part]] : []));
  const open = against ? [against] : [];
  return [...reached, open]
    .map((parts): Way => ({ goals: parts.map((part) => ({ rule, condition: part, want })) }))
    .concat(found);
}

const valuesOf = ({ regulation }: Rule, term: string, profile = ''): Readonly<Record<string, unknown>> =>
  regulation.profiles[profile]?.terms[term]?.at(-1) ?? {};

/** A condition with the values of a profile in it; none where one has no value. */
function withValues(condition: Condition, values: Readonly<Record<string, unknown>>): Condition | undefined {
  const names = conditionsIn(condition).flatMap((each) => ('threshold' in each ? [each.threshold] : []));
  if (names.some((name) => typeof values[name] !== 'number')) return undefined;
  return JSON.parse(JSON.stringify(condition), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('threshold' in value)) return value;
    const { threshold, ...leaf } = value as { readonly threshold: string };
    return { ...leaf, value: values[threshold] };
  }) as Condition;
}
