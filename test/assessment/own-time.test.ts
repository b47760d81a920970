import { describe, expect, test } from 'vitest';
import { assessIncident, type Incident, type Organization } from '../../src/index.js';
import { assessmentPage, renderText } from '../../src/report/index.js';
import { readYaml } from '../support/fixtures.js';

// Who answers for conduct is who held the post when it was, not when the incident was that it is about.

const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const setting = { organization, asOf: '2024-12-31' };
const of = (incident: Incident) => assessIncident({ units: [{ id: 'student-affairs' }], ...incident }, setting);

/** An established refusal to cooperate with the police over what had serious consequences. */
const refusal = (at: string | { from: string; until: string } | { began: string; ended: string }) =>
  ({
    incident: { occurred: true },
    findings: { 'serious-consequences': true },
    conduct: { 'refused-cooperation': true, 'refused-towards': ['outside'], 'refused-cooperation-at': at },
  }) satisfies Incident;

/** The steps of a unit and of the school with who answers, whether it reaches them, and for conduct of which day. */
const told = (incident: Incident) =>
  of(incident).chain.links.flatMap(({ step, status, holders, reached, conduct }) =>
    step === 'party'
      ? []
      : [[step, holders.map(({ person }) => person).join('+') || status, reached, conduct?.asOf].filter(Boolean)],
  );

