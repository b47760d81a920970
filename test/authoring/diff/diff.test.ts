import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diffRecord, diffRegulations, loadRegulation, type TellingCase } from '../../../src/authoring/index.js';
import { createPolicy } from '../../../src/index.js';
import { recordAssessment } from '../../../src/record/index.js';
import { AMENDED, amended } from '../../support/amended.js';
import { editedFolder, fireAmended } from '../../support/edited.js';

// What the made-up amendment changes: from 1 September 2026 Art. 8 has a limit of two hours, Art. 11 is repealed and there is
// an Art. 16.

const before = loadRegulation('rules');
const after = amended();
const diff = diffRegulations(before, after);
const article = (number: number) => diff.articles.find((each) => each.article === number);
const told = (provision: string) => diff.telling.find((each) => each.provision === provision);

describe('a folder and itself', () => {
  test.each([
    ['the shipped rules', before, loadRegulation('rules')],
    ['an amendment', after, amended()],
    ['a made-up regulation', loadRegulation('test/second-regulation'), loadRegulation('test/second-regulation')],
  ])('nothing differs: %s', (_, one, other) => {
    const { identical, definitions, articles, telling, due, review } = diffRegulations(one, other);
    expect({ identical, definitions, articles, telling, due, review }).toEqual({
      identical: true,
      definitions: [],
      articles: [],
      telling: [],
      due: [],
      review: [],
    });
  });
});

test('what was not checked is refused', () => {
  for (const wrong of [undefined, {}, { ...before }])
    expect(() => diffRegulations(before, wrong as never)).toThrow(
      expect.objectContaining({
        diagnostics: [expect.objectContaining({ code: 'policy/unchecked-regulation', path: 'after' })],
      }),
    );
});

describe('articles', () => {
  test('each that is not the same, from its day', () =>
    expect(diff.articles.map((each) => [each.article, each.change, each.from, each.until])).toEqual([
      [8, 'changed', AMENDED, undefined],
      [11, 'gone', AMENDED, undefined],
      [16, 'added', AMENDED, undefined],
    ]));

  test('the words that were taken out and came in', () => {
    expect(article(8)?.text).toEqual([
      {
        place: '8',
        change: 'changed',
        words: [
          { change: 'same', words: '发生重大网络安全事件，根据学校及各单位的《网络安全应急预案》，各单位要' },
          { change: 'out', words: '第一时间' },
          { change: 'in', words: '自发现之时起两小时内' },
          { change: 'same', words: '向学校网络安全和信息化领导小组办公室报告，并及时采取有效措施加以处置。' },
        ],
      },
    ]);
    expect(article(16)?.text[0]?.words.map(({ change }) => change)).toEqual(['in']);
    expect(article(11)?.text[0]?.words.map(({ change }) => change)).toEqual(['out']);
  });

  test('what of each provision is not the same', () => {
    const provisions = (number: number) =>
      article(number)
        ?.parts.filter(({ section }) => section === 'provisions')
        .map(({ id, change, fields }) => [id, change, fields.map(({ field }) => field).sort()]);
    expect(provisions(8)).toEqual([
      ['art8.report', 'changed', ['action.en', 'action.zh', 'governedBy', 'quote', 'standard', 'when']],
      ['art8.handle', 'changed', ['governedBy', 'when']],
    ]);
    expect(provisions(16)).toEqual([
      ['art16.drill', 'added', ['action', 'bearer', 'force', 'id', 'kind', 'quote', 'rhythm']],
      ['art16.silence', 'added', ['id', 'kind', 'label', 'then', 'when']],
    ]);
    expect(provisions(11)?.map(([, change]) => change)).toEqual(['gone', 'gone', 'gone', 'gone', 'gone']);
  });

  test('the edition is told of the regulation itself', () =>
    expect(diff.definitions).toMatchObject([
      { section: 'regulation', change: 'changed', fields: [{ field: 'editions', after: [{ from: AMENDED }] }] },
    ]));
});

describe('cases', () => {
  test('reported at once as people found, and later than two hours after the discovery: late by the amendment alone', () => {
    const found = told('art8.report')?.found as TellingCase;
    expect(found).toMatchObject({
      before: 'in-time',
      after: 'late',
      value: { findings: { 'first-moment-report': true } },
    });
    const { discoveredAt, report } = found.value as { discoveredAt: string; report: { at: string } };
    expect(Date.parse(report.at) - Date.parse(discoveredAt)).toBeGreaterThan(2 * 3_600_000);
  });

  test('a repealed provision is met before only, a new one after only', () => {
    expect(told('art11.accident')?.found).toMatchObject({ before: 'met', after: 'unmet' });
    expect(told('art16.silence')?.found).toMatchObject({
      before: 'none',
      after: 'met',
      value: { leak: { occurred: true }, report: { status: 'none' } },
    });
  });

  test('a breach of the amended duty is one of the duties of Art. 9 ¶1', () =>
    expect(told('art9.p1')).toMatchObject({ from: AMENDED, found: { before: 'met' } }));

  test('duties of persons, which nobody judges, have none', () => expect(told('art11.everyone')).toBeUndefined());

  test('where a change makes no difference none is found, and it is told how many were tried', () => {
    // Said twice it is the same.
    const leaf = '{ fact: conduct.refused-support, operator: equal, value: true, quote: 拒不提供支持和保障 }';
    const twice = editedFolder([['articles/09.yaml', `when: ${leaf}`, `when: { all: [${leaf}, ${leaf}] }`]]);
    const [only, ...others] = diffRegulations(before, loadRegulation(twice)).telling;
    expect([only?.provision, only?.found, others]).toEqual(['art9.p2.i6', undefined, []]);
    expect(only?.tried).toBeGreaterThan(0);
  });
});

