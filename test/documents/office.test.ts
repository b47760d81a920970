import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { obligationsCsv, obligationsXlsx, renderDocx } from '../../src/documents/index.js';
import { checkUnitObligations, type Organization, type UnitFile } from '../../src/index.js';
import { visible } from '../../src/report/inert.js';
import { readYaml } from '../support/fixtures.js';
import { CASES, KNOWN, type Lang, memoOf } from '../support/memo.js';
import { docxWords, partsOf } from '../support/office.js';
import { HOSTILE } from './hostile.js';

const installed = spawnSync('soffice', ['--version']).status === 0;
const LANGS: readonly Lang[] = ['zh', 'en'];
const memos = [...CASES, KNOWN].flatMap((name) => LANGS.map((lang) => ({ name, lang, file: `${name}.${lang}` })));

const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const reports = readdirSync('fixtures/units').map((file) =>
  checkUnitObligations(readYaml<UnitFile>(`fixtures/units/${file}`), { organization, asOf: '2024-06-30' }),
);
/** Text of the first sheet, in UTF-8, every cell quoted and as it is shown. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false';

describe.skipIf(!installed)('in LibreOffice (skipped where soffice is not on the PATH)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  const convert = (to: string, files: readonly string[]) => {
    const out = join(folder, to.split(':')[0] as string);
    mkdirSync(out, { recursive: true });
    // A profile of its own, so that it does not wait for another one that runs.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', to, '--outdir', out, ...files.map((file) => join(folder, file))],
      { stdio: 'pipe' },
    );
    return (file: string) => join(out, file);
  };

  beforeAll(async () => {
    for (const { name, lang, file } of memos)
      writeFileSync(join(folder, `${file}.docx`), await renderDocx(memoOf(name, lang)));
    for (const lang of LANGS)
      writeFileSync(join(folder, `duties.${lang}.xlsx`), await obligationsXlsx(reports, { organization, lang }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('every memo and every table opens and is printed', () => {
    const names = [...memos.map(({ file }) => `${file}.docx`), ...LANGS.map((lang) => `duties.${lang}.xlsx`)];
    const printed = convert('pdf', names);
    for (const name of names) {
      const pdf = readFileSync(printed(name.replace(/\.\w+$/, '.pdf')));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.length).toBeGreaterThan(10_000);
    }
  });

  test('every memo says there what it says here', () => {
    const read = convert(
      'txt:Text (encoded):UTF8',
      memos.map(({ file }) => `${file}.docx`),
    );
    for (const { name, lang, file } of memos) {
      const words = readFileSync(read(`${file}.txt`), 'utf8').replaceAll(/[\ufeff\s•]/g, '');
      expect(words, `${name} in ${lang}`).toBe(
        docxWords(partsOf(readFileSync(join(folder, `${file}.docx`)))).replaceAll(/\s/g, ''),
      );
    }
  });

  test.each(LANGS)('every duty stands there in the cell where it stands here (%s)', (lang) => {
    const read = convert(CSV, [`duties.${lang}.xlsx`]);
    const there = parseCsv(readFileSync(read(`duties.${lang}.csv`)), { bom: true }) as string[][];
    expect(there).toEqual(
      parseCsv(obligationsCsv(reports, { organization, lang }), { bom: true, record_delimiter: '\r\n' }),
    );
  });

  test('hostile names are names there', async () => {
    const named = HOSTILE.map((name, i) => ({ id: `u${i}`, name, kind: 'college' as const }));
    const hostile = named.map(({ id }) =>
      checkUnitObligations({ id }, { organization: { units: named }, asOf: '2024-06-30' }),
    );
    writeFileSync(join(folder, 'hostile.xlsx'), await obligationsXlsx(hostile, { organization: { units: named } }));
    const read = parseCsv(readFileSync(convert(CSV, ['hostile.xlsx'])('hostile.csv')), { bom: true }) as string[][];
    // What stands for half a character is left out.
    const seen = (name: string) => visible(name).replaceAll('\ufffd', '');
    expect(new Set(read.slice(1).map(([name]) => name))).toEqual(new Set(HOSTILE.map(seen)));
  });
});
