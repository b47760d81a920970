import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderDocx } from '../../src/documents/index.js';
import { assessIncident } from '../../src/index.js';
import { memoPage, renderHtml, renderMarkdown } from '../../src/report/index.js';
import { runHere } from '../support/command.js';
import { caseOptions, incidentOf } from '../support/memo.js';
import { partsOf, readXlsx } from '../support/office.js';

const zerenzhi = (args: readonly string[], TZ = 'Asia/Shanghai') =>
  spawnSync('node', ['cli/dist/main.js', ...args], { encoding: 'utf8', env: { ...process.env, TZ, NO_COLOR: '1' } });
const INCIDENT = 'fixtures/incidents/cosmetic-repair.yaml';
const MEMO = ['memo', INCIDENT, '-o', 'fixtures/organizations/university.yaml', '--as-of', '2026-06-30'];
const DUTIES = [
  'obligations',
  'fixtures/units',
  '-o',
  'fixtures/organizations/university.yaml',
  '--as-of',
  '2024-06-30',
];
const page = (more = {}) =>
  memoPage(assessIncident(incidentOf('cosmetic-repair'), caseOptions('cosmetic-repair')), more);

let folder: string;
const at = (file: string) => join(folder, file);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a memo as Markdown by default, as a page to print, in either language', () => {
  const { stdout, status } = zerenzhi(MEMO);
  expect(stdout).toBe(renderMarkdown(page()));
  // Nothing is settled yet.
  expect(status).toBe(20);
  const english = zerenzhi([...MEMO, '--lang', 'en', '--format', 'html', '--output', at('memo.html')]);
  expect(english.stdout).toBe('');
  expect(readFileSync(at('memo.html'), 'utf8')).toBe(
    renderHtml(page({ lang: 'en' }), { title: 'Report on responsibility for an incident: 通报后表面整改，再次被篡改' }),
  );
});

test('a memo that is read, at a terminal or as text, has no signs of Markdown', async () => {
  const asked = await runHere([...MEMO, '--format', 'text', '--lang', 'zh']);
  expect(asked.stdout).toContain('[● ');
  expect(asked.stdout).not.toMatch(/\\|^#|\*\*|---/m);
  const terminal = Object.getOwnPropertyDescriptor(process.stdout, 'isTTY');
  Object.defineProperty(process.stdout, 'isTTY', { value: true, configurable: true });
  try {
    const seen = await runHere([...MEMO, '--lang', 'zh']);
    expect(stripVTControlCharacters(seen.stdout).replace(/\s/g, '')).toBe(asked.stdout.replace(/\s/g, ''));
    // Asked for, or in a file, it is Markdown there too.
    expect((await runHere([...MEMO, '--lang', 'zh', '--format', 'markdown'])).stdout).toMatch(/^# /);
    await runHere([...MEMO, '--lang', 'zh', '--output', at('read.md')]);
    expect(readFileSync(at('read.md'), 'utf8')).toMatch(/^# /);
  } finally {
    Object.defineProperty(process.stdout, 'isTTY', terminal ?? { value: undefined, configurable: true });
  }
  await runHere([...MEMO, '--lang', 'zh', '--format', 'text', '--output', at('read.txt')]);
  expect(readFileSync(at('read.txt'), 'utf8')).toBe(asked.stdout);
});

test('a memo as a Word document needs a file, and is the same bytes wherever it is made', async () => {
  const { status, stderr } = zerenzhi([...MEMO, '--format', 'docx']);
  expect([status, stderr.split('\n')[0]]).toEqual([64, '此格式须用 --output 指定文件']);
  for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
    const file = at(`${zone.replace('/', '-')}.docx`);
    expect(zerenzhi([...MEMO, '--format', 'docx', '--output', file], zone).status).toBe(20);
    expect(readFileSync(file).equals(Buffer.from(await renderDocx(page())))).toBe(true);
  }
});

test('who found what is read from a file, and its faults are told of that file', () => {
  writeFileSync(at('finders.yaml'), 'attack.tampered: 信息中心\n');
  expect(zerenzhi([...MEMO, '--found-by', at('finders.yaml')]).stdout).toContain(
    '| 被攻击篡改 | 是 | 事件记录；查明人：信息中心 |',
  );
  writeFileSync(at('finders.yaml'), 'attack.tampered: 信息中心\nattack.tampred: 信息中心\n');
  const { status, stderr } = zerenzhi([...MEMO, '--found-by', at('finders.yaml'), '--lang', 'en']);
  expect(stderr).toBe(
    `${at('finders.yaml')}:2:1 attack.tampred: unknown key \`attack.tampred\`; did you mean \`attack.tampered\`? [input/unknown-key]\n`,
  );
  expect(status).toBe(65);
});

test('a memo is of one document: a folder is none', () => {
  const { status, stderr } = zerenzhi(['memo', 'fixtures/incidents', ...MEMO.slice(2)]);
  expect([status, stderr.split('\n')[0]]).toEqual([
    65,
    'fixtures/incidents: 无法读取：是文件夹（EISDIR） [file/unreadable]',
  ]);
});

test('a file that cannot be written', () => {
  const { status, stderr } = zerenzhi([...MEMO, '--output', at('no-such-folder/memo.md'), '--lang', 'en']);
  expect(stderr).toBe(
    `${at('no-such-folder/memo.md')}: cannot be written: there is no such file or folder (ENOENT) [file/unwritable]\n`,
  );
  expect(status).toBe(65);
});

test('the duties of all units of a folder as CSV and as a spreadsheet', () => {
  const csv = zerenzhi([...DUTIES, '--format', 'csv']);
  // Some have open duties, one has breached one: that counts more.
  expect(csv.status).toBe(10);
  const lines = csv.stdout.split('\r\n').filter(Boolean);
  expect(lines[0]).toMatch(/^\ufeff"单位","职责标识",/);
  expect(zerenzhi([...DUTIES, '--format', 'xlsx']).status).toBe(64);
  expect(zerenzhi([...DUTIES, '--format', 'xlsx', '--output', at('duties.xlsx')]).status).toBe(10);
  const [duties] = readXlsx(partsOf(readFileSync(at('duties.xlsx'))));
  expect(duties?.rows).toHaveLength(lines.length);
});

test('other forms of the duties go to a file too', () => {
  zerenzhi([...DUTIES, '--output', at('duties.txt')]);
  expect(readFileSync(at('duties.txt'), 'utf8')).toBe(zerenzhi(DUTIES).stdout);
  expect(zerenzhi([...DUTIES, '--json', '--output', at('duties.ndjson')]).stdout).toBe('');
  expect(readFileSync(at('duties.ndjson'), 'utf8').trim().split('\n')).toHaveLength(8);
});
