import { describe, expect, test } from 'vitest';
import { loadRegulation, regulationOf } from '../../src/authoring/load.js';
import { createPolicy, type Incident, type Organization, regulation, type ZerenzhiError } from '../../src/index.js';
import {
  type AssessmentRecord,
  type Comparison,
  compareWithRecord,
  recordAssessment,
  replay,
} from '../../src/record/index.js';
import { inputsOf, madeOf } from '../../src/record/inputs.js';
import { digestsOf, sealed } from '../../src/record/record.js';
import { given } from '../support/fixtures.js';
import { randomIncident, repaired, seeded } from '../support/incidents.js';
import { sized } from '../support/size.js';

const organization = given('fixtures/organizations/university.yaml') as Organization;
const LEAK = 'art9.p2.i3';
const DAY = { asOf: '2024-06-30' };
const LATER = { asOf: '2024-07-31' };
const leak: Incident = {
  id: 'inc-1',
  occurredAt: '2024-05-06T08:00:00+08:00',
  incident: { occurred: true },
  leak: { occurred: true, 'own-persons': true },
};
const filed = (incident: Incident = leak, options: object = DAY): AssessmentRecord =>
  JSON.parse(JSON.stringify(recordAssessment(incident, options).record));
const compared = (now: Incident, options: object = LATER, record = filed()): Comparison =>
  compareWithRecord(record, now, options).comparison;
const findingIn = ({ findings }: Comparison, provision = LEAK) =>
  findings.find((finding) => finding.provision === provision);
const codesOf = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    return (error as ZerenzhiError).diagnostics.map(({ code, path, document }) => `${document} ${path} ${code}`);
  }
  return [];
};
const secret: Incident = { ...leak, leak: { ...leak.leak, kinds: ['state-secret'] } };

test('a case that has not gone on: nothing turned, nothing changed', () => {
  expect(compared(leak, DAY)).toMatchObject({
    accountability: { turned: false },
    findings: [],
    responses: [],
    holders: [],
    changes: [],
    opened: [],
    closed: [],
  });
});

test('an answer that decides: the outcome, the finding, and on what it turned; what it settles is no longer open', () => {
  const comparison = compared(secret);
  expect(comparison).toMatchObject({
    before: { asOf: '2024-06-30', status: 'undetermined', by: [] },
    now: { asOf: '2024-07-31', status: 'triggered', by: [LEAK] },
    incident: { id: 'inc-1' },
    accountability: { turned: true, turnedOn: { how: 'needed', changes: ['fact:leak.kinds'] } },
    changes: [
      { key: 'as-of', kind: 'as-of', change: 'corrected', before: '2024-06-30', now: '2024-07-31' },
      { key: 'fact:leak.kinds', kind: 'fact', id: 'leak.kinds', change: 'added', now: ['state-secret'] },
    ],
  });
  expect(findingIn(comparison)).toMatchObject({
    before: 'undetermined',
    now: 'met',
    label: { zh: expect.any(String) },
    turnedOn: { how: 'needed', changes: ['fact:leak.kinds'] },
  });
  expect(comparison.closed.map(({ id }) => id)).toContain('leak.kinds');
  for (const { settledBy } of [...comparison.closed, ...comparison.opened])
    expect(comparison.settlers[settledBy]).toBeDefined();
});

test('what is taken back or corrected says so, and what it opens is open', () => {
  const back = compared(leak, LATER, filed(secret));
  expect(back.changes).toContainEqual({
    key: 'fact:leak.kinds',
    kind: 'fact',
    id: 'leak.kinds',
    change: 'withdrawn',
    before: ['state-secret'],
  });
  expect(findingIn(back)).toMatchObject({ before: 'met', now: 'undetermined' });
  expect(back.opened.map(({ id }) => id)).toContain('leak.kinds');
  const corrected = compared({ ...leak, leak: { ...leak.leak, 'own-persons': false } });
  expect(corrected.changes).toContainEqual(
    expect.objectContaining({ id: 'leak.own-persons', change: 'corrected', before: true, now: false }),
  );
});

