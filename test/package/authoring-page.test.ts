import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';
import { fireAmended } from '../support/edited.js';

// What docs/authoring.md shows is what the command prints.

const PAGE = readFileSync('docs/authoring.md', 'utf8');
const [whole, slip, passed, failed, amendment] = [...PAGE.matchAll(/```text\n([\s\S]*?)```/g)].map(([, text]) => text);
const { at } = workspace();

test('a folder without faults', async () => {
  expect((await runHere(['check', 'rules', '--lang', 'en'])).stdout).toBe(whole);
});

test('a character mistyped', async () => {
  const folder = at('slip');
  cpSync('test/second-regulation', folder, { recursive: true });
  const file = join(folder, 'articles/02.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('quote: 追究第一责任人', 'quote: 追究第一贵任人'));
  expect((await runHere(['check', folder, '--lang', 'en'])).stdout).toBe(slip);
});

const FOLDER = 'test/second-regulation';
const TABLE = 'scenarios/fire.yaml';

test('a scenario is one that is run', async () => {
  const [, row = ''] = /```yaml\n(- name[\s\S]*?)```/.exec(PAGE) ?? [];
  expect(row).not.toBe('');
  expect(readFileSync(join(FOLDER, TABLE), 'utf8').startsWith(row)).toBe(true);
  expect((await runHere(['test', FOLDER, '--lang', 'en'])).stdout).toBe(passed);
});

test('a scenario that fails', async () => {
  const folder = at('failing');
  cpSync(FOLDER, folder, { recursive: true });
  const file = join(folder, TABLE);
  writeFileSync(file, readFileSync(file, 'utf8').replace('art2.fire: met', 'art2.fire: unmet'));
  const { status, stdout } = await runHere(['test', folder, '--lang', 'en']);
  expect([status, stdout.replaceAll(folder, 'second-regulation')]).toEqual([10, failed]);
});

test('an amendment', async () => {
  const { stdout } = await runHere(['diff', 'test/second-regulation', fireAmended(), '--lang', 'en']);
  expect(stdout).toBe(amendment);
});
