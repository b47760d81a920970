import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';
import { fireAmended } from '../support/edited.js';

// What docs/authoring.md shows is what the command prints.

const PAGE = readFileSync('docs/authoring.md', 'utf8');
/** What is printed under a heading, block by block. */
const printedUnder = (heading: string): readonly string[] => {
  const part = PAGE.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  return [...part.matchAll(/```text\n([\s\S]*?)```/g)].map(([, text]) => text as string);
};
const [whole, slip] = printedUnder('Check it');
const [passed, failed] = printedUnder('Test it');
const [amendment] = printedUnder('Amend it');
const [own, looser] = printedUnder("A unit's own rules");
const OVERLAY = 'fixtures/overlays/pharmacy-college.yaml';
const { at, write } = workspace();

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

test('a unit’s own rules, as they are shown', async () => {
  expect((await runHere(['check', OVERLAY, '--lang', 'en'])).stdout).toBe(own);
  const [, example = ''] = /```yaml\n(format: 2\nunit[\s\S]*?)```/.exec(PAGE) ?? [];
  expect((await runHere(['check', write('example.yaml', example)])).status).toBe(0);
  // Its lines stand in the file that is checked, which has a duty more.
  const lines = readFileSync(OVERLAY, 'utf8').split('\n');
  for (const line of example.split('\n')) expect(lines).toContain(line.replace(/ +#.*$/, ''));
});

test('one of them loosened', async () => {
  const file = write('pharmacy-college.yaml', readFileSync(OVERLAY, 'utf8').replace('hours: 1', 'hours: 48'));
  const { stdout } = await runHere(['check', file, '--profile', 'national-analogy', '--lang', 'en']);
  expect(stdout.replaceAll(file, 'pharmacy-college.yaml')).toBe(looser);
});