describe('on what a finding turned', () => {
  const persons: Incident = { ...leak, leak: { ...leak.leak, kinds: ['personal-information'], persons: 30_000 } };
  const policy = createPolicy({ terms: { 'large-scale-personal-information': { persons: 10_000 } } });

  test('each of several that it took', () => {
    expect(findingIn(compared(persons, { ...LATER, policy }))?.turnedOn).toEqual({
      how: 'needed',
      changes: expect.arrayContaining([
        'fact:leak.kinds',
        'fact:leak.persons',
        'value:large-scale-personal-information',
      ]),
    });
  });

  test('any of two, each enough by itself', () => {
    const found = { ...secret, findings: { 'large-scale-personal-information': true } };
    const both = { ...found, leak: { ...found.leak, kinds: ['personal-information', 'state-secret'] } } as Incident;
    const before = filed({ ...leak, leak: { ...leak.leak, kinds: { has: ['personal-information'] } } } as Incident);
    expect(findingIn(compared(both, DAY, before))?.turnedOn).toEqual({
      how: 'enough',
      changes: ['fact:leak.kinds', 'term:large-scale-personal-information'],
    });
  });

  test('several together, none of them alone: two units, each of which would do, and two answers on each', () => {
    const of = (said: object) => {
      const told = { leak: { occurred: true, ...said } };
      return {
        ...leak,
        leak: null,
        units: [
          { id: 'a', ...told },
          { id: 'b', ...told },
        ],
      } as unknown as Incident;
    };
    const now = compared(of({ 'own-persons': true, kinds: ['state-secret'] }), DAY, filed(of({})));
    expect(now.changes.map(({ key }) => key).sort()).toEqual([
      'fact:leak.kinds:unit.a',
      'fact:leak.kinds:unit.b',
      'fact:leak.own-persons:unit.a',
      'fact:leak.own-persons:unit.b',
    ]);
    expect(findingIn(now)).toMatchObject({
      before: 'undetermined',
      now: 'met',
      units: { a: { before: 'undetermined', now: 'met' } },
      turnedOn: { how: 'together', changes: [] },
    });
  });

  test('time alone: what could still be in time is overdue', () => {
    const pending = {
      units: [{ kind: 'college' }],
      occurredAt: '2024-05-06T08:00:00+08:00',
      discoveredAt: '2024-05-06T08:00:00+08:00',
      incident: { occurred: true, grade: 'major' },
      report: { status: 'pending' },
      findings: { 'serious-incident': true },
    } as Incident;
    const policy = createPolicy({
      terms: { 'first-moment-report': { hours: 24 } },
      rulings: { 'art8.clock': 'occurrence' },
      issueDate: '2019-12-03',
    });
    const was = filed(pending, { policy, asOf: '2024-05-06T09:00:00+08:00' });
    const { responses, changes } = compared(pending, { asOf: '2024-06-30' }, was);
    expect(changes.map(({ key }) => key)).toEqual(['as-of']);
    expect(responses).toEqual([
      expect.objectContaining({
        provision: 'art8.report',
        before: 'awaiting',
        now: 'overdue',
        turnedOn: { how: 'needed', changes: ['as-of'] },
      }),
    ]);
  });

  test('a ruling, a finding of persons, an entry of the register', () => {
    const was = filed(leak, { ...DAY, organization });
    const { appointments = [], ...rest } = organization;
    const others = {
      ...rest,
      appointments: appointments.map((each) => (each.person === 'p-002' ? { ...each, until: '2024-01-31' } : each)),
    };
    const policy = createPolicy({ rulings: { 'art7.p1.head': 'one' } });
    const now = compared(
      { ...leak, findings: { 'major-impact': true } },
      { ...DAY, organization: others, policy },
      was,
    );
    expect(now.changes.map(({ key }) => key)).toEqual([
      'term:major-impact',
      'ruling:art7.p1.head',
      'register:appointments.school-lead/p-002',
    ]);
    expect(now.holders).toContainEqual(
      expect.objectContaining({ step: 'school-direct', before: { status: 'held', persons: ['p-002'] } }),
    );
  });

  test('a unit that joins turns nothing by being named; a finding that it meets is told beside the whole', () => {
    const was = filed({ ...secret, units: [{ id: 'a' }] });
    const joined = (said: object) => ({ ...secret, units: [{ id: 'a' }, { id: 'b', ...said }] }) as unknown as Incident;
    expect(findingIn(compared(joined({ part: false }), DAY, was))).toBeUndefined();
    const now = compared(joined({}), DAY, was);
    expect(now.findings.map(({ provision }) => provision)).toEqual([LEAK]);
    expect(findingIn(now)).toEqual({
      provision: LEAK,
      label: expect.anything(),
      before: 'met',
      now: 'met',
      units: { b: { now: 'met' } },
      turnedOn: { how: 'needed', changes: ['unit:b'] },
    });
  });

  test('what is said of a unit', () => {
    const of = (part: boolean | null) =>
      ({ ...secret, units: [{ id: 'a' }, { id: 'b', part }] }) as unknown as Incident;
    const { changes } = compared(of(false), DAY, filed(of(null)));
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'fact', of: { unit: 'b' }, change: 'added', before: null, now: false }),
    ]);
  });
});

