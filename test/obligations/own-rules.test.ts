import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRegulation } from '../../src/authoring/check/check.js';
import { disk } from '../../src/authoring/files/disk.js';
import { readFolder } from '../../src/authoring/folder.js';
import { regulationOf } from '../../src/authoring/load.js';
import {
  assessIncident,
  checkUnitObligations,
  createPolicy,
  type Incident,
  type ObligationReport,
  type Organization,
  type Overlay,
  type PolicyOptions,
  resolveResponsibilityChain,
  type UnitFile,
  ZerenzhiError,
} from '../../src/index.js';
import { rulesOf } from '../../src/interop/json-rules-engine/index.js';
import { recordAssessment } from '../../src/record/index.js';
import { readYaml } from '../support/fixtures.js';
import { sized } from '../support/size.js';

// A unit's own rules (Art. 13): what they add and tighten is told of that unit, apart from all else.

const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const college = readYaml<Overlay>('fixtures/overlays/pharmacy-college.yaml');
const centre = readYaml<Overlay>('fixtures/overlays/technology-centre.yaml');
const overlays = [college, centre] as PolicyOptions['overlays'];
const asOf = '2024-06-30';

const SITE = { id: 'site', managed: true, tenure: 'own', level: 2 } as const;
const file = (more: object = {}): UnitFile => ({ id: 'pharmacy-college', kind: 'college', systems: [SITE], ...more });
const report = (unit: UnitFile, options: PolicyOptions = { overlays }, on = asOf): ObligationReport =>
  checkUnitObligations(unit, { policy: createPolicy(options), asOf: on });
/** Of the only overlay that holds: its own duties by id, and the duties of the regulation by the stricter terms. */
function ownOf(unit: UnitFile, options?: PolicyOptions, on?: string) {
  const [own, ...others] = report(unit, options, on).own ?? [];
  expect([own === undefined, others]).toEqual([false, []]);
  const duties = own?.duties.map(({ provision, system, status }) => [provision, ...(system ? [system] : []), status]);
  const stricter = own?.terms.flatMap(({ obligations }) =>
    obligations.map(({ provision, status, byRegulation }) => [provision, status, byRegulation.status]),
  );
  return { own, duties, stricter };
}
/** An incident of the college that is reported some minutes after it was discovered. */
const reported = (minutes: number, day = '2024-05-06', more: object = {}): Incident => ({
  id: day,
  occurredAt: `${day}T08:00:00+08:00`,
  discoveredAt: `${day}T08:00:00+08:00`,
  incident: { occurred: true, grade: 'major' },
  report: { at: new Date(Date.parse(`${day}T08:00:00+08:00`) + minutes * 60_000).toISOString() },
  ...more,
});
const reportDuty = (rows: readonly (readonly string[])[] = []) => rows.filter(([id]) => id === 'art8.report');
const without = ({ own: _, ...rest }: ObligationReport) => JSON.stringify(rest);

describe('what the rules add', () => {
  test('duties in the words of the unit, with who within it bears them, and the clause they make concrete', () => {
    const { own } = ownOf(file({ evidence: [{ obligation: 'own.drill', on: '2024-05-20', ref: '演练记录' }] }));
    expect(own).toMatchObject({
      document: { title: '药学院网络安全工作责任制', number: '药院发〔2024〕3号' },
      made: '2024-01-10',
      from: '2024-02-01',
      until: '2026-12-31',
    });
    expect(own?.duties[2]).toMatchObject({
      provision: 'own.drill',
      quote: '每年六月三十日前演练一次网络安全预案',
      bearer: { zh: '单位行政主要负责人', en: "unit's principal administrative leader" },
      makesConcrete: 'art7.p2.i3.plan',
      // Done for 30 June 2024.
      status: 'fulfilled',
      dueOn: '2025-06-30',
      evidence: [{ obligation: 'own.drill', on: '2024-05-20', ref: '演练记录' }],
    });
  });

  test('at intervals, per system, once: each as evidence shows it', () => {
    const evidence = [
      { obligation: 'own.content-check', on: '2024-05-20' },
      { obligation: 'own.site-contact', system: 'site', on: '2024-03-01' },
    ] as const;
    const systems = [SITE, { id: 'lent', managed: false }];
    expect(ownOf(file({ evidence, systems })).duties).toEqual([
      // A month after 20 May.
      ['own.content-check', 'overdue'],
      ['own.site-contact', 'site', 'fulfilled'],
      // Owed of what the unit manages.
      ['own.site-contact', 'lent', 'not-applicable'],
      // Nothing shows it, and 30 June is not over.
      ['own.drill', 'undetermined'],
    ]);
  });

  test('an omission that is established breaches them', () => {
    const omissions = [{ obligation: 'own.content-check', on: '2024-06-01', basis: 'inspected' }] as const;
    const { own } = ownOf(file({ omissions }));
    expect(own?.duties[0]).toMatchObject({
      status: 'breached',
      grounds: [{ kind: 'inspected', on: '2024-06-01' }],
    });
    expect(own?.duties[0]).not.toHaveProperty('leadsTo');
  });

  test('what is open of them is asked of the unit itself, and apart', () => {
    const found = report(file({ systems: [] }));
    const [own] = found.own ?? [];
    expect(own?.openPoints.map(({ id, settledBy }) => [id, settledBy])).toContainEqual(['own.drill', 'unit']);
    expect(found.openPoints.map(({ id }) => id).filter((id) => id.startsWith('own.'))).toEqual([]);
  });
});

