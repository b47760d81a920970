import { expect, test } from 'vitest';
import { assessIncident, checkUnitObligations, resolveResponsibilityChain } from '../../src/index.js';

const asOf = '2024-06-30';

test('an incident of which nothing is known leaves accountability undetermined, with questions and no error', () => {
  const { accountability, openPoints } = assessIncident({}, { asOf });
  expect(accountability.status).toBe('undetermined');
  expect(accountability.by).toEqual([]);
  expect(openPoints.slice(0, 2).map(({ id }) => id)).toEqual(['issue-date', 'occurredAt']);
});

test('a unit without evidence has breached nothing', () => {
  const { counts } = checkUnitObligations({}, { asOf });
  expect(counts.breached + counts.overdue + counts.fulfilled).toBe(0);
  expect(counts.undetermined).toBeGreaterThan(0);
});

test('an empty organization yields a chain of unrecorded steps', () => {
  const { links } = resolveResponsibilityChain({ unit: 'any' }, { organization: {}, asOf });
  expect(links.map(({ status }) => status)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown']);
});
