import { describe, expect, test } from 'vitest';
import { createPolicy, type Incident } from '../../src/index.js';
import { compareWithRecord, recordAssessment } from '../../src/record/index.js';
import { comparisonPage, renderHtml, renderMarkdown, renderText } from '../../src/report/index.js';
import { organization } from '../support/pictures.js';

// What the desk reads of a case that has gone on: the conclusion, what turned and why, what is open.

const before: Incident = {
  id: 'inc-1',
  title: '名单外泄',
  occurredAt: '2024-05-06T08:00:00+08:00',
  units: [{ id: 'academic-affairs' }],
  incident: { occurred: true },
  leak: { occurred: true, 'own-persons': true, kinds: ['personal-information'] },
};
const { record } = recordAssessment(before, { organization, asOf: '2024-05-31' });
const now = { ...before, leak: { ...before.leak, persons: 30_000 }, conduct: { concealed: 'alleged' } } as Incident;
const policy = createPolicy({
  terms: {
    'large-scale-personal-information': { persons: 10_000, by: 'office', made: '2024-06-01', effect: 'beginning' },
  },
});
const compared = (incident: Incident, options: object = {}) =>
  compareWithRecord(record, incident, { asOf: '2024-06-30', ...options }).comparison;
const textOf = (incident: Incident, lang: 'zh' | 'en' = 'zh', options: object = {}) =>
  renderText(comparisonPage(compared(incident, options), { lang }));

describe('a case in which something turned', () => {
  const text = textOf(now, 'zh', { policy });
  const lines = text.split('\n');

  test('the conclusion comes first: how it comes out now and did then, and why', () => {
    expect(lines.slice(0, 5)).toEqual([
      '与存档记录的对照 · 名单外泄（inc-1）',
      '● 结论有变：尚不能确定 → 符合问责情形（第九条第二款第（三）项）',
      '  原因：以下各项变化，缺少任何一项即非如此：',
      '    涉及人数：30000人',
      expect.stringMatching(/^ {4}大面积个人信息：涉及人数不少于10000人（.*网络安全和信息化领导小组办公室作出/),
    ]);
    expect(text).toContain('存档记录截至2024年5月31日，本次评估截至2024年6月30日。');
    expect(text).toContain(`存档记录的封签：${record.seal}`);
  });

  test('each finding that turned has its place, its label and what it was', () => {
    expect(text).toContain(
      '结果有变的情形（1）\n  ● 符合　第九条第二款第（三）项　泄露国家秘密、大面积个人信息或重要保密信息等敏感数据　art9.p2.i3\n    此前：待定',
    );
  });

  test('what was added and changed is told in words, and so is what is open and whose it is', () => {
    expect(text).toMatch(/存档后补充的内容\n.*封锁、瞒报网络安全事件情况：有反映或者举报，尚未查明/s);
    expect(text).toContain('评估截止时间：2024年6月30日（存档时：2024年5月31日）');
    expect(text).toMatch(/新出现的待明确事项（\d+）\n.*是否查明封锁、瞒报网络安全事件情况？　明确单位：纪检监察部门/s);
    expect(text).toMatch(/不再待明确的事项（\d+）\n.*外泄的个人信息是否属于大面积？　明确单位：/s);
  });

  test('in English too, and in every format', () => {
    const english = textOf(now, 'en', { policy });
    expect(english).toContain('the outcome has changed: undetermined → accountability is triggered (Art. 9 ¶2 (3))');
    expect(english).toContain('before: open');
    expect(english).toContain('Open now, and was not (');
    // Names of the case itself are Chinese; the page is not.
    expect(english.replaceAll('名单外泄', '')).not.toMatch(/[\u4e00-\u9fff]{8}/);
    const page = comparisonPage(compared(now, { policy }));
    expect(renderMarkdown(page)).toContain('## 结果有变的情形');
    expect(renderHtml(page)).toContain('<h2>');
  });
});

test('a case in which nothing did says so', () => {
  const text = textOf(before, 'zh', { asOf: '2024-05-31' });
  expect(text).toContain('◐ 结论未变：尚不能确定');
  expect(text).toContain('各项情形的结果均未改变。');
  expect(text).toContain('存档以来，评估所依据的内容没有变化。');
});

test('the register: who came and went, and who answers now', () => {
  const appointments = (organization.appointments ?? []).map((each) =>
    each.person === 'p-003' ? { ...each, until: '2024-04-30' } : each,
  );
  const text = textOf(before, 'zh', { organization: { ...organization, appointments } });
  expect(text).toContain('组织台账　任职　io-head/p-003：止：2024-04-30（存档时：未载明）');
  expect(text).toMatch(/责任人的变化\n {2}单位第一责任人　教务处　p-003 → 空缺/);
});

test('every kind of input that may change has its words', () => {
  const others = {
    ...before,
    occurredAt: '2024年5月5日',
    units: [{ id: 'academic-affairs' }, { id: 'student-affairs', part: null }],
    systems: [{ id: 'student-records' }],
    parties: [{ id: 'p-900' }],
    leak: null,
    findings: { 'major-impact': false },
  } as unknown as Incident;
  const law = createPolicy({ rulings: { 'art8.clock': 'occurrence' }, issueDate: '2019-12-03', presume: false });
  for (const lang of ['zh', 'en'] as const) {
    const text = textOf(others, lang, { policy: law, organization: { ...organization, name: '另一大学' } });
    expect(text).not.toMatch(/undefined|\[object|\bnull\b/);
    if (lang === 'en') continue;
    for (const words of [
      '发生时间：2024年5月5日（存档时：2024年5月6日8时）',
      '涉事单位：学生处',
      '当事人：p-900',
      '推定：不使用（存档时：使用）',
      '印发之日：2019年12月3日',
      '自发生起算',
      '名称：另一大学（存档时：示例大学）',
      '涉事系统：',
    ])
      expect(text).toContain(words);
  }
});

test('words from outside stay words', () => {
  const page = comparisonPage(compared({ ...before, title: '<b>x</b>\u001b[31m' }));
  expect(renderHtml(page)).not.toContain('<b>x');
  expect(renderText(page)).not.toContain('\u001b');
});
