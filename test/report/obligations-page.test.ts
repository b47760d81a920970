import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkUnitObligations, type Organization, type UnitFile } from '../../src/index.js';
import { obligationsPage, renderText } from '../../src/report/index.js';
import { readYaml } from '../support/fixtures.js';

// What an official reads of the duties of one unit, and of a folder of them.

const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const reportOf = (unit: string) =>
  checkUnitObligations(readYaml<UnitFile>(`fixtures/units/${unit}.yaml`), { organization, asOf: '2024-06-30' });
const linesOf = (unit: string, options: Parameters<typeof obligationsPage>[1] = {}) =>
  renderText(obligationsPage(reportOf(unit), options)).split('\n');
const folder = readdirSync('fixtures/units').map((file) => reportOf(file.replace('.yaml', '')));
const times = (lines: readonly string[], words: string) => lines.filter((line) => line.includes(words)).length;

describe('one unit', () => {
  test('what is not performed as required, by which words and on what ground', () => {
    const lines = linesOf('academic-affairs');
    expect(lines.slice(4, 8)).toEqual([
      '未按要求履行',
      '  第七条第二款　对网站、系统平台的相关信息数据做好安全管理　系统 学籍系统',
      '    条文：“及相关信息数据做好安全管理”',
      '    依据：2024年1月8日“数据台账（账号未清理）”被认定不合格',
    ]);
    expect(lines.join('\n')).not.toMatch(/(^|\n)违反/);
    const english = linesOf('pharmacy-college', { lang: 'en' });
    expect(english).toContain('not performed as required');
    expect(english).toContain('    because: the unit admitted on 2024-03-20 that it was not done');
  });

  test('what there may be none of is asked in words, with what to type then', () => {
    const text = (lang: 'zh' | 'en') =>
      renderText(obligationsPage(checkUnitObligations({ id: 'a' }, { asOf: '2024-06-30' }), { lang, full: true }));
    expect(text('zh')).toContain('（没有的也要写明，在单位文件中填空的列表“[]”）');
    expect(text('en')).toContain('(if there were none, say so: an empty list, [], in the unit file)');
  });

  test('what that leads to, also of the Centre', () =>
    expect(linesOf('technology-centre').find((line) => line.includes('第九条第一款'))).toMatch(
      /按照有关规定追究其相关责任 +第六条$/,
    ));

  test('what the unit has to show is asked once, and is not the judge’s to answer', () => {
    const lines = linesOf('technology-centre');
    expect(times(lines, '有何材料证明')).toBe(0);
    expect(times(lines, '由本单位提供履行材料，网络安全和信息化领导小组核实：')).toBe(1);
    expect(lines).toContain(
      '    第七条第二款第（一）项　严格遵守国家各项网络安全规范要求；严格遵守学校各项网络安全规范要求',
    );
  });

  test('what only the unit knows is its own to tell, and not that of a unit in an incident', () => {
    expect(times(linesOf('pharmacy-college'), '涉事单位')).toBe(0);
    expect(times(linesOf('pharmacy-college'), '明确单位：本单位（2）')).toBe(1);
  });

  test('rules that ran out', () =>
    expect(linesOf('pharmacy-college').join('\n')).toContain(
      '原材料“信息安全管理制度（试行三年）”2024年1月1日到期，有无续订或者新的材料？',
    ));

  test.each(['zh', 'en'] as const)('in the end, that nobody’s finding is replaced (%s)', (lang) =>
    expect(linesOf('publicity', { lang }).at(-1)).toBe(
      {
        zh: '本结果供决策参考，不代替有权机关的认定。',
        en: 'This supports a decision; it does not take the place of the competent body’s finding.',
      }[lang],
    ),
  );

  test('in full, also what is done and what is open, each duty once for all its systems', () => {
    const lines = linesOf('technology-centre', { full: true });
    expect(lines).toContain('已履行');
    expect(lines.filter((line) => /^ {2}\S+ +做好信息备份/.test(line))).toEqual([
      expect.stringMatching(/做好信息备份 +系统 学校主页、药学院网站$/),
    ]);
    expect(times(linesOf('technology-centre'), '全校师生')).toBe(0);
    expect(times(lines, '全校师生')).toBe(1);
  });
});

describe('a folder', () => {
  const lines = renderText(obligationsPage(folder)).split('\n');

  test('the day, and the units as a whole, of which not all are 各单位', () => {
    expect(lines.slice(0, 2)).toEqual(['单位职责履行情况', '截至2024年6月30日']);
    expect(lines).toContain('汇总');
    expect(lines).not.toContain('各单位');
    expect(renderText(obligationsPage(folder, { lang: 'en' })).split('\n')).toContain('All units');
  });

  test('what is the same for many is told once', () => {
    expect(times(lines, '全校师生')).toBe(1);
    expect(times(lines, '“确保……”是独立的职责')).toBe(1);
    expect(times(lines, '不代替有权机关的认定')).toBe(1);
    expect(lines.filter((line) => line.startsWith('未按要求履行 '))).toHaveLength(folder.length);
    expect(lines.length).toBeLessThan(140);
  });

  test('each unit has one line for what it has to show', () =>
    expect(times(lines, '  学生处　第七条第二款、')).toBe(1));

  test('in full, every duty that applies', () => {
    const full = renderText(obligationsPage(folder, { full: true }));
    expect(full).toContain('制定本单位的网络安全预案');
    expect(full.split('\n').length).toBeGreaterThan(lines.length * 2);
  });
});
