import { expect, test } from 'vitest';
import { loadRegulation } from '../../src/authoring/load.js';
import {
  assessIncident,
  checkUnitObligations,
  createPolicy,
  resolveResponsibilityChain,
  ZerenzhiError,
} from '../../src/index.js';

// Three made-up articles through the same functions: no law stands in them.
const regulation = loadRegulation('test/second-regulation');
const asOf = '2024-06-30';
const fire = (facts: object) => ({ occurredAt: '2024-01-10T10:00:00+08:00', ...facts });

test('a large fire with a blocked exit is met under either reading', () => {
  const policy = createPolicy({ regulation, terms: { 'large-fire': { area: 50 } } });
  const { accountability } = assessIncident(fire({ fire: { area: 80 }, exit: { blocked: true } }), { policy, asOf });
  expect(accountability).toEqual({ status: 'triggered', by: ['art2.fire'], open: [] });
});

test('a small fire with a blocked exit waits for a ruling', () => {
  const policy = createPolicy({ regulation, terms: { 'large-fire': { area: 50 } } });
  const { accountability, openPoints } = assessIncident(fire({ fire: { area: 3 }, exit: { blocked: true } }), {
    policy,
    asOf,
  });
  expect(accountability.status).toBe('undetermined');
  expect(openPoints).toMatchObject([{ kind: 'ruling', id: 'art2.or', settledBy: 'committee' }]);
});

test('before the day of issue nothing is met', () => {
  const policy = createPolicy({ regulation });
  const incident = {
    occurredAt: '2021-04-30T10:00:00+08:00',
    exit: { blocked: true },
    findings: { 'large-fire': true },
  };
  expect(assessIncident(incident, { policy, asOf }).accountability.status).toBe('not-triggered');
});

test('the keeper of a site is its first responsible person', () => {
  const organization = {
    units: [{ id: 'hall', kind: 'site' }],
    posts: [{ id: 'k', unit: 'hall', role: 'keeper' }],
    appointments: [{ post: 'k', person: 'p-1', from: '2022-01-01' }],
  };
  const { links, bodies, citations } = resolveResponsibilityChain(
    { unit: 'hall' },
    { policy: createPolicy({ regulation }), organization, asOf },
  );
  expect(links.find(({ step }) => step === 'unit-first')).toMatchObject({
    status: 'held',
    holders: [{ person: 'p-1' }],
    provision: 'art1.keeper',
  });
  expect(citations['art1.keeper']?.place).toBe('1');
  expect(bodies.map(({ body }) => body)).toEqual(['committee']);
});

test('an inspection a month ago is due again by an interval of a month', () => {
  const policy = createPolicy({ regulation, terms: { monthly: { every: 'P1M' } } });
  const report = checkUnitObligations(
    { kind: 'site', evidence: [{ obligation: 'art2.inspect', on: '2024-05-31' }] } as never,
    { policy, asOf },
  );
  expect(report.obligations).toMatchObject([{ provision: 'art2.inspect', status: 'due-soon', dueOn: '2024-06-30' }]);
});

test('facts of another regulation are refused', () => {
  expect(() => assessIncident({ leak: { occurred: true } }, { policy: createPolicy({ regulation }), asOf })).toThrow(
    ZerenzhiError,
  );
});
