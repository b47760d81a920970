import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';
import { fireAmended } from '../support/edited.js';

// What docs/authoring.md shows is what the command prints.

const [whole, slip, amendment] = [...readFileSync('docs/authoring.md', 'utf8').matchAll(/```text\n([\s\S]*?)```/g)].map(
  ([, text]) => text,
);
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

test('an amendment', async () => {
  const { stdout } = await runHere(['diff', 'test/second-regulation', fireAmended(), '--lang', 'en']);
  expect(stdout).toBe(amendment);
});
