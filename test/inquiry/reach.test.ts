import { expect, test } from 'vitest';
import { assessIncident, createPolicy, type Organization } from '../../src/index.js';

// How far accountability reaches along the chain: 追究当事人、相关单位网络安全直接责任人直至第一责任人的责任.
const leak = {
  unit: 'a',
  system: 's',
  occurredAt: '2024-05-06T08:00:00+08:00',
  leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] },
} as const;
const units = [
  { id: 'a', kind: 'college' },
  { id: 'b', kind: 'college' },
] as const;
const reached = (system: object | undefined, rulings: { [question: string]: string }, parties: string[] = []) => {
  const organization: Organization = { units, ...(system && { systems: [{ id: 's', ...system }] }) };
  const { chain } = assessIncident(
    { ...leak, parties },
    { asOf: '2024-06-30', organization, policy: createPolicy({ rulings }) },
  );
  return Object.fromEntries(
    chain.links.map(({ unit, step, reached: truth }) => [unit === undefined ? step : `${unit}.${step}`, truth]),
  );
};
const inCharge = { 'art2.units': 'in-charge', 'art9.p2.first-responsible': 'unit' };

test('only the unit in charge, and nothing recorded of the system: open whether this is that unit', () => {
  expect(reached(undefined, inCharge)['a.unit-first']).toBe('undetermined');
});

test('only the unit in charge: the managing unit is reached, the using unit is not', () => {
  const links = reached({ managedBy: 'b', operatedBy: 'b', usedBy: ['a'] }, inCharge);
  expect([links['b.unit-first'], links['a.unit-first']]).toEqual(['met', 'unmet']);
});

test('managing, operating and using unit alike: a unit that is nothing to the system is not reached', () => {
  const links = reached(
    { managedBy: 'b', operatedBy: 'b', usedBy: [] },
    { 'art2.units': 'alike', 'art9.p2.first-responsible': 'unit' },
  );
  expect([links['b.unit-first'], links['a.unit-first']]).toEqual(['met', 'unmet']);
});

test('up to the unit alone, the university is not reached; without a ruling it is open', () => {
  expect(reached({ managedBy: 'a' }, inCharge)['school-first']).toBe('unmet');
  expect(reached({ managedBy: 'a' }, {})['school-first']).toBe('undetermined');
});

test('the party concerned stands once, whichever units are concerned', () => {
  const { chain } = assessIncident(
    { ...leak, unit: null, parties: ['p-9'] },
    { asOf: '2024-06-30', organization: { units, systems: [{ id: 's', managedBy: 'b', usedBy: ['a'] }] } },
  );
  expect(chain.links.filter(({ step }) => step === 'party')).toMatchObject([
    { status: 'held', holders: [{ person: 'p-9' }], reached: 'met' },
  ]);
});

test('whom accountability reaches is an open point of the assessment, until a ruling or nothing reaches anybody', () => {
  const leak = {
    occurredAt: '2024-05-06T08:00:00+08:00',
    leak: { occurred: true, 'own-persons': true, kinds: ['state-secret' as const] },
  };
  const rulingsOf = (incident: object, rulings = {}) =>
    assessIncident(incident, { asOf: '2024-06-30', policy: createPolicy({ rulings }) })
      .openPoints.filter(({ kind }) => kind === 'ruling')
      .map(({ id }) => id);
  expect(rulingsOf(leak)).toEqual(expect.arrayContaining(['art9.p2.first-responsible', 'art2.units']));
  expect(rulingsOf(leak, { 'art9.p2.first-responsible': 'unit', 'art2.units': 'alike' })).not.toEqual(
    expect.arrayContaining(['art9.p2.first-responsible']),
  );
  expect(rulingsOf({ occurredAt: '2018-05-06T08:00:00+08:00' })).toEqual([]);
});
