import { readdirSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { obligationsCsv, obligationsXlsx } from '../../src/documents/index.js';
import {
  checkUnitObligations,
  createPolicy,
  type Organization,
  type PolicyOptions,
  type UnitFile,
} from '../../src/index.js';
import { readYaml } from '../support/fixtures.js';
import { partsOf, readXlsx } from '../support/office.js';

const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const asOf = '2024-06-30';
const reportOf = (unit: string, policy?: PolicyOptions) =>
  checkUnitObligations(readYaml<UnitFile>(`fixtures/units/${unit}.yaml`), {
    organization,
    asOf,
    ...(policy && { policy: createPolicy(policy) }),
  });
const units = readdirSync('fixtures/units').map((file) => file.replace('.yaml', ''));

const HEAD = [
  '单位',
  '职责标识',
  '条款',
  '条文原文',
  '职责内容',
  '系统',
  '对单位',
  '事件、活动、通报',
  '状态',
  '到期',
  '补正',
  '材料',
  '依据',
  '待明确事项',
];
const rowsOf = (csv: string): string[][] => parseCsv(csv, { bom: true, record_delimiter: '\r\n' });
/** Rules on duty and rules on monitoring are two. */
const TWO: PolicyOptions = { rulings: { 'art7.p2.i3.rosters': 'two' } };
const LEVELS: PolicyOptions = {
  profile: 'national-analogy',
  terms: { 'first-moment-report': { hours: 24 } },
  rulings: { 'art8.clock': 'discovery' },
};

describe('a duty as a row', () => {
  const academic = rowsOf(obligationsCsv([reportOf('academic-affairs', LEVELS)], { organization }));
  const pharmacy = rowsOf(obligationsCsv([reportOf('pharmacy-college', TWO)], { organization }));
  const row = (rows: string[][], duty: string) => rows.find(([, id]) => id === duty);

  test('the columns', () => {
    expect(academic[0]).toEqual(HEAD);
  });

  test.each([
    // Level 3: a year after the last analysis; the last is of 1 March 2024.
    [
      'fulfilled until the next is due',
      academic,
      'art7.p2.i2.risk-analysis',
      '第七条第二款第（二）项',
      '学籍系统',
      '已履行',
      '2025-03-01',
      '2024-03-01 风险分析报告；2023-03-01 风险分析报告',
    ],
    // The last test is of 10 July 2023: due within thirty days of 30 June 2024.
    [
      'due soon',
      academic,
      'art7.p2.i2.vulnerability-test',
      '第七条第二款第（二）项',
      '学籍系统',
      '将到期',
      '2024-07-10',
      '2023-07-10 漏洞测试报告',
    ],
    [
      'judged inadequate',
      academic,
      'art7.p2.data',
      '第七条第二款',
      '学籍系统',
      '未按要求履行',
      '',
      '2024-01-08 数据台账（账号未清理）（不合格）',
    ],
    [
      'what has run out',
      pharmacy,
      'art7.p2.i3.rules',
      '第七条第二款第（三）项',
      '',
      '待定',
      '',
      '2021-01-01 信息安全管理制度（试行三年）（至 2024-01-01）',
    ],
    [
      'an omission admitted',
      pharmacy,
      'art7.p2.i3.plan',
      '第七条第二款第（三）项',
      '',
      '未按要求履行',
      '',
      '2024-03-20 承认未履行',
    ],
    [
      'an omission made good',
      pharmacy,
      'art7.p2.i3.duty-roster',
      '第七条第二款第（三）项',
      '',
      '未按要求履行',
      '2024-04-15',
      '2024-04-15 补订的值班制度；2024-03-20 检查发现未履行',
    ],
    [
      'a file that was closed without it',
      pharmacy,
      'art7.p2.i3.opinion',
      '第七条第二款第（三）项',
      '',
      '未按要求履行',
      '',
      '2024-05-31 材料清点完毕',
    ],
  ] as const)('%s', (_, rows, duty, place, system, status, due, evidence) => {
    const [, , p, quote, , s, , , st, d, good, e] = row(rows, duty) ?? [];
    expect([p, s, st, d || good, e]).toEqual([place, system, status, due, evidence]);
    expect(quote).not.toBe('');
  });

  test('a report on an incident is due at an instant, 24 hours after noon of 7 May', () => {
    const [, , place, quote, , , , incident, status, due] = row(academic, 'art8.report') ?? [];
    expect([place, quote, incident, due]).toEqual([
      '第八条',
      '各单位要第一时间向学校网络安全和信息化领导小组办公室报告',
      'records-2024',
      '2024-05-08 12:00',
    ]);
    // Reported two hours after it was discovered; of major grade, and found serious.
    expect(status).toBe('已履行');
  });

  test('what is open says whose it is to settle', () => {
    expect(row(pharmacy, 'art7.p2.i1.comply-state')?.at(-1)).toMatch(
      /^有何材料证明已履行“.+”？（由本单位提供履行材料，网络安全和信息化领导小组办公室核实）$/,
    );
  });

  test('a breach says what it rests on', () => {
    expect(row(academic, 'art7.p2.data')?.at(-2)).toBe('2024年1月8日“数据台账（账号未清理）”被认定不合格');
    expect(row(pharmacy, 'art7.p2.i3.opinion')?.at(-2)).toBe('2024年5月31日材料清点完毕，其中没有');
  });

  test('without an organization, identifiers stand for names', () => {
    const plain = rowsOf(obligationsCsv([reportOf('academic-affairs')], { lang: 'en' }));
    expect(plain[0]).toEqual([
      'Unit',
      'Duty',
      'Provision',
      'Words of the law',
      'What is owed',
      'System',
      'Towards',
      'Incident, activity, notice',
      'Status',
      'Due',
      'Made good',
      'On file',
      'Because',
      'Still open',
    ]);
    expect(row(plain, 'art7.p2.data')?.slice(0, 6)).toEqual([
      'academic-affairs',
      'art7.p2.data',
      'Art. 7 ¶2',
      '及相关信息数据做好安全管理',
      'manage securely the data of the sites and platforms',
      'student-records',
    ]);
  });
});

test('no reports, a head and nothing below it', async () => {
  expect(rowsOf(obligationsCsv([]))).toEqual([HEAD]);
  const [duties, summary] = readXlsx(partsOf(await obligationsXlsx([])));
  expect(duties?.rows).toHaveLength(1);
  expect(summary?.rows).toHaveLength(2);
});

describe('a whole organization as a spreadsheet', async () => {
  const reports = units.map((unit) => reportOf(unit, LEVELS));
  const file = await obligationsXlsx(reports, { organization });
  const parts = partsOf(file);
  const [duties, summary] = readXlsx(parts);
  const csv = rowsOf(obligationsCsv(reports, { organization }));
  const LETTERS = [...'ABCDEFGHIJKLMN'];

  test('every duty of every unit, as in CSV, days as dates', () => {
    expect([duties?.name, summary?.name]).toEqual(['职责', '汇总']);
    const cells = duties?.rows.map((row) => LETTERS.map((letter) => row[letter] ?? '')) ?? [];
    // Days are counted from the last of 1899.
    const dayOf = (serial: number) => new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
    expect(cells.map((row) => row.map((cell) => (typeof cell === 'number' ? dayOf(cell) : cell)))).toEqual(csv);
    const due = cells.slice(1).flatMap((row) => (row[9] === '' ? [] : [row[9]]));
    expect(due.some((cell) => typeof cell === 'number')).toBe(true);
    // The hospital's too, which may owe a report: discovered at nine on 1 February.
    expect(due.filter((cell) => typeof cell === 'string')).toEqual(['2024-05-08 12:00', '2024-02-02 09:00']);
  });

  test('how many stand how: the counts of the reports, and in all', () => {
    const [head, ...rows] = summary?.rows ?? [];
    expect(Object.values(head ?? {})).toEqual([
      '单位',
      '未按要求履行',
      '已逾期',
      '将到期',
      '待定',
      '已履行',
      '不适用',
      '合计',
      '截至',
    ]);
    const counts = reports.map(({ counts: c }) => [
      c.breached,
      c.overdue,
      c['due-soon'],
      c.undetermined,
      c.fulfilled,
      c['not-applicable'],
    ]);
    expect(rows.slice(0, -1).map((row) => Object.values(row).slice(1, 7))).toEqual(counts);
    expect(rows.map(({ A }) => A).slice(0, 3)).toEqual(['教务处', '附属医院', '网络安全和信息化领导小组']);
    expect(rows.at(-1)?.H).toBe(csv.length - 1);
    // 30 June 2024 is day 45473.
    expect(rows[0]?.I).toBe(45_473);
  });

  test('the head can be filtered, stays in sight and stands on every printed page', () => {
    expect(duties?.root.getElementsByTagName('autoFilter')[0]?.getAttribute('ref')).toBe(`A1:N${csv.length}`);
    for (const sheet of [duties, summary]) {
      const pane = sheet?.root.getElementsByTagName('pane')[0];
      expect([pane?.getAttribute('state'), pane?.getAttribute('ySplit')]).toEqual(['frozen', '1']);
    }
    expect(parts.get('xl/workbook.xml')?.text).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'职责\'!$1:$1</definedName>',
    );
    expect(parts.get('xl/workbook.xml')?.text.match(/<definedNames/g)).toHaveLength(1);
  });

  test('the same reports are the same bytes', async () => {
    expect(Buffer.from(await obligationsXlsx(reports, { organization })).equals(Buffer.from(file))).toBe(true);
  });
});