describe('what they make stricter', () => {
  test('a number of their own breaks them; that the law is kept it says only where the policy’s does', () => {
    const policies: readonly PolicyOptions[] = [
      { overlays },
      // Beyond it surely late, within it open.
      { overlays, terms: { 'first-moment-report': { hours: 24, settles: 'unmet' } } },
      // For a part of the days only.
      { overlays, terms: { 'first-moment-report': { hours: 24, until: '2024-12-31' } } },
    ];
    for (const policy of policies) {
      expect(reportDuty(ownOf(file({ incidents: [reported(60)] }), policy).stricter)[0]?.[1]).toBe('undetermined');
      expect(reportDuty(ownOf(file({ incidents: [reported(61)] }), policy).stricter)[0]?.[1]).toBe('breached');
    }
  });

  test('beside how it stands by the value of the policy', () => {
    const options: PolicyOptions = { overlays, terms: { 'first-moment-report': { hours: 2 } } };
    const statuses = [60, 90, 121].map((minutes) =>
      reportDuty(ownOf(file({ incidents: [reported(minutes)] }), options).stricter).flat(),
    );
    expect(statuses).toEqual([
      ['art8.report', 'fulfilled', 'fulfilled'],
      ['art8.report', 'breached', 'fulfilled'],
      ['art8.report', 'breached', 'breached'],
    ]);
  });

  test.each([true, false])('a person’s finding goes first (%s)', (found) => {
    const incidents = [reported(found ? 600 : 1, '2024-05-06', { findings: { 'first-moment-report': found } })];
    const status = found ? 'fulfilled' : 'breached';
    expect(reportDuty(ownOf(file({ incidents })).stricter)).toEqual([['art8.report', status, status]]);
  });

  test('intervals', () => {
    const evidence = [
      { obligation: 'art7.p2.i2.risk-analysis', system: 'site', on: '2024-03-15' },
      { obligation: 'art7.p2.i2.vulnerability-test', system: 'site', on: '2024-05-15' },
    ] as const;
    const options = { overlays: [college], terms: { 'regular-testing': { every: 'P1Y' } } } as PolicyOptions;
    expect(ownOf(file({ evidence }), options).stricter?.filter(([id]) => id !== 'art8.report')).toEqual([
      // Three months after 15 March.
      ['art7.p2.i2.risk-analysis', 'overdue', 'fulfilled'],
      ['art7.p2.i2.vulnerability-test', 'fulfilled', 'fulfilled'],
    ]);
  });

  test('a breach of what the policy asks is one of the stricter value too', () => {
    const hours = fc.integer({ min: 1, max: 96 });
    fc.assert(
      fc.property(hours, hours, fc.integer({ min: 0, max: 6000 }), (limit, less, minutes) => {
        const own = Math.max(0.5, limit - less);
        const strict = { ...college, terms: { 'first-moment-report': { quote: '从严', hours: own } } } as Overlay;
        const options = { overlays: [strict], terms: { 'first-moment-report': { hours: limit } } } as PolicyOptions;
        const [[, byOwn, byRegulation] = []] = reportDuty(
          ownOf(file({ incidents: [reported(minutes)] }), options).stricter,
        );
        expect([byOwn, byRegulation]).toEqual([
          minutes <= own * 60 ? 'fulfilled' : 'breached',
          minutes <= limit * 60 ? 'fulfilled' : 'breached',
        ]);
        if (byRegulation === 'breached') expect(byOwn).toBe('breached');
      }),
      { numRuns: sized(50, 500) },
    );
  });
});

