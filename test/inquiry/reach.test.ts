import { expect, test } from 'vitest';
import { assessIncident, createPolicy, type Incident, type Organization } from '../../src/index.js';

// How far accountability reaches along the chain: 追究当事人、相关单位网络安全直接责任人直至第一责任人的责任.
const leak = {
  systems: [{ id: 's' }],
  occurredAt: '2024-05-06T08:00:00+08:00',
  leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] },
} as const;
const named: Incident['units'] = [{ id: 'a' }];
const units = [
  { id: 'a', kind: 'college' },
  { id: 'b', kind: 'college' },
] as const;
const reached = (
  system: object,
  rulings: { [question: string]: string } = {},
  concerned: Incident['units'] = named,
) => {
  const organization: Organization = { units, systems: [{ id: 's', ...system }] };
  const { chain } = assessIncident(
    { ...leak, units: concerned },
    { asOf: '2024-06-30', organization, policy: createPolicy({ rulings }) },
  );
  return Object.fromEntries(
    chain.links.map(({ unit, step, reached: truth }) => [unit === undefined ? step : `${unit}.${step}`, truth]),
  );
};

test('a unit that had a part is reached, whatever it is to the system; of one that only stands in a relation it is open', () => {
  const links = reached({ managedBy: 'b', operatedBy: 'b', usedBy: [] });
  expect([links['a.unit-first'], links['b.unit-first']]).toEqual(['met', 'undetermined']);
});

test('a unit that had no part is not reached, though the system is its own', () => {
  const links = reached({ managedBy: 'b', usedBy: ['a'] }, {}, [{ id: 'a' }, { id: 'b', part: false }]);
  expect([links['a.unit-first'], links['b.unit-first']]).toEqual(['met', 'unmet']);
});

test('up to the unit alone, the university is not reached; without a ruling it is open', () => {
  expect(reached({ managedBy: 'a' }, { 'art9.p2.first-responsible': 'unit' })['school-first']).toBe('unmet');
  expect(reached({ managedBy: 'a' })['school-first']).toBe('undetermined');
});

test('where it is not known which unit it was, the university is reached all the same, and no unit surely', () => {
  const links = reached({ managedBy: 'a', usedBy: ['b'] }, { 'art9.p2.first-responsible': 'school' }, []);
  expect([links['a.unit-first'], links['b.unit-first'], links['school-first']]).toEqual([
    'undetermined',
    'undetermined',
    'met',
  ]);
});

test('the party concerned stands once, whichever units are concerned', () => {
  const { chain } = assessIncident(
    { ...leak, units: null, parties: [{ id: 'p-9', affiliation: 'contractor', unit: 'b' }] },
    { asOf: '2024-06-30', organization: { units, systems: [{ id: 's', managedBy: 'b', usedBy: ['a'] }] } },
  );
  expect(chain.links.filter(({ step }) => step === 'party')).toMatchObject([
    { status: 'held', holders: [{ person: 'p-9', affiliation: 'contractor', unit: 'b' }], reached: 'met' },
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
  expect(rulingsOf(leak)).toEqual(expect.arrayContaining(['art9.p2.first-responsible']));
  expect(rulingsOf(leak, { 'art9.p2.first-responsible': 'unit' })).not.toEqual(
    expect.arrayContaining(['art9.p2.first-responsible']),
  );
  expect(rulingsOf({ occurredAt: '2018-05-06T08:00:00+08:00' })).toEqual([]);
});
