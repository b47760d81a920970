import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { obligationsCsv } from '../../src/documents/index.js';
import {
  checkUnitObligations,
  createPolicy,
  type Organization,
  type PolicyOptions,
  type UnitFile,
} from '../../src/index.js';
import { dutyTold, obligationsCalendar } from '../../src/report/index.js';
import { readYaml } from '../support/fixtures.js';
import { describeInBrowser, keptIn, openPage } from './browser.js';

const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const unitOf = (name: string) => readYaml<UnitFile>(`fixtures/units/${name}.yaml`);
const units = ['pharmacy-college', 'academic-affairs'].map(unitOf);
const asOf = '2024-06-30';
const state = { view: 'obligations', organization, units, asOf } as const;
const reports = units.map((unit) => checkUnitObligations(unit, { organization, asOf }));

async function unitsOf(page: Page): Promise<readonly UnitFile[]> {
  return (await keptIn(page)).units;
}

async function saved(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return download;
}

const importTable = (page: Page, name: string, content: string | Uint8Array) =>
  page.locator('.exchange input[type=file]').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });

/** The duty of that action, on the page of its unit. */
const dutyOf = (page: Page, action: string) => page.locator('.duties > li').filter({ hasText: action }).first();

describeInBrowser('a unit', () => {
  test('has its duties as the library has them', async () => {
    const { page, problems } = await openPage({ state });
    const [report] = reports;
    if (!report) throw new Error('no report');
    const applying = report.obligations.filter(({ status }) => status !== 'not-applicable');
    const rows = await page.locator('.article .duty').allInnerTexts();
    expect(rows).toHaveLength(applying.length);
    applying.forEach((obligation, i) => {
      const { action, subject, days } = dutyTold(report, obligation);
      for (const words of [action, subject, days]) expect(rows[i]?.replaceAll(/\s+/g, ' ')).toContain(words);
    });
    expect(await page.locator('.filter button.breached').innerText()).toContain(String(report.counts.breached));
    await page.locator('.filter button.breached').click();
    expect(await page.locator('.duties .standing').allInnerTexts()).toEqual(
      Array(report.counts.breached).fill('✕ 未按要求履行'),
    );
    expect(problems).toEqual([]);
  });

  test('is put on file from the register, or by its id and kind', async () => {
    const { page, problems } = await openPage({ state: { view: 'obligations', organization } });
    await page.getByRole('button', { name: '为附属医院建档' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('附属医院');
    expect(await unitsOf(page)).toEqual([{ id: 'hospital' }]);
    await page.getByText('另加单位').first().click();
    // What is not in the register is refused, unless it is put there too.
    await page.getByRole('form').getByLabel('名称').fill('文学院');
    await page.getByRole('form').getByLabel('标识').fill('nowhere');
    await page.getByRole('form').getByRole('button', { name: '另加单位' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('nowhere');
    expect(await page.getByRole('form').getByLabel('标识').inputValue()).toBe('nowhere');
    expect(await unitsOf(page)).toEqual([{ id: 'hospital' }]);
    await page.getByRole('button', { name: '同时把文学院登记到台账' }).click();
    expect(await unitsOf(page)).toEqual([{ id: 'hospital' }, { id: 'nowhere' }]);
    expect((await keptIn(page)).organization?.units?.at(-1)).toEqual({ id: 'nowhere', name: '文学院' });
    expect(problems).toEqual([]);
    const blank = await openPage({ state: { view: 'obligations' } });
    await blank.page.getByLabel('名称').fill('文学院');
    await blank.page.getByLabel('类别').selectOption({ label: '学院' });
    await blank.page.getByRole('form').getByRole('button').click();
    expect(await unitsOf(blank.page)).toEqual([{ id: '文学院', name: '文学院', kind: 'college' }]);
  });

  test('gets evidence for a duty, and it counts at once', async () => {
    const { page, problems } = await openPage({ state });
    const duty = dutyOf(page, '完善本单位的信息安全管理制度');
    expect(await duty.locator('.standing').innerText()).toContain('待定');
    await duty.locator('.duty').click();
    await duty.getByRole('button', { name: '添加材料' }).click();
    const form = duty.getByRole('form');
    await form.getByRole('button').click();
    // Without a day it is not taken.
    expect(await duty.getByRole('alert').innerText()).toBe('请填写日期');
    await form.getByLabel('日期').fill('2024-05-01');
    await form.getByLabel('材料名称、文号').fill('新制度');
    await form.getByLabel('认定').selectOption({ label: '合格' });
    await form.getByRole('button').click();
    expect(await duty.locator('.duty').innerText()).toContain('最近材料：2024-05-01 新制度');
    const given = { obligation: 'art7.p2.i3.rules', on: '2024-05-01', ref: '新制度', adequate: true };
    const [first] = await unitsOf(page);
    expect(first?.evidence?.at(-1)).toEqual(given);
    // Changed in its place, and removed again.
    const documents = duty.getByRole('textbox', { name: '材料名称、文号' });
    await documents.nth(1).fill('新制度（修订）');
    await documents.nth(1).press('Enter');
    expect((await unitsOf(page))[0]?.evidence?.at(-1)?.ref).toBe('新制度（修订）');
    await duty.getByRole('button', { name: '删去材料' }).nth(1).click();
    expect((await unitsOf(page))[0]?.evidence).toEqual(units[0]?.evidence);
    expect(problems).toEqual([]);
  });

  test('records an omission and a file that is complete', async () => {
    const { page, problems } = await openPage({ state: { ...state, units: [unitOf('pharmacy-college')] } });
    const duty = dutyOf(page, '完善本单位的信息安全管理制度');
    await duty.locator('.duty').click();
    await duty.getByRole('button', { name: '记为未履行' }).click();
    await duty.getByRole('form').getByLabel('日期').fill('2024-06-01');
    await duty.getByRole('form').getByLabel('根据').selectOption({ label: '检查发现' });
    await duty.getByRole('form').getByRole('button').click();
    expect(await duty.locator('.standing').innerText()).toContain('未按要求履行');
    await duty.getByRole('button', { name: '记为清点完毕' }).click();
    await duty.getByRole('form').getByLabel('清点日期').fill('2024-06-20');
    await duty.getByRole('form').getByRole('button').click();
    const [unit] = await unitsOf(page);
    const of = { obligation: 'art7.p2.i3.rules' };
    expect(unit?.omissions?.at(-1)).toEqual({ ...of, on: '2024-06-01', basis: 'inspected' });
    expect(unit?.inventories?.at(-1)).toEqual({ ...of, closedOn: '2024-06-20' });
    expect(problems).toEqual([]);
  });

  test('has its own rules apart', async () => {
    const overlays = [
      readYaml<NonNullable<PolicyOptions['overlays']>[number]>('fixtures/overlays/pharmacy-college.yaml'),
    ];
    const { page, problems } = await openPage({ state: { ...state, overlays } });
    const own = page.locator('.own');
    expect(await own.innerText()).toContain('药学院网络安全工作责任制');
    const report = checkUnitObligations(units[0] as UnitFile, {
      organization,
      asOf,
      policy: createPolicy({ overlays }),
    });
    for (const { action } of report.own?.[0]?.duties ?? []) expect(await own.innerText()).toContain(action.zh);
    expect((await page.locator('.article .duty').allInnerTexts()).join()).not.toContain('演练');
    await own.getByText('本单位制度的材料').click();
    await own.getByRole('region', { name: '每年演练网络安全预案' }).getByRole('button', { name: '添加材料' }).click();
    await own.getByRole('form').getByLabel('日期').fill('2024-06-10');
    await own.getByRole('form').getByRole('button').click();
    expect((await unitsOf(page))[0]?.evidence?.at(-1)).toEqual({ obligation: 'own.drill', on: '2024-06-10' });
    expect(problems).toEqual([]);
  });
});

describeInBrowser('a whole school', () => {
  const kinds = ['college', 'department', 'centre', 'affiliate', 'second-level'] as const;
  const many = Array.from({ length: 30 }, (_, i) => ({
    id: `unit-${i + 1}`,
    name: `第${i + 1}学院`,
    kind: kinds[i % kinds.length] as (typeof kinds)[number],
  }));
  const school = {
    view: 'obligations',
    asOf,
    organization: { units: many },
    units: many.map(
      ({ id }, i): UnitFile => ({
        id,
        ...(i % 7 === 0 && { omissions: [{ obligation: 'art7.p2.i3.plan', on: '2024-03-01', basis: 'admitted' }] }),
      }),
    ),
    look: { of: '*' },
  } as const;

  test('of thirty units stands in one table, as the library has it', async () => {
    const { page, problems } = await openPage({ state: school });
    const all = school.units.map((unit) => checkUnitObligations(unit, { organization: school.organization, asOf }));
    const plan = page.getByRole('row', { name: /制定本单位的网络安全预案/ });
    const cells = await plan.getByRole('gridcell').allInnerTexts();
    expect(cells).toHaveLength(30);
    const signs = {
      breached: '✕',
      undetermined: '?',
      'not-applicable': '–',
      fulfilled: '✓',
      overdue: '!',
      'due-soon': '◔',
    };
    all.forEach(({ obligations }, i) => {
      const status = obligations.find(({ provision }) => provision === 'art7.p2.i3.plan')?.status;
      expect(cells[i]).toContain(signs[status ?? 'not-applicable']);
    });
    // By its sign and by a word for whoever hears it.
    expect(await plan.getByRole('button', { name: '第1学院：未按要求履行' }).count()).toBe(1);
    // The heads stay where they are.
    const matrix = page.locator('.matrix');
    await matrix.evaluate((each) => each.scrollTo(300, 400));
    const [outer, head] = [await matrix.boundingBox(), await page.locator('.matrix .corner').boundingBox()];
    expect(Math.abs((head?.x ?? 99) - (outer?.x ?? 0))).toBeLessThan(3);
    expect(Math.abs((head?.y ?? 99) - (outer?.y ?? 0))).toBeLessThan(3);
    expect(problems).toEqual([]);
  });

  test('is moved in by arrows, and a cell opens that duty of that unit', async () => {
    const { page, problems } = await openPage({ state: school });
    const label = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.getByRole('gridcell').first().getByRole('button').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await label()).toContain('第2学院');
    await page.keyboard.press('End');
    expect(await label()).toContain('第30学院');
    await page.keyboard.press('Home');
    expect(await label()).toContain('第1学院');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.matrix'))).toBeNull();
    const plan = page.getByRole('row', { name: /制定本单位的网络安全预案/ });
    await plan.getByRole('button', { name: '第8学院：未按要求履行' }).press('Enter');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('第8学院');
    expect(await label()).toContain('制定本单位的网络安全预案');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe('true');
    expect(problems).toEqual([]);
  });
});

describeInBrowser('a table of evidence', () => {
  const header = '单位,职责,系统,日期,有效期至,材料,合格';
  const rows = [
    '药学院,完善本单位的信息安全管理制度,,2024/5/1,,新制度,是',
    'academic-affairs,art7.p2.i2.backup,学籍系统,2024年4月2日,2025-04-01,"备份回执, 甲",否',
  ];
  const taken = [
    { obligation: 'art7.p2.i3.rules', on: '2024-05-01', ref: '新制度', adequate: true },
    {
      obligation: 'art7.p2.i2.backup',
      system: 'student-records',
      on: '2024-04-02',
      until: '2025-04-01',
      ref: '备份回执, 甲',
      adequate: false,
    },
  ];
  const lastOf = async (page: Page) => (await unitsOf(page)).map(({ evidence }) => evidence?.at(-1));

  test('is read from CSV with or without its mark, and the same is not taken twice', async () => {
    const { page, problems } = await openPage({ state });
    await importTable(page, 'a.csv', `\ufeff${[header, ...rows].join('\r\n')}\r\n`);
    await page.getByText('已登记 2 份材料').waitFor();
    expect(await lastOf(page)).toEqual(taken);
    await importTable(page, 'b.csv', [header, ...rows].join('\n'));
    await page.getByText('已登记 0 份材料，另有 2 行与已有材料相同').waitFor();
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    expect(await unitsOf(page)).toEqual(units);
    expect(problems).toEqual([]);
  });

  test('in GB 18030 is read, and that it was guessed is told', async () => {
    const { page, problems } = await openPage({ state });
    await importTable(page, 'a.csv', gb18030([header, ...rows].join('\r\n')));
    await page.getByText('按 GB 18030 读取').waitFor();
    expect(await lastOf(page)).toEqual(taken);
    expect(problems).toEqual([]);
  });

  test('is read from a workbook, with days as spreadsheets keep them', async () => {
    const { page, problems } = await openPage({ state, lang: 'en' });
    const table = [
      ['Unit', 'Duty', 'Day', 'Document', 'Adequate'].map((value) => ({ value })),
      [
        { value: 'pharmacy-college' },
        { value: 'art7.p2.i3.rules' },
        { value: new Date('2024-05-01T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
        { value: '新制度' },
        { value: 'yes' },
      ],
    ];
    await importTable(page, 'a.xlsx', await writeExcelFile(table as never).toBuffer());
    await page.getByText('1 pieces of evidence were taken').waitFor();
    expect((await lastOf(page))[0]).toEqual(taken[0]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['a day that is none', `${header}\n药学院,art7.p2.i3.rules,,2024-13-01,,,`, ['第 2 行', '日期']],
    [
      'a duty that is none',
      `${header}\n药学院,art7.p2.i3.rule,,2024-05-01,,,`,
      ['第 2 行', '职责', '是否指“完善本单位的信息安全管理制度”'],
    ],
    [
      'a unit that is none',
      `${header}\n\n药学院,art7.p2.i3.rules,,2024-05-01,,,\n文学院,art7.p2.i3.rules,,2024-05-01,,,`,
      ['第 4 行', '单位', '文学院'],
    ],
    [
      'a system that is missing',
      `${header}\n教务处,art7.p2.i2.backup,,2024-05-01,,,`,
      ['第 2 行', '职责“做好信息备份”按系统计，须写明系统'],
    ],
    ['a judgement that is none', `${header}\n药学院,art7.p2.i3.rules,,2024-05-01,,,也许`, ['第 2 行', '合格', '也许']],
    ['a heading that is none', '单位,职责,日子\n药学院,art7.p2.i3.rules,2024-05-01', ['第 1 行', '日子', '日期']],
    ['no rows', header, ['没有填写日期的行']],
    ['bytes of no text', '\u0000\u0001PK', ['a.csv']],
  ])('with %s is refused whole, by row and heading', async (_, text, words) => {
    const { page, problems } = await openPage({ state });
    await importTable(page, 'a.csv', text);
    const notice = page.locator('.notice');
    await notice.waitFor();
    for (const word of words) expect(await notice.innerText()).toContain(word);
    expect(await unitsOf(page)).toEqual(units);
    expect(problems).toEqual([]);
  });

  test('that is no workbook, or too large, is refused', async () => {
    const { page, problems } = await openPage({ state });
    await importTable(page, 'a.xlsx', 'PK nothing');
    await page.getByText('不是 CSV 或者 xlsx 表格').waitFor();
    await importTable(page, 'b.csv', 'a'.repeat(6_000_000));
    await page.getByText('过大，未读取').waitFor();
    expect(await unitsOf(page)).toEqual(units);
    expect(problems).toEqual([]);
  });

  test('to be filled in names the duties of the unit, and is read once it is', async () => {
    const { page, problems } = await openPage({ state });
    const blank = readFileSync(await (await saved(page, '下载本单位的空白材料表')).path(), 'utf8');
    expect(blank.startsWith('\ufeff单位,职责,职责内容')).toBe(true);
    const [head = '', ...lines] = blank.trim().split('\r\n');
    const plan = lines.findIndex((line) => line.includes('art7.p2.i3.plan'));
    const filled = [head, ...lines.map((line, i) => (i === plan ? line.replace(/,,,,$/, ',2024-06-01,,预案,') : line))];
    await importTable(page, 'evidence.csv', filled.join('\r\n'));
    await page.getByText('已登记 1 份材料').waitFor();
    expect((await lastOf(page))[0]).toEqual({ obligation: 'art7.p2.i3.plan', on: '2024-06-01', ref: '预案' });
    expect(problems).toEqual([]);
  });
});

describeInBrowser('what goes out', () => {
  test('is what the library makes of the same reports', async () => {
    const { page, problems } = await openPage({ state: { ...state, look: { of: '*' } } });
    const csv = readFileSync(await (await saved(page, '职责表 CSV')).path(), 'utf8');
    expect(csv).toBe(obligationsCsv(reports, { organization }));
    const sheet = await readSheet(await (await saved(page, '职责表 xlsx')).path());
    expect(sheet).toHaveLength(1 + reports.reduce((sum, { obligations }) => sum + obligations.length, 0));
    const dated = (text: string) => text.replaceAll(/^DTSTAMP.*$/gm, '');
    const ics = readFileSync(await (await saved(page, '到期日历 ics')).path(), 'utf8');
    expect(dated(ics)).toBe(dated(obligationsCalendar(reports)));
    expect(problems).toEqual([]);
  });
});

/** Text in GB 18030: of two bytes, what its reader makes of them the other way round. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++)
      if (second !== 0x7f) codes.set(decoder.decode(new Uint8Array([first, second])), [first, second]);
  return new Uint8Array([...text].flatMap((each) => codes.get(each) ?? [each.charCodeAt(0)]));
}
