import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { caseColumns } from '../../cli/src/init/cases.js';
import { casesXlsx } from '../../cli/src/init/workbook.js';
import { documents } from '../../cli/src/input.js';
import { assessIncident, type Incident } from '../../src/index.js';
import { partsOf, readXlsx } from '../support/office.js';

const installed = spawnSync('soffice', ['--version']).status === 0;

/** Rows as somebody fills them in, and what each says. */
const CASES: readonly (readonly [{ readonly [heading: string]: string | number | Date }, Incident])[] = [
  [
    {
      标识: 'a',
      事件名称: '学籍数据外泄，含“引号”、逗号,与换行\n第二行',
      发生时间: new Date('2024-05-06T08:00:00Z'),
      发现时间: new Date('2024-05-10T00:00:00Z'),
      发生了网络安全事件: '是',
      '数据外泄（含被窃取）': '是',
      '由本单位人员泄露（含个人擅自所为）': '是',
      外泄数据的种类: '国家秘密、个人信息',
      涉及人数: 30000,
      '经济损失（元）': 1234.5,
    },
    {
      id: 'a',
      title: '学籍数据外泄，含“引号”、逗号,与换行\n第二行',
      occurredAt: '2024-05-06 08:00',
      discoveredAt: '2024-05-10',
      incident: { occurred: true },
      leak: { occurred: true, 'own-persons': true, kinds: ['state-secret', 'personal-information'], persons: 30000 },
      loss: { yuan: 1234.5 },
    },
  ],
  [
    {
      标识: 'b',
      发生时间: '2024年5月6日',
      事件定级: '重大',
      '封锁、瞒报网络安全事件情况': '有反映或者举报，尚未查明',
      大面积个人信息: '不知道',
    },
    {
      id: 'b',
      occurredAt: '2024年5月6日',
      incident: { grade: 'major' },
      conduct: { concealed: 'alleged' },
      findings: { 'large-scale-personal-information': null },
    },
  ],
];

/** The workbook to begin with, filled in. */
async function filled(): Promise<Uint8Array> {
  const parts = unzipSync(await casesXlsx('zh'));
  const headings = caseColumns('zh').map(({ heading }) => heading);
  const letters = (i: number): string =>
    (i < 26 ? '' : letters(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  // A time and a day, shown alike in every language: two styles at the end of the others.
  const styles = strFromU8(parts['xl/styles.xml'] as Uint8Array);
  const [, xfs = ''] = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles) ?? [];
  const count = xfs.split('<xf ').length - 1;
  const formats = ['yyyy\\-mm\\-dd hh:mm', 'yyyy\\-mm\\-dd'].map(
    (code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`,
  );
  const style = (i: number) =>
    `<xf numFmtId="${200 + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  parts['xl/styles.xml'] = strToU8(
    styles
      .replace(/<numFmts[\s\S]*?<\/numFmts>|<numFmts[^>]*\/>/, '')
      .replace(/<fonts/, `<numFmts count="2">${formats.join('')}</numFmts><fonts`)
      .replace(/<cellXfs[^>]*>/, `<cellXfs count="${count + 2}">`)
      .replace('</cellXfs>', `${style(0)}${style(1)}</cellXfs>`),
  );
  const rows = CASES.map(([row], i) => {
    const cells = headings.map((heading, column) => {
      const value = row[heading];
      const at = `r="${letters(column)}${i + 2}"`;
      if (value === undefined) return '';
      const day = value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : Number.NaN;
      if (value instanceof Date) return `<c ${at} s="${count + (Number.isInteger(day) ? 1 : 0)}"><v>${day}</v></c>`;
      if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`;
      return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
    });
    expect(Object.keys(row).filter((heading) => !headings.includes(heading))).toEqual([]);
    return `<row r="${i + 2}">${cells.join('')}</row>`;
  });
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
  parts['xl/worksheets/sheet1.xml'] = strToU8(sheet.replace('</sheetData>', `${rows.join('')}</sheetData>`));
  return zipSync(parts);
}

async function read(file: string) {
  const all: { value: unknown; guessed?: true }[] = [];
  for await (const document of documents([file])) {
    if ('faults' in document) throw new Error(JSON.stringify(document.faults));
    all.push({ value: document.value, ...(document.guessed && { guessed: document.guessed }) });
  }
  return all;
}

const outcomes = (incidents: readonly unknown[]) =>
  incidents.map((incident) => {
    const { accountability, findings, openPoints } = assessIncident(incident as Incident, { asOf: '2024-12-31' });
    return { accountability, findings, openPoints };
  });

describe.skipIf(!installed)('in LibreOffice (skipped where soffice is not on the PATH)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'table-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const convert = (to: string, file: string, out: string) => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', join(folder, out), file], {
      stdio: 'pipe',
    });
  };

  test('a workbook that is filled in and saved, as .xlsx and as .csv in GBK, is assessed as the documents are', async () => {
    const file = join(folder, 'cases.xlsx');
    writeFileSync(file, await filled());
    convert('xlsx', file, 'saved');
    // Every cell as it is shown, in GB 18030, as Windows in Chinese saves it.
    convert('csv:Text - txt - csv (StarCalc):44,34,85,1,,0,false,true,false', file, 'saved');
    const workbook = await read(join(folder, 'saved/cases.xlsx'));
    const csv = await read(join(folder, 'saved/cases.csv'));
    expect(workbook.map(({ value }) => value)).toEqual(CASES.map(([, incident]) => incident));
    expect(csv[0]?.guessed).toBe(true);
    const expected = outcomes(CASES.map(([, incident]) => incident));
    expect(outcomes(workbook.map(({ value }) => value))).toEqual(expected);
    expect(outcomes(csv.map(({ value }) => value))).toEqual(expected);
  });

  test('the lists to choose from are there after it was saved', async () => {
    const file = join(folder, 'fresh.xlsx');
    writeFileSync(file, await casesXlsx('zh'));
    convert('xlsx', file, 'saved');
    const [first] = readXlsx(partsOf(readFileSync(join(folder, 'saved/fresh.xlsx'))));
    const lists = caseColumns('zh').filter(({ choices }) => choices.length > 0);
    expect(first?.root.getElementsByTagName('dataValidation').length).toBeGreaterThan(0);
    const ranges = [...(first?.root.getElementsByTagName('dataValidation') ?? [])].flatMap((rule) =>
      (rule.getAttribute('sqref') ?? '').split(' '),
    );
    expect(ranges).toHaveLength(lists.length);
  });
});
