import { describe, expect, test } from 'vitest';
import { checkUnitObligations, createPolicy, type ObligationOptions, type UnitFile } from '../../src/index.js';
import {
  type Block,
  type Line,
  obligationsCalendar,
  obligationsPage,
  type Page,
  renderText,
} from '../../src/report/index.js';

// Two units of a school: both have to analyse risks once a year, by a value that is set.
const options = {
  organization: {
    units: [
      { id: 'aa', kind: 'department', name: '教务处' },
      { id: 'sa', kind: 'department', name: '学生处' },
    ],
  },
  asOf: '2024-06-30',
  policy: createPolicy({ issueDate: '2019-12-05', terms: { 'regular-testing': { every: 'P1Y', from: '2020-01-01' } } }),
} satisfies ObligationOptions;
const analysed = (id: string, on: string): UnitFile => ({
  id,
  systems: [{ id: 's', tenure: 'own' }],
  evidence: [
    { obligation: 'art7.p2.i2.risk-analysis', system: 's', on },
    { obligation: 'art7.p2.i2.vulnerability-test', system: 's', on: '2024-06-01' },
  ],
});
const textOf = (block: Block) => (block.kind === 'heading' ? block.line.join('') : '');
const part = (page: Page, title: string): string[][] => {
  const at = page.blocks.findIndex((block) => textOf(block) === title);
  const block = page.blocks[at + 1];
  const text = (line: Line) => line.map((run) => (typeof run === 'string' ? run : run.text)).join('');
  if (block?.kind === 'list') return block.items.map(({ line }) => text(line).split('　'));
  return block?.kind === 'table' ? block.rows.map((row) => row.map(text)) : [];
};

describe('several units', () => {
  const reports = [analysed('sa', '2023-03-01'), analysed('aa', '2022-05-01')].map((file) =>
    checkUnitObligations(file, options),
  );
  const page = obligationsPage(reports);

  test('first what is overdue in any of them, the longest first, under the names of the units', () => {
    expect(textOf(page.blocks[0] as Block)).toBe('单位职责履行情况');
    expect(part(page, '已逾期').map((row) => [row[0], row.at(-1)])).toEqual([
      ['教务处', '到期 2023年5月1日'],
      ['学生处', '到期 2024年3月1日'],
    ]);
  });

  test('then how each stands, and each by itself', () => {
    expect(part(page, '汇总').map(([unit]) => unit)).toEqual(['学生处', '教务处']);
    const heads = page.blocks.filter((block) => block.kind === 'heading' && block.level === 1).map(textOf);
    expect(heads).toEqual(['单位职责履行情况', '单位职责履行情况 · 学生处', '单位职责履行情况 · 教务处']);
  });

  test('ids that every object has a property of are ids', () => {
    const file: UnitFile = { id: 'constructor', kind: 'college', systems: [{ id: 'toString', tenure: 'own' }] };
    const report = checkUnitObligations(file, { asOf: '2024-06-30' });
    const lines = renderText(obligationsPage(report, { full: true })).split('\n');
    expect(lines[0]).toBe('单位职责履行情况 · constructor');
    expect(lines.some((line) => line.endsWith('系统 toString'))).toBe(true);
    expect(obligationsCalendar(report)).toContain('：constructor');
  });

  test('one alone has no overview', () => {
    const [one] = reports;
    expect(one && renderText(obligationsPage(one))).toMatch(/^单位职责履行情况 · 学生处\n/);
    expect(one && renderText(obligationsPage([one]))).toBe(one && renderText(obligationsPage(one)));
  });
});