// Whether the school's own leaders are reached is a point of reading; and where other items are open, they may reach whoever
// held the post at the incident.
describe('the head of student affairs: p-005 until 30 June 2023, then p-006; nobody is designated before 2017-06-01', () => {
  test('a refusal six years after an incident that was before any rules reaches those of its own day', () => {
    expect(told({ occurredAt: '2014-03-01', ...refusal('2020-03-02') })).toEqual([
      ['unit-direct', 'not-designated', 'unmet'],
      ['unit-direct', 'p-007', 'met', '2020-03-02'],
      ['unit-first', 'not-designated', 'unmet'],
      ['unit-first', 'p-005', 'met', '2020-03-02'],
      ['school-direct', 'not-designated', 'unmet'],
      ['school-direct', 'p-002', 'undetermined', '2020-03-02'],
      ['school-first', 'not-designated', 'unmet'],
      ['school-first', 'p-001', 'undetermined', '2020-03-02'],
    ]);
  });

  test('where the same persons held the posts then, they stand there once', () => {
    expect(told({ occurredAt: '2022-05-06', ...refusal('2022-06-06') })).toEqual([
      ['unit-direct', 'p-007', 'met'],
      ['unit-first', 'p-005', 'met'],
      ['school-direct', 'p-002', 'undetermined'],
      ['school-first', 'p-001', 'undetermined'],
    ]);
  });

  test('only the post that passed on has somebody else for the conduct', () => {
    expect(told({ occurredAt: '2023-05-06', ...refusal('2023-07-10') })).toEqual([
      ['unit-direct', 'p-007', 'met'],
      ['unit-first', 'p-005', 'undetermined'],
      ['unit-first', 'p-006', 'met', '2023-07-10'],
      ['school-direct', 'p-002', 'undetermined'],
      ['school-first', 'p-001', 'undetermined'],
    ]);
  });

  test('harm reaches who held the post at the incident, beside who held it at the refusal', () => {
    const leak = {
      leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] },
    } satisfies Incident;
    expect(
      told({ occurredAt: '2023-05-06', ...leak, ...refusal('2023-07-10') }).filter(([step]) => step === 'unit-first'),
    ).toEqual([
      ['unit-first', 'p-005', 'met'],
      ['unit-first', 'p-006', 'met', '2023-07-10'],
    ]);
  });

  test('conduct that lasted reaches everybody who held the post while it did', () => {
    expect(
      told({ occurredAt: '2023-05-06', ...refusal({ began: '2023-06-01', ended: '2023-07-10' }) }).filter(
        ([step]) => step === 'unit-first',
      ),
    ).toEqual([
      ['unit-first', 'p-005', 'met'],
      ['unit-first', 'p-005+p-006', 'met', '2023-07-10'],
    ]);
  });

  test('conduct somewhere between two days: it is open which of them', () => {
    const { chain } = of({ occurredAt: '2023-05-06', ...refusal({ from: '2023-06-01', until: '2023-07-10' }) });
    const first = chain.links.filter(({ step }) => step === 'unit-first');
    expect(first.map(({ status, reached }) => [status, reached])).toEqual([
      ['held', 'undetermined'],
      ['open', 'met'],
    ]);
    expect(Object.values(chain.open).flat()).toContain('conduct.refused-cooperation-at');
  });

  test('conduct that is only alleged is open at its own time', () => {
    const { conduct, ...rest } = refusal('2023-07-10');
    const alleged = { ...conduct, 'refused-cooperation': 'alleged' as const };
    expect(
      told({ occurredAt: '2023-05-06', ...rest, conduct: alleged }).filter(([step]) => step === 'unit-first'),
    ).toEqual([
      ['unit-first', 'p-005', 'undetermined'],
      ['unit-first', 'p-006', 'undetermined', '2023-07-10'],
    ]);
  });

  describe('more knowledge of the times never reverses whom it reaches', () => {
    // Nothing else is open, so that what is told of a step is of this conduct alone.
    const denied = {
      attack: { occurred: false, tampered: false },
      leak: { occurred: false },
      loss: { yuan: 0 },
      notice: { received: false },
      mlps: { 'poorly-implemented': false },
      duty: { breached: false },
      member: { violated: false },
      'key-post': { concerned: false },
    } as const;
    const first = (occurredAt: string, at: Parameters<typeof refusal>[0], findings: object = {}) => {
      const { findings: found, ...rest } = refusal(at);
      const all = {
        ...denied,
        occurredAt,
        ...rest,
        findings: { 'serious-social-impact': false, ...found, ...findings },
      };
      return told(all as Incident)
        .filter(([step]) => step === 'unit-first')
        .map(([, who, reached, day]) => [who, reached, ...(day ? [day] : [])]);
    };

    test('the conduct may have been on the day of the incident’s holder, or not', () => {
      expect(first('2023-05-06', { from: '2023-06-01', until: '2023-07-10' })).toEqual([
        ['p-005', 'undetermined'],
        ['p-005+p-006', 'met', '2023-07-10'],
      ]);
      expect(first('2023-05-06', '2023-06-15')).toEqual([['p-005', 'met']]);
      expect(first('2023-05-06', '2023-07-10')).toEqual([
        ['p-005', 'unmet'],
        ['p-006', 'met', '2023-07-10'],
      ]);
    });

    test('or the incident may have been on the day of the conduct’s holder', () => {
      expect(first('2023', '2023-03-01')).toEqual([
        ['p-005+p-006', 'undetermined'],
        ['p-005', 'met', '2023-03-01'],
      ]);
      expect(first('2023-02-01', '2023-03-01')).toEqual([['p-005', 'met']]);
    });

    test('who held the post at both times is reached at both', () => {
      expect(first('2023-05-06', { began: '2023-06-01', ended: '2023-07-10' })).toEqual([
        ['p-005', 'met'],
        ['p-005+p-006', 'met', '2023-07-10'],
      ]);
    });
  });

  test('the page says for which conduct, and when that was, in both languages', () => {
    const assessment = of({ occurredAt: '2023-05-06', ...refusal('2023-07-10') });
    const row = (lang: 'zh' | 'en') =>
      renderText(assessmentPage(assessment, { lang }))
        .split('\n')
        .find((line) => line.includes('p-006'));
    expect(row('zh')).toContain(
      'p-006（学生处处长） 自2023年7月1日；就第九条第二款第（五）项所涉行为（2023年7月10日）',
    );
    expect(row('en')).toContain('for the conduct under Art. 9 ¶2 (5), 2023-07-10');
  });
});
