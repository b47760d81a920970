import { describe, expect, test } from 'vitest';
import { checkUnitObligations, createPolicy, type Organization, type UnitFile } from '../../src/index.js';
import { readYaml } from '../support/fixtures.js';

// Each breach and each duty that is overdue names the records and findings on which it rests.

const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const asOf = '2024-06-30';
const reportOf = (unit: string) =>
  checkUnitObligations(readYaml<UnitFile>(`fixtures/units/${unit}.yaml`), { organization, asOf });
const pressing = (unit: string) =>
  reportOf(unit).obligations.flatMap(({ provision, status, grounds }) =>
    status === 'breached' || status === 'overdue' ? [[provision, grounds]] : [],
  );

test('a record that somebody found inadequate, with its day and its document', () =>
  expect(pressing('academic-affairs')).toEqual([
    ['art7.p2.data', [{ kind: 'inadequate', on: '2024-01-08', ref: '数据台账（账号未清理）' }]],
  ]));

test('an admission, a file that was closed, missing pages', () =>
  expect(pressing('pharmacy-college')).toEqual([
    ['art7.p2.i3.review', [{ kind: 'inadequate', on: '2024-03-11', ref: '审核登记缺页' }]],
    ['art7.p2.i3.plan', [{ kind: 'admitted', on: '2024-03-20' }]],
    ['art7.p2.i3.opinion', [{ kind: 'closed', on: '2024-05-31' }]],
  ]));

describe('one unit with a system of its own', () => {
  const check = (file: UnitFile, policy = {}) =>
    checkUnitObligations({ id: 'a', kind: 'college', systems: [{ id: 's', tenure: 'own' }], ...file } as UnitFile, {
      asOf,
      policy: createPolicy(policy),
    });
  const groundsOf = (provision: string, file: UnitFile, policy = {}) =>
    check(file, policy).obligations.find(
      ({ provision: id, status, grounds }) => id === provision && status !== 'undetermined' && grounds,
    )?.grounds;

  test('overdue: the last that was done', () =>
    expect(
      groundsOf(
        'art7.p2.i2.risk-analysis',
        { evidence: [{ obligation: 'art7.p2.i2.risk-analysis', system: 's', on: '2022-03-01', ref: '风险分析报告' }] },
        { issueDate: '2019-12-05', terms: { 'regular-testing': { every: 'P1Y' } } },
      ),
    ).toEqual([{ kind: 'last', on: '2022-03-01', ref: '风险分析报告' }]));

  test('a notice whose day has passed, and one that was answered too late', () => {
    const notice = {
      id: 'n',
      obligation: 'art7.p2.i2.upgrade-software',
      system: 's',
      on: '2024-05-01',
      due: '2024-05-20',
    } as const;
    const told = { kind: 'notice', on: '2024-05-01', until: '2024-05-20' };
    expect(groundsOf('art7.p2.i2.upgrade-software', { notices: [notice] })).toEqual([told]);
    const evidence = [
      { obligation: 'art7.p2.i2.upgrade-software', system: 's', notice: 'n', on: '2024-06-01' },
    ] as const;
    expect(groundsOf('art7.p2.i2.upgrade-software', { notices: [notice], evidence })).toEqual([
      told,
      { kind: 'late', on: '2024-06-01' },
    ]);
  });

  test('what a person found of a word of the text', () => {
    expect(groundsOf('art7.p2.i2.risk-analysis', { findings: { 'regular-testing': false } })).toMatchObject([
      { kind: 'found', term: 'regular-testing' },
    ]);
    expect(
      groundsOf('art7.p2.i2.upgrade-software', { findings: { 'opportune-software-upgrade': false } }),
    ).toMatchObject([{ kind: 'found', term: 'opportune-software-upgrade' }]);
  });

  test('what an incident says: never reported; reported too late', () => {
    const incident = {
      occurredAt: '2024-05-06T08:00:00+08:00',
      discoveredAt: '2024-05-06T08:00:00+08:00',
      incident: { occurred: true, grade: 'major' },
      findings: { 'serious-incident': true },
    } as const;
    expect(groundsOf('art8.report', { incidents: [{ ...incident, report: { status: 'none' } }] })).toMatchObject([
      { kind: 'fact', fact: 'report.status', value: { is: 'none', label: { zh: '查明未报告' } } },
    ]);
    expect(
      groundsOf(
        'art8.report',
        { incidents: [{ ...incident, report: { at: '2024-05-08T08:00:00+08:00' } }] },
        { terms: { 'first-moment-report': { hours: 24 } } },
      ),
    ).toMatchObject([
      { kind: 'fact', fact: 'report.at', value: { is: '2024-05-08T08:00:00+08:00' } },
      { kind: 'measured', term: 'first-moment-report' },
    ]);
  });

  test('rules that ran out are asked about as such, and not as if there had been none', () => {
    const evidence = [
      { obligation: 'art7.p2.i3.rules', on: '2021-01-01', until: '2024-01-01', ref: '管理制度' },
      { obligation: 'art7.p2.i3.review', on: '2024-03-01' },
    ] as const;
    const { obligations, openPoints } = check({ evidence });
    const asked = (id: string) => openPoints.find((point) => point.id === id)?.ask;
    expect(obligations.find(({ provision }) => provision === 'art7.p2.i3.rules')?.grounds).toEqual([
      { kind: 'lapsed', on: '2021-01-01', until: '2024-01-01', ref: '管理制度' },
    ]);
    expect(asked('art7.p2.i3.rules')?.zh).toContain('原材料“管理制度”2024年1月1日到期，有无续订');
    expect(asked('art7.p2.i3.rules')?.en).toContain('ran out on 2024-01-01; was it renewed');
    expect(asked('art7.p2.i3.review')?.zh).toContain('为2024年3月1日的，此后有无材料');
    expect(asked('art7.p2.i3.plan')?.zh).toContain('有何材料证明');
  });
});

describe('what a breach leads to', () => {
  const leading = (unit: string) =>
    reportOf(unit).obligations.flatMap(({ provision, status, leadsTo }) =>
      status === 'breached' ? [[provision, leadsTo]] : [],
    );

  test('the Centre is one of the units that Art. 9 ¶1 speaks of, with the duties of Art. 6 too', () => {
    expect(leading('technology-centre')).toEqual([['art6.supervise', ['art9.p1']]]);
    expect(Object.keys(reportOf('technology-centre').consequences)).toEqual(['art9.p1']);
  });

  test('the Leading Group is none, and neither is the Office that is set up at the Centre', () => {
    expect(leading('leading-group')).toEqual([['art5.p1.notify', undefined]]);
    const { obligations } = checkUnitObligations(
      { id: 'tc', kind: 'centre', bodies: ['office'], findings: { 'regular-inspection': false } },
      { asOf },
    );
    expect(obligations.find(({ provision }) => provision === 'art5.p2.inspect')).toMatchObject({ status: 'breached' });
    expect(obligations.flatMap(({ leadsTo = [] }) => leadsTo)).toEqual([]);
  });
});
