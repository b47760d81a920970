import { expect, test } from 'vitest';
import { type Condition, conditionsIn, parts, questionsIn, walk } from '../../src/logic/condition.js';

const [a, b, c] = ['a', 'b', 'c'].map((fact): Condition => ({ fact, operator: 'equal', value: true })) as [
  Condition,
  Condition,
  Condition,
];
const asked: Condition = { question: 'which', readings: { narrow: a, wide: true, other: { any: [b] } } };

test('what stands directly inside a condition', () => {
  expect(parts({ all: [a, b] })).toEqual([a, b]);
  expect(parts({ any: [b, a] })).toEqual([b, a]);
  expect(parts({ not: a })).toEqual([a]);
  expect(parts(asked)).toEqual([a, true, { any: [b] }]);
  expect([parts(a), parts({ term: 'long' }), parts({ condition: 'name' })]).toEqual([[], [], []]);
});

test('every condition inside one, from the outside in, in the order of the rule; literals are none', () => {
  const whole: Condition = { all: [{ not: a }, asked, { condition: 'name' }] };
  expect(conditionsIn(whole)).toEqual([whole, { not: a }, a, asked, a, { any: [b] }, b, { condition: 'name' }]);
  expect([conditionsIn(true), conditionsIn(undefined)]).toEqual([[], []]);
});

test('what a name stands for counts as inside it, where somebody says what that is', () => {
  const named = (name: string): Condition | undefined => (name === 'name' ? { not: c } : undefined);
  expect(conditionsIn({ any: [{ condition: 'name' }, { condition: 'unknown' }] }, named)).toEqual([
    { any: [{ condition: 'name' }, { condition: 'unknown' }] },
    { condition: 'name' },
    { not: c },
    c,
    { condition: 'unknown' },
  ]);
});

test('the points of reading inside a condition, those inside others as well', () => {
  const inner: Condition = { question: 'inner', readings: { one: a } };
  const outer: Condition = { question: 'outer', readings: { one: { not: inner }, two: false } };
  expect(questionsIn({ all: [b, outer] }).map(({ question }) => question)).toEqual(['outer', 'inner']);
  expect(questionsIn(false)).toEqual([]);
});

test('a walk hands on the state in which each condition is reached, and goes only where it is told', () => {
  const depths = walk({ all: [{ not: a }, { any: [b, c] }] }, 0, (condition, depth) =>
    'any' in condition ? [] : parts(condition).map((part) => [part, depth + 1] as const),
  );
  expect([...depths]).toEqual([
    [{ all: [{ not: a }, { any: [b, c] }] }, 0],
    [{ not: a }, 1],
    [a, 2],
    [{ any: [b, c] }, 1],
  ]);
});
