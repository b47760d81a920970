import { expect, test } from 'vitest';
import { nearestName } from '../../src/diagnostics/nearest.js';

test.each([
  ['done', ['none', 'full']],
  ['untimely-report', ['timely-report']],
  ['report-untimely', ['report-timely']],
  ['report-not-timely', ['report-timely']],
  ['reported-late', ['reported-not-late']],
  ['internal', ['external']],
  ['outbound-traffic', ['inbound-traffic']],
  ['logs-included', ['logs-excluded']],
  ['legal-basis', ['illegal-basis']],
])('%s is not taken for its contrary in %j', (typed, among) => {
  expect(nearestName(typed, among)).toBeUndefined();
});

test.each([
  ['reprot', ['report', 'rules'], 'report'],
  ['untimly-report', ['untimely-report', 'timely-report'], 'untimely-report'],
  ['no-log', ['no-logs'], 'no-logs'],
  ['intenal', ['internal', 'external'], 'internal'],
  ['tampred', ['tampered'], 'tampered'],
] as const)('%s among %j is a slip of %s', (typed, among, meant) => {
  expect(nearestName(typed, among)).toBe(meant);
});
