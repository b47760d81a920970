import type { Operator, Scalar } from './condition.js';
import { MET, OPEN, UNMET, type Value } from './truth.js';

/**
 * A value known only in part: a number between bounds, a set with known members and known non-members, a state not come
 * to rest.
 */
export type PartialValue =
  | NumberBounds
  | { readonly has: readonly string[]; readonly lacks: readonly string[] }
  | { readonly pending: string }
  | WrittenRange
  | WrittenPeriod;
type NumberBounds = { readonly atLeast?: number; readonly atMost?: number };
/** A time as it is written, of which no condition speaks: only what is worked out of it is tested. */
type WrittenRange = { readonly from?: string; readonly until?: string };
type WrittenPeriod = { readonly began?: string | WrittenRange; readonly ended?: string | WrittenRange };
export type FactValue = Scalar | readonly string[] | PartialValue | undefined;

type Known = Scalar | readonly string[];
type Expected = Scalar | readonly Scalar[];

/**
 * Whether an operator holds of a value that is known. That the two fit each other is checked where rules and facts are
 * read.
 */
function holds(operator: Operator, actual: Known, expected: Expected): boolean {
  switch (operator) {
    case 'equal':
      return actual === expected;
    case 'notEqual':
      return actual !== expected;
    case 'in':
      return (expected as readonly Scalar[]).includes(actual as Scalar);
    case 'notIn':
      return !(expected as readonly Scalar[]).includes(actual as Scalar);
    case 'contains':
      return (actual as readonly Scalar[]).includes(expected as Scalar);
    case 'doesNotContain':
      return !(actual as readonly Scalar[]).includes(expected as Scalar);
    case 'lessThan':
      return actual < expected;
    case 'lessThanInclusive':
      return actual <= expected;
    case 'greaterThan':
      return actual > expected;
    case 'greaterThanInclusive':
      return actual >= expected;
  }
}

/** `actual operator expected` in three values: open where what is known of `actual` leaves both outcomes possible. */
export function applyOperator(operator: Operator, actual: FactValue, expected: Expected | undefined): Value {
  if (actual === undefined || expected === undefined) return OPEN;
  if (typeof actual !== 'object' || isList(actual)) return holds(operator, actual, expected) ? MET : UNMET;
  if (isBounds(actual)) return overBounds(operator, actual, expected);
  if ('has' in actual) return overMembers(operator, actual, String(expected));
  return OPEN;
}

const isList = (value: object): value is readonly string[] => Array.isArray(value);

export const isBounds = (value: object): value is NumberBounds => 'atLeast' in value || 'atMost' in value;

/**
 * An order holds of a whole range if it holds at its unfavourable end, and of none of it if it fails at the favourable
 * one. A range equals no number outside it.
 */
function overBounds(
  operator: Operator,
  { atLeast: low = Number.NEGATIVE_INFINITY, atMost: high = Number.POSITIVE_INFINITY }: NumberBounds,
  expected: Expected,
): Value {
  if (low === high) return holds(operator, low, expected) ? MET : UNMET;
  if (operator.startsWith('greaterThan') || operator.startsWith('lessThan')) {
    const [atLow, atHigh] = [holds(operator, low, expected), holds(operator, high, expected)];
    return atLow !== atHigh ? OPEN : atLow ? MET : UNMET;
  }
  if (([expected].flat() as number[]).some((number) => number >= low && number <= high)) return OPEN;
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
