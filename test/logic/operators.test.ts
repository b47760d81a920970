import { describe, expect, test } from 'vitest';
import { OPERATORS, type Operator, type Scalar } from '../../src/logic/condition.js';
import { applyOperator, type FactValue } from '../../src/logic/operators.js';
import { OPPOSITE } from '../../src/logic/opposite.js';
import { nameOf, not, type Truth } from '../../src/logic/truth.js';

type Row = [actual: FactValue, operator: Operator, expected: Scalar | readonly Scalar[], truth: Truth];

const KNOWN: Row[] = [
  [true, 'equal', true, 'met'],
  [false, 'equal', true, 'unmet'],
  ['12', 'equal', 12, 'unmet'],
  [true, 'notEqual', true, 'unmet'],
  [false, 'notEqual', true, 'met'],
  ['major', 'in', ['major', 'grave'], 'met'],
  ['minor', 'in', ['major', 'grave'], 'unmet'],
  ['major', 'notIn', ['major', 'grave'], 'unmet'],
  ['minor', 'notIn', ['major', 'grave'], 'met'],
  [['web', 'mail'], 'contains', 'web', 'met'],
  [['mail'], 'contains', 'web', 'unmet'],
  [[], 'contains', 'web', 'unmet'],
  [['web', 'mail'], 'doesNotContain', 'web', 'unmet'],
  [['mail'], 'doesNotContain', 'web', 'met'],
  [['zip'], 'doesNotContain', 'web', 'met'],
  [1, 'lessThan', 2, 'met'],
  [2, 'lessThan', 2, 'unmet'],
  [2, 'lessThanInclusive', 2, 'met'],
  [3, 'lessThanInclusive', 2, 'unmet'],
  [3, 'greaterThan', 2, 'met'],
  [2, 'greaterThan', 2, 'unmet'],
  [2, 'greaterThanInclusive', 2, 'met'],
  [1, 'greaterThanInclusive', 2, 'unmet'],
];

/** Between 2 and 4 hours; at least 2; exactly 3. */
const [RANGE, FROM, POINT] = [{ atLeast: 2, atMost: 4 }, { atLeast: 2 }, { atLeast: 3, atMost: 3 }];
const BOUNDED: Row[] = [
  [RANGE, 'greaterThan', 1, 'met'],
  [RANGE, 'greaterThan', 2, 'undetermined'],
  [RANGE, 'greaterThan', 4, 'unmet'],
  [RANGE, 'greaterThanInclusive', 2, 'met'],
  [RANGE, 'greaterThanInclusive', 4, 'undetermined'],
  [RANGE, 'greaterThanInclusive', 5, 'unmet'],
  [RANGE, 'lessThan', 5, 'met'],
  [RANGE, 'lessThan', 4, 'undetermined'],
  [RANGE, 'lessThan', 2, 'unmet'],
  [RANGE, 'lessThanInclusive', 4, 'met'],
  [RANGE, 'lessThanInclusive', 2, 'undetermined'],
  [RANGE, 'lessThanInclusive', 1, 'unmet'],
  [FROM, 'greaterThan', 1, 'met'],
  [FROM, 'greaterThan', 1_000, 'undetermined'],
  [FROM, 'lessThan', 2, 'unmet'],
  [FROM, 'lessThan', 1_000, 'undetermined'],
  [RANGE, 'equal', 1, 'unmet'],
  [RANGE, 'equal', 2, 'undetermined'],
  [RANGE, 'equal', 4, 'undetermined'],
  [RANGE, 'equal', 5, 'unmet'],
  [RANGE, 'notEqual', 1, 'met'],
  [RANGE, 'notEqual', 3, 'undetermined'],
  [RANGE, 'in', [1, 5], 'unmet'],
  [RANGE, 'in', [1, 3], 'undetermined'],
  [RANGE, 'notIn', [1, 5], 'met'],
  [RANGE, 'notIn', [1, 3], 'undetermined'],
  [FROM, 'equal', 1, 'unmet'],
  [FROM, 'equal', 1_000, 'undetermined'],
  [POINT, 'equal', 3, 'met'],
  [POINT, 'equal', 4, 'unmet'],
  [POINT, 'notEqual', 3, 'unmet'],
  [POINT, 'in', [3, 4], 'met'],
  [POINT, 'greaterThan', 3, 'unmet'],
  [POINT, 'lessThanInclusive', 3, 'met'],
];

/** It has `web` and lacks `mail`; of anything else nothing is said. */
const PART = { has: ['web'], lacks: ['mail'] };
const MEMBERS: Row[] = [
  [PART, 'contains', 'web', 'met'],
  [PART, 'contains', 'mail', 'unmet'],
  [PART, 'contains', 'files', 'undetermined'],
  [PART, 'doesNotContain', 'web', 'unmet'],
  [PART, 'doesNotContain', 'mail', 'met'],
  [PART, 'doesNotContain', 'files', 'undetermined'],
];

describe.each([
  ['a value that is known', KNOWN],
  ['a number known within bounds', BOUNDED],
  ['a set known in part', MEMBERS],
])('%s', (_, rows) => {
  test.each(rows)('%j %s %j is %s', (actual, operator, expected, truth) => {
    expect(nameOf(applyOperator(operator, actual, expected))).toBe(truth);
  });
  test.each(rows)('%j %s %j: the opposite operator says the opposite', (actual, operator, expected) => {
    expect(applyOperator(OPPOSITE[operator], actual, expected)).toBe(not(applyOperator(operator, actual, expected)));
  });
});

test.each(OPERATORS)('%s is open where the fact, the limit or the outcome is', (operator) => {
  expect(nameOf(applyOperator(operator, undefined, 1))).toBe('undetermined');
  expect(nameOf(applyOperator(operator, 1, undefined))).toBe('undetermined');
  expect(nameOf(applyOperator(operator, { pending: 'not-yet' }, 'not-yet'))).toBe('undetermined');
});