describe('whom and when', () => {
  test('the unit that made them, and no other', () => {
    expect(report({ ...file(), id: 'network-college' })).not.toHaveProperty('own');
    expect(report({ kind: 'college' })).not.toHaveProperty('own');
    expect(report({ id: 'technology-centre', kind: 'centre' }).own?.map(({ document }) => document.title)).toEqual([
      '现代教育技术中心网络安全工作责任制',
    ]);
  });

  test('both ends of the period included', () => {
    const holds = (on: string) => (report(file(), { overlays }, on).own ?? []).length;
    expect(['2024-01-31', '2024-02-01', '2026-12-31', '2027-01-01'].map(holds)).toEqual([0, 1, 1, 0]);
  });

  test('an incident by the rules of its time, whenever it is judged', () => {
    const incidents = [reported(90, '2024-01-31'), reported(90, '2024-02-01'), reported(90, '2026-12-31')];
    const [own] = report(file({ incidents }), { overlays }, '2027-06-30').own ?? [];
    expect(own?.duties).toEqual([]);
    expect(own?.terms[0]?.obligations.map(({ incident, status }) => [incident, status])).toEqual([
      ['2024-02-01', 'breached'],
      ['2026-12-31', 'breached'],
    ]);
  });

  test('a duty that later rules go on with, at another interval', () => {
    const [duty] = college.duties ?? [];
    const { terms: _, ...first } = { ...college, duties: [duty], until: '2024-12-31' } as Overlay;
    const later = { ...first, from: '2025-01-01', until: undefined, duties: [{ ...duty, rhythm: { every: 'P1W' } }] };
    const options = { overlays: [later, first] } as PolicyOptions;
    const evidence = [
      { obligation: 'own.content-check', on: '2024-12-20' },
      { obligation: 'own.content-check', on: '2025-01-10' },
    ] as const;
    expect(ownOf(file({ evidence }), options, '2024-12-31').own?.duties).toMatchObject([{ dueOn: '2025-01-20' }]);
    expect(ownOf(file({ evidence }), options, '2025-01-12').own?.duties).toMatchObject([{ dueOn: '2025-01-17' }]);
  });

  test('the same duty in two rules goes on where the first ends', () => {
    const { terms: _, ...first } = { ...college, duties: college.duties?.slice(0, 1), until: '2024-12-31' };
    const second = { ...first, document: { title: '补充规定' }, from: '2024-06-01', until: '2025-12-31' };
    const evidence = [{ obligation: 'own.content-check', on: '2025-05-20' }] as const;
    const { own, duties } = ownOf(file({ evidence }), { overlays: [first, second] as never }, '2025-06-01');
    expect([own?.document.title, duties]).toEqual(['补充规定', [['own.content-check', 'due-soon']]]);
  });

  test('a value that two rules give alike is told of both', () => {
    const second = { ...college, document: { title: '补充规定' }, duties: [] };
    const { own } = report(file({ incidents: [reported(90)] }), { overlays: [college, second] as never });
    expect(own?.map(({ terms }) => terms[0]?.obligations.map(({ status }) => status))).toEqual([
      ['breached'],
      ['breached'],
    ]);
  });

  test('a unit that may make none owes nothing by them', () => {
    const { duties } = ownOf({ ...file(), kind: 'contractor' });
    expect(new Set(duties?.map((row) => row.at(-1)))).toEqual(new Set(['not-applicable']));
  });

  test('evidence of a duty that the unit has not made is refused', () => {
    const evidence = [{ obligation: 'own.content-check', on: '2024-05-20' }] as const;
    for (const unit of [{ ...file(), id: 'technology-centre' }, { kind: 'college' } as UnitFile])
      expect(() => report({ ...unit, evidence })).toThrow(
        expect.objectContaining({ code: 'unit/unknown-obligation' }) as ZerenzhiError,
      );
  });
});

describe('what comes of them counts in nothing else', () => {
  const units = readdirSync('fixtures/units').map((name) => readYaml<UnitFile>(`fixtures/units/${name}`));
  const plain = createPolicy();
  const policy = createPolicy({ overlays });

  test.each(units.map((unit) => [unit.id ?? '', unit] as const))('the rest of the report of %s', (_, unit) => {
    for (const on of [asOf, '2027-06-30'])
      expect(without(checkUnitObligations(unit, { policy, organization, asOf: on }))).toBe(
        without(checkUnitObligations(unit, { policy: plain, organization, asOf: on })),
      );
  });

  test('a breach of them, and of a term by them alone', () => {
    const incidents = [reported(90)];
    const kept = file({ incidents });
    const omissions = [{ obligation: 'own.content-check', on: '2024-06-01', basis: 'admitted' }] as const;
    const breached = file({ incidents, omissions });
    expect(ownOf(breached).duties?.[0]).toEqual(['own.content-check', 'breached']);
    expect(reportDuty(ownOf(breached).stricter)).toEqual([['art8.report', 'breached', 'undetermined']]);
    expect(without(report(breached))).toBe(without(report(kept)));
    expect(without(report(breached))).toBe(without(report(kept, {})));
    expect(report(breached).counts.breached).toBe(0);
    expect(report(breached).consequences).toEqual({});
  });

  test('assessments, chains, records and exports know nothing of them', () => {
    for (const name of readdirSync('fixtures/incidents')) {
      const incident = readYaml<Incident>(`fixtures/incidents/${name}`);
      const both = [policy, plain].map((each) => {
        const options = { policy: each, organization, asOf: '2026-06-30' };
        return JSON.stringify([
          assessIncident(incident, options),
          recordAssessment(incident, options).record,
          resolveResponsibilityChain({ incident }, options),
        ]);
      });
      expect(both[0]).toBe(both[1]);
    }
    const ofCollege = { ...reported(90), units: [{ id: 'pharmacy-college' }] };
    expect(JSON.stringify(assessIncident(ofCollege, { policy, asOf }))).toBe(
      JSON.stringify(assessIncident(ofCollege, { policy: plain, asOf })),
    );
    const exported = [policy, plain].map((each) => JSON.stringify(rulesOf({ policy: each, bound: 'certain' })));
    expect(exported[0]).toBe(exported[1]);
    expect(JSON.stringify(policy)).toBe(JSON.stringify(plain));
  });
});