describe('what is not given is as it was recorded', () => {
  const policy = createPolicy({ terms: { 'large-scale-personal-information': { persons: 10_000 } } });
  test('the register and the policy', () => {
    expect(compared(leak, DAY, filed(leak, { ...DAY, policy, organization })).changes).toEqual([]);
    expect(
      compared(leak, { ...DAY, policy: createPolicy() }, filed(leak, { ...DAY, policy })).changes.map(
        ({ key, change }) => [key, change],
      ),
    ).toEqual([['value:large-scale-personal-information', 'withdrawn']]);
  });
});

describe('the record that takes the place of another', () => {
  const before = filed();
  const { record } = compareWithRecord(before, secret, LATER);

  test('names its seal, replays, and is what the assessment now is', () => {
    expect(record.supersedes).toEqual({ seal: before.seal });
    expect(replay(JSON.parse(JSON.stringify(record)))).toMatchObject({
      identical: true,
      supersedes: { seal: before.seal },
    });
    expect(record.outcome).toEqual(recordAssessment(secret, LATER).record.outcome);
    expect(replay(before)).not.toHaveProperty('supersedes');
  });

  test.each([
    ['altered', { seal: before.seal.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }],
    ['taken away', undefined],
  ])('is not identical where that is %s', (_, supersedes) => {
    const { supersedes: __, ...rest } = record;
    const changed = { ...rest, ...(supersedes && { supersedes }) };
    expect(replay(changed)).toMatchObject({ identical: false, checks: { seal: { state: 'touched' } } });
    expect(codesOf(() => compareWithRecord(changed, secret, LATER))).toEqual(['record seal record/altered']);
  });

  test('can be gone on from in its turn', () => {
    const third = compareWithRecord(record, leak, LATER);
    expect(third.record.supersedes).toEqual({ seal: record.seal });
    expect(findingIn(third.comparison)).toMatchObject({ before: 'met', now: 'undetermined' });
  });
});

