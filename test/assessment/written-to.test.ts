import { expect, test } from 'vitest';
import { assessIncident } from '../../src/index.js';

// Each part of an assessment is worked out when it is first read: what somebody did to a part read before is no part of it.

test.each([
  ['presumptions', 'responses'],
  ['openPoints', 'responses'],
  ['findings', 'responses'],
  ['openPoints', 'findings'],
  ['presumptions', 'findings'],
] as const)('%s are the same after %s were written to', (part, before) => {
  const assessed = () => assessIncident({ occurredAt: '2024-05-06' }, { asOf: '2024-06-30' });
  const untouched = JSON.stringify(assessed()[part]);
  const assessment = assessed();
  const list = assessment[before] as unknown as unknown[];
  list.length = 0;
  list.push(null);
  expect(JSON.stringify(assessment[part])).toBe(untouched);
});
