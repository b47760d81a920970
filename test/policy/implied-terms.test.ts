import { expect, test } from 'vitest';
import { createPolicy, type PolicyOptions, ZerenzhiError } from '../../src/index.js';

// 第一时间 is 及时: nothing may be at the first moment by one value and not in time by another.

const codes = (terms: PolicyOptions['terms'], profile?: string): string[] => {
  try {
    createPolicy({ terms, profile });
    return [];
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) throw error;
    return error.diagnostics.map(({ code }) => code);
  }
};
const LOOSER = ['policy/looser-than-implied'];

test.each<[string, readonly string[], PolicyOptions['terms']]>([
  [
    '24 h at the first moment, 2 h in time',
    LOOSER,
    { 'first-moment-report': { hours: 24 }, 'timely-report': { hours: 2 } },
  ],
  ['the same hours', [], { 'first-moment-report': { hours: 2 }, 'timely-report': { hours: 2 } }],
  ['fewer at the first moment', [], { 'first-moment-report': { hours: 1 }, 'timely-report': { hours: 2 } }],
  [
    'beyond 24 h surely not at the first moment: that says nothing of what is',
    [],
    { 'first-moment-report': { hours: 24, settles: 'unmet' }, 'timely-report': { hours: 2 } },
  ],
  [
    'within 2 h surely in time: that says nothing of what is late',
    [],
    { 'first-moment-report': { hours: 24 }, 'timely-report': { hours: 2, settles: 'met' } },
  ],
  [
    'beyond 2 h surely late, within 24 h surely at the first moment',
    LOOSER,
    { 'first-moment-report': { hours: 24, settles: 'met' }, 'timely-report': { hours: 2, settles: 'unmet' } },
  ],
  [
    'one after the other',
    [],
    {
      'first-moment-report': { hours: 24, until: '2023-12-31' },
      'timely-report': { hours: 2, from: '2024-01-01' },
    },
  ],
  [
    'for one day together, the one from the day it was made',
    LOOSER,
    {
      'first-moment-report': { hours: 24, until: '2024-01-01' },
      'timely-report': { hours: 2, by: 'office', made: '2024-01-01' },
    },
  ],
])('%s', (_, expected, terms) => {
  expect(codes(terms)).toEqual(expected);
});

test('a value of the profile counts as one that is given', () => {
  // The profile has 24 h, beyond which nothing is at the first moment.
  expect(codes({ 'timely-report': { hours: 2 } }, 'national-analogy')).toEqual([]);
  expect(codes({ 'first-moment-report': { hours: 3 }, 'timely-report': { hours: 2 } }, 'national-analogy')).toEqual(
    LOOSER,
  );
});
