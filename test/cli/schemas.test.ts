import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';
import { shown } from '../support/language-server.js';

// `schemas`: written whole, over nothing but what it wrote, and found by editors through the line that it tells.

const { at } = workspace();
const NAMES = ['article', 'facts', 'profile', 'questions', 'regulation', 'terms'].map((name) => `${name}.json`);
const folderOf = (name: string): string => {
  cpSync('test/second-regulation', at(name), { recursive: true });
  return at(name);
};
const schemas = (folder: string, ...args: string[]) => runHere(['schemas', folder, '--lang', 'en', ...args]);

test('six files in .schemas, which the check passes over', async () => {
  const folder = folderOf('plain');
  const before = (await runHere(['check', folder])).stdout;
  const { status, stderr } = await schemas(folder);
  expect([status, stderr]).toEqual([0, '']);
  expect(readdirSync(join(folder, '.schemas')).sort()).toEqual(NAMES);
  expect((await runHere(['check', folder, '--strict'])).stdout).toBe(before);
});

test('with the line that it tells, an editor finds the schema, wherever that stands', async () => {
  const folder = folderOf('lines');
  for (const out of [[], ['--output', at('some where')]]) {
    const { stdout } = await schemas(folder, ...out);
    const [, line = ''] = /articles\/\*\.yaml\n +(#.*)/.exec(stdout) ?? [];
    const file = join(folder, 'articles/02.yaml');
    const text = readFileSync(file, 'utf8').replace('bearer: site', 'bearer: si‸te');
    expect(await shown(file, `${line}\n${text}`)).toBe('各场所 · every site');
  }
});

test('made again, they have the new names, also of a folder with a fault', async () => {
  const folder = folderOf('again');
  await schemas(folder);
  const facts = readFileSync(join(folder, 'facts.yaml'), 'utf8');
  writeFileSync(
    join(folder, 'facts.yaml'),
    facts.replace('exit.blocked: { of: incident,', 'exit.shut: { of: accident,'),
  );
  expect((await schemas(folder)).status).toBe(0);
  const article = readFileSync(join(folder, '.schemas/article.json'), 'utf8');
  expect([article.includes('exit.blocked'), article.includes('exit.shut')]).toEqual([false, true]);
});

test.each([
  ['a file of another', (file: string) => writeFileSync(file, '{}')],
  ['a folder', (file: string) => mkdirSync(file)],
  ['a link', (file: string) => symlinkSync('facts.json', file)],
])('%s in the way is left alone, and nothing is written', async (what, put) => {
  const folder = folderOf(`way-${what}`);
  mkdirSync(join(folder, '.schemas'));
  put(join(folder, '.schemas/terms.json'));
  const { status, stderr } = await schemas(folder);
  expect(status).toBe(65);
  expect(stderr).toMatch(/terms\.json: .*\[file\/(?:exists|not-plain)\]/);
  expect(readdirSync(join(folder, '.schemas'))).toEqual(['terms.json']);
});

test('what is no folder, and a place that there is not', async () => {
  expect(await schemas(at('nowhere'))).toMatchObject({
    status: 65,
    stderr: expect.stringContaining('file/unreadable'),
  });
  const folder = folderOf('placeless');
  const { status, stderr } = await schemas(folder, '--output', at('nowhere/schemas'));
  expect([status, existsSync(at('nowhere'))]).toEqual([65, false]);
  expect(stderr).toContain('file/unwritable');
  writeFileSync(join(folder, '.schemas'), '');
  for (const out of [[], ['--output', join(folder, 'facts.yaml/schemas')]])
    expect(await schemas(folder, ...out)).toMatchObject({ status: 65, stderr: expect.stringContaining('ENOTDIR') });
});