describe('due dates', () => {
  test('two hours from the discovery, and no fixed moment before', () => {
    expect(diff.due.map(({ provision }) => provision)).toEqual(['art8.report']);
    const { before: was, after: is, value } = diff.due[0]?.example ?? {};
    expect(was).toEqual([]);
    const { discoveredAt } = value as { discoveredAt: string };
    expect(is?.map(({ at }) => Date.parse(at) - Date.parse(discoveredAt))).toEqual([2 * 3_600_000]);
  });

  test('by the values of a profile: from the discovery half a day instead of a day, half a year instead of a year', () => {
    const shorter = editedFolder([
      ['profiles/national-analogy.yaml', '- hours: 24\n', '- hours: 12\n'],
      ['profiles/national-analogy.yaml', 'value: 3 }, every: P1Y', 'value: 3 }, every: P6M'],
    ]);
    const { due, articles, review } = diffRegulations(before, loadRegulation(shorter));
    expect([articles, review]).toEqual([[], []]);
    const of = (id: string) => due.find(({ provision }) => provision === id)?.example;
    const report = of('art8.report');
    const discoveredAt = String(report?.value.discoveredAt);
    const hours = (list: readonly { readonly at: string }[] | undefined) =>
      list?.map(({ at }) => (Date.parse(at) - Date.parse(discoveredAt)) / 3_600_000);
    expect([report?.profile, hours(report?.before)?.at(-1), hours(report?.after)?.at(-1)]).toEqual([
      'national-analogy',
      24,
      12,
    ]);
    expect(of('art7.p2.i2.risk-analysis')).toMatchObject({
      document: 'unit',
      value: { systems: [{ level: 3 }], evidence: [{ on: '2020-01-01' }] },
      before: [{ at: '2021-01-01' }],
      after: [{ at: '2020-07-01' }],
    });
  });

  test('another rhythm', () => {
    const standing = editedFolder([
      ['articles/07.yaml', 'rhythm: once # 制定: who has drawn it up has done it', 'rhythm: standing'],
    ]);
    expect(diffRegulations(before, loadRegulation(standing)).due).toMatchObject([
      { provision: 'art7.p2.i3.plan', rhythm: { before: 'once', after: 'standing' } },
    ]);
  });
});

describe('to review', () => {
  const points = ({ review }: ReturnType<typeof diffRegulations>) =>
    review.map(({ section, id, field, because }) => [section, id, field, because.join()]);

  test('a label whose rule changed, and a quote that stayed in words that changed', () =>
    expect(points(diff)).toEqual([
      ['provisions', 'art8.handle', 'action', 'rule'],
      ['provisions', 'art8.handle', 'quote', 'text'],
    ]));

  test('a term, a gloss and one of two languages left behind', () => {
    const left = editedFolder([
      [
        'terms.yaml',
        '{ fact: outage.hours, operator: greaterThan, value: 0 }',
        '{ fact: outage.hours, operator: greaterThan, value: 2 }',
      ],
      [
        'articles/03.yaml',
        '网络安全和信息化领导小组为具体工作领导机构。',
        '网络安全和信息化领导小组为具体工作领导机构，',
      ],
      ['facts.yaml', 'zh: 处置措施有效,', 'zh: 措施有效,'],
    ]);
    rmSync(join(left, 'official.txt'));
    const found = points(diffRegulations(before, loadRegulation(left)));
    expect(found).toContainEqual(['terms', 'prolonged-outage', 'label', 'rule']);
    expect(found).toContainEqual(['terms', 'prolonged-outage', 'ask', 'rule']);
    expect(found).toContainEqual(['text', '3', 'gloss', 'text']);
    expect(found).toContainEqual(['provisions', 'art3.leadership', 'quote', 'text']);
    expect(found).toContainEqual(['facts', 'handling.effective', 'label.en', 'label.zh']);
  });
});

describe('filed records', () => {
  const policy = createPolicy({ regulation: before });
  const filed = (value: object) => recordAssessment(value as unknown, { policy, asOf: '2026-12-31' }).record;
  const silent = { id: 'inc-7', leak: { occurred: true }, report: { status: 'none' } };

  test('one of the new time comes out otherwise, and is not altered', () => {
    const record = filed({ ...silent, occurredAt: '2026-10-05' });
    const text = JSON.stringify(record);
    const { id, turned, faults } = diffRecord(record, before, after);
    expect([id, faults]).toEqual(['inc-7', { before: [], after: [] }]);
    expect(turned).toContainEqual({ provision: 'art16.silence', after: 'met' });
    expect(JSON.stringify(record)).toBe(text);
  });

  test('one of an earlier time does not', () =>
    expect(diffRecord(filed({ ...silent, occurredAt: '2024-10-05' }), before, after).turned).toEqual([]));

  test('one that rests on what is gone cannot be assessed any more', () => {
    const fire = loadRegulation('test/second-regulation');
    const without = loadRegulation(fireAmended());
    const { record } = recordAssessment({ occurredAt: '2022-01-01' } as unknown, {
      policy: createPolicy({ regulation: fire, rulings: { 'art2.or': 'both' } }),
      asOf: '2022-02-01',
    });
    const { before: was, after: is, faults } = diffRecord(record, fire, without);
    expect([was, is, faults.before]).toEqual(['undetermined', undefined, []]);
    expect(faults.after.map(({ code, path }) => [code, path])).toEqual([
      ['policy/unknown-question', 'rulings.art2.or'],
    ]);
  });
});
