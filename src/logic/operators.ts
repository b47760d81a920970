import type { Operator, Scalar } from './condition.js';
import { MET, OPEN, UNMET, type Value } from './truth.js';

/** A value known only in part: a number between bounds, a set with known members and known non-members, a state not come to rest. */
export type PartialValue =
  | { readonly atLeast: number; readonly atMost?: number }
  | { readonly has: readonly string[]; readonly lacks: readonly string[] }
  | { readonly pending: string };
export type FactValue = Scalar | readonly string[] | PartialValue | undefined;

type Known = Scalar | readonly string[];
const TESTS: Record<Operator, (actual: never, expected: never) => boolean> = {
  equal: (actual: Known, expected: Known) => actual === expected,
  notEqual: (actual: Known, expected: Known) => actual !== expected,
  in: (actual: Scalar, expected: readonly Scalar[]) => expected.includes(actual),
  notIn: (actual: Scalar, expected: readonly Scalar[]) => !expected.includes(actual),
  contains: (actual: readonly Scalar[], expected: Scalar) => actual.includes(expected),
  doesNotContain: (actual: readonly Scalar[], expected: Scalar) => !actual.includes(expected),
  lessThan: (actual: number, expected: number) => actual < expected,
  lessThanInclusive: (actual: number, expected: number) => actual <= expected,
  greaterThan: (actual: number, expected: number) => actual > expected,
  greaterThanInclusive: (actual: number, expected: number) => actual >= expected,
};

/** `actual operator expected` in three values: open where what is known of `actual` leaves both outcomes possible. */
export function applyOperator(
  operator: Operator,
  actual: FactValue,
  expected: Scalar | readonly Scalar[] | undefined,
): Value {
  if (actual === undefined || expected === undefined) return OPEN;
  if (operator === 'equal' && typeof actual !== 'object') return actual === expected ? MET : UNMET;
  if (operator === 'contains' && Array.isArray(actual)) return actual.includes(expected as string) ? MET : UNMET;
  const test = TESTS[operator] as (actual: unknown, expected: unknown) => boolean;
  if (typeof actual !== 'object' || Array.isArray(actual)) return test(actual, expected) ? MET : UNMET;
  if ('atLeast' in actual)
    return overBounds(operator, actual, (value) => test(value, expected), [expected].flat() as number[]);
  if ('has' in actual) return overMembers(operator, actual, String(expected));
  return OPEN;
}

/**
 * An order holds of a whole range if it holds at its unfavourable end, and of none of it if it fails at the favourable one. A range
 * equals no number outside it.
 */
function overBounds(
  operator: Operator,
  { atLeast, atMost }: { atLeast: number; atMost?: number },
  test: (value: number) => boolean,
  expected: readonly number[],
): Value {
  const high = atMost ?? Number.POSITIVE_INFINITY;
  if (operator.startsWith('greaterThan')) return test(atLeast) ? MET : test(high) ? OPEN : UNMET;
  if (operator.startsWith('lessThan')) return test(high) ? MET : test(atLeast) ? OPEN : UNMET;
  if (atLeast === high) return test(atLeast) ? MET : UNMET;
  if (expected.some((number) => number >= atLeast && number <= high)) return OPEN;
  return operator === 'equal' || operator === 'in' ? UNMET : MET;
}

function overMembers(
  operator: Operator,
  { has, lacks }: { has: readonly string[]; lacks: readonly string[] },
  member: string,
): Value {
  const known = has.includes(member) ? true : lacks.includes(member) ? false : undefined;
  if (known === undefined) return OPEN;
  return known === (operator === 'contains') ? MET : UNMET;
}
