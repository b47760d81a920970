import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere, workspace, zerenzhi } from '../support/command.js';

// A regulation of a folder: a made-up one on fires, in which no word of the shipped one may turn up.

const FOLDER = 'test/second-regulation';
const { at, write } = workspace();
const nothing = write('nothing.yaml', 'format: 2\n');
const fire = write(
  'fire.yaml',
  'format: 2\noccurredAt: 2024-03-01\nexit: { blocked: true }\nfindings: { large-fire: true }\n',
);
const by = (...args: string[]) => runHere([...args, '--regulation', FOLDER, '--as-of', '2024-06-30']);

test('an incident is judged by it', async () => {
  const { status, stdout } = await by('assess', fire);
  expect(stdout).toContain('● 符合　第二条　大火和堵塞出口');
  expect(status).toBe(10);
  expect((await runHere(['assess', fire])).stderr).toContain('exit');
});

test.each([
  ['explain', '--proof'],
  ['explain', '--provision', '第二条'],
  ['settle'],
  ['what-if'],
  ['chain'],
  ['timeline'],
  ['obligations'],
  ['obligations', '--format', 'csv'],
])('%s %s %s', async (...args) => {
  for (const file of [nothing, ...(args[0] === 'obligations' ? [] : [fire])]) {
    const { status, stdout, stderr } = await by(args[0] as string, file, ...args.slice(1));
    expect([0, 10, 20]).toContain(status);
    expect([stderr, stdout.match(/大医|大连|网络安全和信息化|art9/)]).toEqual(['', null]);
  }
});

test('articles, facts and provisions are its own', async () => {
  const articles = await runHere(['articles', '3', '--regulation', FOLDER]);
  expect(articles.stdout).toContain('施行');
  expect((await runHere(['articles', '4', '--regulation', FOLDER])).stderr).toContain('1–3');
  expect((await runHere(['provisions', '--regulation', FOLDER])).stdout).toContain('art2.fire');
});

test('a record is made and replayed by it', async () => {
  const record = write('record.json', (await by('record', fire)).stdout);
  expect((await runHere(['replay', record, '--regulation', FOLDER])).status).toBe(0);
  expect((await runHere(['replay', record])).status).toBe(10);
});

test('a whole file is judged by it, in other threads too', () => {
  const lines = write(
    'fires.ndjson',
    `${JSON.stringify({ occurredAt: '2024-03-01', exit: { blocked: true }, findings: { 'large-fire': true } })}\n`.repeat(
      1500,
    ),
  );
  const { status, stderr } = zerenzhi([
    'assess',
    lines,
    '--output',
    at('out.ndjson'),
    '--threads',
    '1',
    '--regulation',
    FOLDER,
    '--as-of',
    '2024-06-30',
  ]);
  expect([status, stderr]).toEqual([10, expect.stringContaining('符合 1500')]);
  expect(readFileSync(at('out.ndjson'), 'utf8')).toContain('art2.fire');
});

test('what is wrong with the folder is told by file, line and column, before any document', async () => {
  const broken = at('rules');
  cpSync(FOLDER, broken, { recursive: true });
  const file = join(broken, 'articles/02.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('bearer: site', 'bearer: sites'));
  const { status, stdout, stderr } = await runHere(['assess', 'no-such-file.yaml', '--regulation', broken]);
  expect(stderr).toMatch(/articles\/02\.yaml:\d+:\d+ .*`sites`；是否指 `site`？ \[rule\/unknown-bearer\]\n$/);
  expect(stderr.startsWith(file)).toBe(true);
  expect([status, stdout]).toEqual([65, '']);
  expect((await runHere(['assess', nothing, '--regulation', at('nowhere')])).stderr).toBe(
    `${at('nowhere')}: 无法读取：没有此文件或文件夹（ENOENT） [file/unreadable]\n`,
  );
});
