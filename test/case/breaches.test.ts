import { expect, test } from 'vitest';
import { readOptions } from '../../src/case/options.js';
import { assessIncident, createPolicy, type Incident, reasonOf } from '../../src/index.js';
import { hypothesisOf } from '../../src/inquiry/hypothesis.js';

const asOf = '2024-06-30';
const policy = createPolicy({ issueDate: '2019-11-08' });
const unreported: Incident = {
  occurredAt: '2024-03-01',
  units: [{ kind: 'college' }],
  incident: { occurred: true, grade: 'major' },
  report: { status: 'none' },
};
const p1 = (incident: Incident) =>
  assessIncident(incident, { asOf, policy }).findings.find(({ provision }) => provision === 'art9.p1')?.status;

test('a breach that the incident shows is of its time, whatever date a stated one has', () => {
  // Of 2018 is the breach that was stated; Art. 8 was breached in 2024.
  expect(p1({ ...unreported, duty: { breached: true, 'breached-at': '2018' } })).toBe('met');
  // Not graded, it need not have been reported, and a breach of 2018 came before the Rules.
  const ungraded = { ...unreported, incident: { occurred: true, grade: 'general' as const } };
  const found = { findings: { 'serious-incident': false } };
  expect(p1({ ...ungraded, ...found, duty: { breached: true, 'breached-at': '2018' } })).toBe('unmet');
});

test.each([
  ['established, and one of another time stated', { duty: { breached: true, 'breached-at': '2018' } }],
  ['established alone', {}],
  ['possible', { incident: { occurred: true } }],
  ['possible, and alleged', { incident: { occurred: true }, duty: { breached: 'alleged' as const } }],
  ['possible, and asked about', { incident: { occurred: true }, duty: { breached: null } }],
])('its reason is the same from parsed JSON: %s', (_, said: Incident) => {
  const assessment = assessIncident({ ...unreported, ...said }, { asOf, policy });
  const status = assessment.findings.find(({ provision }) => provision === 'art9.p1')?.status;
  const reason = reasonOf(assessment, 'art9.p1', { policy });
  expect(reason.truth).toBe(status);
  expect(reasonOf(JSON.parse(JSON.stringify(assessment)), 'art9.p1', { policy })).toEqual(reason);
});

test('nobody is told that it would help to deny what the incident shows', () => {
  const { setting, faults } = readOptions({ asOf, policy });
  const of = hypothesisOf(unreported, { setting, faults });
  expect(of.with([{ kind: 'fact', id: 'duty.breached', value: false }])).toBeUndefined();
});
