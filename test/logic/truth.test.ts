import { describe, expect, test } from 'vitest';
import { agreement, allOf, anyOf, nameOf, not, opposite, type Truth, truthValue } from '../../src/logic/truth.js';

const ROWS: [Truth, Truth, all: Truth, any: Truth, agreed: Truth][] = [
  ['met', 'met', 'met', 'met', 'met'],
  ['met', 'undetermined', 'undetermined', 'met', 'undetermined'],
  ['met', 'unmet', 'unmet', 'met', 'undetermined'],
  ['undetermined', 'undetermined', 'undetermined', 'undetermined', 'undetermined'],
  ['undetermined', 'unmet', 'unmet', 'undetermined', 'undetermined'],
  ['unmet', 'unmet', 'unmet', 'unmet', 'unmet'],
];

describe.each(ROWS)('%s and %s', (one, other, all, any, agreed) => {
  test.each([[[one, other]], [[other, one]]])('%j: all, any, and what they agree on', (truths) => {
    const values = truths.map(truthValue);
    expect(nameOf(allOf(values))).toBe(all);
    expect(nameOf(anyOf(values))).toBe(any);
    expect(nameOf(agreement(values))).toBe(agreed);
  });
});

test('of nothing, all hold, none does, and nothing is agreed on', () => {
  expect([allOf([]), anyOf([]), agreement([])].map(nameOf)).toEqual(['met', 'unmet', 'undetermined']);
});

test('one alone is what it is', () => {
  for (const truth of ['met', 'unmet', 'undetermined'] as const)
    expect([allOf, anyOf, agreement].map((of) => nameOf(of([truthValue(truth)])))).toEqual([truth, truth, truth]);
});

test('one that differs is enough to disagree, wherever it stands', () => {
  expect(nameOf(agreement(['met', 'met', 'unmet'].map((truth) => truthValue(truth as Truth))))).toBe('undetermined');
});

test('not turns met and unmet round and leaves open what is open', () => {
  expect((['met', 'unmet', 'undetermined'] as const).map((truth) => nameOf(not(truthValue(truth))))).toEqual([
    'unmet',
    'met',
    'undetermined',
  ]);
  expect([opposite('met'), opposite('unmet')]).toEqual(['unmet', 'met']);
});