describe('refused as a basis', () => {
  const before = filed(secret);
  const resealed = (edit: (copy: AssessmentRecord) => object) => {
    const { seal: _, ...rest } = { ...before, ...edit(structuredClone(before)) };
    return sealed({ ...rest, digests: { ...rest.digests, ...digestsOf(rest) } });
  };
  test.each<[string, unknown, string[]]>([
    [
      'an input that was altered',
      JSON.parse(JSON.stringify(before).replace('"own-persons":true', '"own-persons":false')),
      ['record input record/altered', 'record seal record/altered', 'record outcome record/altered'],
    ],
    [
      'a version that was altered',
      { ...before, library: { ...before.library, version: '9' } },
      ['record library.version record/altered'],
    ],
    [
      'an outcome that does not follow, however sealed',
      resealed(({ outcome }) => ({
        outcome: { ...outcome, accountability: { ...outcome.accountability, status: 'not-triggered' } },
      })),
      ['record outcome record/altered'],
    ],
    [
      'another number of the document, however sealed',
      resealed(({ regulation }) => ({ regulation: { ...regulation, number: '1' } })),
      ['record regulation record/altered'],
    ],
    [
      'another library, however sealed',
      resealed(({ library }) => ({ library: { ...library, name: 'other' } })),
      ['record library.name record/altered'],
    ],
    ['no record', {}, ['record format input/missing-key']],
    [
      'one of another incident',
      filed({ ...secret, id: 'inc-2' }),
      ['record input.incident.id record/another-incident'],
    ],
  ])('%s', (_, record, expected) => {
    expect(codesOf(() => compareWithRecord(record, secret, LATER))).toEqual(expected);
  });

  test('one of another regulation, unless that is given', () => {
    const fire = loadRegulation('test/second-regulation');
    const incident = { exit: { blocked: true }, occurredAt: '2024-01-10T10:00:00+08:00' };
    const { record } = recordAssessment(incident, { policy: createPolicy({ regulation: fire }), ...DAY });
    expect(codesOf(() => compareWithRecord(record, incident as unknown, LATER))).toEqual([
      'record regulation.id record/another-regulation',
    ]);
    expect(compareWithRecord(record, incident as unknown, { ...DAY, regulation: fire }).comparison.changes).toEqual([]);
  });

  test('an incident, an option and a policy that are wrong are told as such', () => {
    expect(codesOf(() => compareWithRecord(before, { attak: {} } as never, DAY))).toEqual([
      'incident attak input/unknown-key',
    ]);
    expect(codesOf(() => compareWithRecord(before, secret, { asof: '' } as never))).toEqual([
      'options asof input/unknown-key',
    ]);
    expect(codesOf(() => compareWithRecord(before, secret, { policy: {} } as never))).toEqual([
      'options policy policy/not-a-policy',
    ]);
  });
});

test('rules that changed since are no fault of the record: what turned by them says so', () => {
  const text = JSON.stringify(loadRegulation('rules'));
  const [words, others] = [
    '"fact":"leak.persons","operator":"greaterThanInclusive"',
    '"fact":"leak.persons","operator":"lessThanInclusive"',
  ];
  expect(text).toContain(words);
  const other = regulationOf(JSON.parse(text.replace(words, others)));
  const incident = { ...leak, leak: { ...leak.leak, kinds: ['personal-information'], persons: 30_000 } } as Incident;
  const policy = createPolicy({ terms: { 'large-scale-personal-information': { persons: 10_000 } } });
  const before = filed(incident, { ...DAY, policy });
  const comparison = compared(incident, { ...DAY, regulation: other }, before);
  expect(comparison.changes.map(({ key }) => key)).toEqual(['rules']);
  expect(findingIn(comparison)).toMatchObject({
    before: 'met',
    now: 'unmet',
    turnedOn: { how: 'enough', changes: ['rules'] },
  });
});

test('what an assessment was made of, taken apart and put together, comes to the same', () => {
  const random = seeded(7);
  for (let i = 0; i < sized(40, 1000); i++) {
    const { result: record } = repaired(randomIncident(random), (incident) =>
      filed(incident, { ...DAY, organization }),
    );
    const { input, policy } = madeOf(inputsOf(record, regulation, true), regulation);
    const again = filed(input.incident as Incident, {
      asOf: input.asOf,
      organization: input.organization,
      policy: createPolicy(policy as object),
    });
    expect(again.outcome).toEqual(record.outcome);
  }
});