describe('they are data', () => {
  test('frozen, proxied or cloned, they say the same', () => {
    const frozen = Object.freeze({ ...college, duties: Object.freeze([...(college.duties ?? [])]) });
    const given = [
      college,
      frozen,
      new Proxy(college, {}),
      structuredClone(college),
      JSON.parse(JSON.stringify(college)),
    ];
    const texts = given.map((one) => JSON.stringify(report(file(), { overlays: [one] as never })));
    expect(new Set(texts).size).toBe(1);
  });

  test('what is done to them afterwards, or to a result, changes nothing', () => {
    const mine = structuredClone(college) as unknown as { unit: string; duties: { quote: string }[] };
    const made = createPolicy({ overlays: [mine] as never });
    const before = JSON.stringify(checkUnitObligations(file(), { policy: made, asOf }));
    mine.unit = 'x';
    for (const duty of mine.duties) duty.quote = 'x';
    const result = checkUnitObligations(file(), { policy: made, asOf }) as unknown as { own: { duties: object[] }[] };
    result.own[0]?.duties.pop();
    expect(JSON.stringify(checkUnitObligations(file(), { policy: made, asOf }))).toBe(before);
  });

  /** Every place in a value, with what it is when something else stands there. */
  function* replaced(value: unknown, junk: unknown): Generator<unknown> {
    yield junk;
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value))
      for (const other of replaced(inner, junk))
        yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
  }

  test.each([[null], [5], [''], [[]], [{}], ['x'], [[null]], [-1]])(
    'whatever part of one is %j instead, that is told or means something, and nothing else goes wrong',
    (junk) => {
      let refused = 0;
      for (const other of replaced(centre, junk)) {
        try {
          report({ id: 'technology-centre', kind: 'centre' }, { overlays: [other, college] as never });
        } catch (error) {
          if (!(error instanceof ZerenzhiError)) throw error;
          expect(error.diagnostics.flatMap(({ message }) => [message.zh, message.en])).not.toContain('');
          refused++;
        }
      }
      expect(refused).toBeGreaterThan(20);
    },
  );
});

test('another regulation that gives the power has them too', () => {
  const { whole } = readFolder(disk, 'test/second-regulation');
  const value = structuredClone(whole) as {
    articles: { paragraphs: { text: string }[]; provisions: object[] }[];
  };
  const [first] = value.articles;
  if (first?.paragraphs[0]) first.paragraphs[0].text += '各场所可自定办法。';
  first?.provisions.push({
    id: 'art1.own',
    kind: 'power',
    quote: '各场所可自定办法',
    holder: 'site',
    ownRules: true,
    label: { zh: '自定办法', en: 'make their own' },
  });
  expect(checkRegulation(value)).toEqual([]);
  const policy = createPolicy({
    regulation: regulationOf(value),
    terms: { monthly: { every: 'P1M' } },
    overlays: [
      {
        unit: 'kitchen',
        document: { title: '食堂消防办法' },
        made: '2022-01-01',
        terms: { monthly: { quote: '每周检查', every: 'P1W' } },
      },
    ],
  });
  const evidence = [{ obligation: 'art2.inspect', on: '2024-06-15' }];
  const { own, counts } = checkUnitObligations({ id: 'kitchen', kind: 'site', evidence }, { policy, asOf });
  expect(own?.[0]?.terms[0]?.obligations).toMatchObject([
    { provision: 'art2.inspect', status: 'overdue', dueOn: '2024-06-22', byRegulation: { status: 'due-soon' } },
  ]);
  expect(counts.overdue).toBe(0);
});
