import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';

// What docs/authoring.md shows of beginning a regulation and a ruling is what the commands print and write.

const PARTS = readFileSync('docs/authoring.md', 'utf8').split('\n## ');
const text = ['Begin and edit', 'Rule on a question'].map((title) =>
  PARTS.find((each) => each.startsWith(`${title}\n`)),
);
const blocks = [...text.join('\n').matchAll(/```(\w+)\n([\s\S]*?)```/g)];
const block = (form: string) => blocks.filter(([, of]) => of === form).map(([, , lines = '']) => lines);
const commands = block('sh').flatMap((text) => text.trim().split('\n'));
const { at } = workspace();

/** A command of the page, in a folder of ours. */
async function printed(command: string): Promise<string> {
  const args = command.replaceAll('my-rules', at('my-rules')).replace('ruling.yaml', at('ruling.yaml')).split(' ');
  const { status, stdout, stderr } = await runHere(args.slice(1));
  expect([command, status, stderr]).toEqual([command, 0, '']);
  return stdout.replaceAll(at('my-rules'), 'my-rules');
}

test('the commands, one after the other', async () => {
  const outputs = [];
  for (const command of commands) outputs.push(await printed(command));
  expect(outputs.join('')).toBe(block('text').join(''));
  const today = (text = '') => text.replaceAll(/'\d{4}-\d\d-\d\d'/g, 'a day');
  expect(today(readFileSync(at('ruling.yaml'), 'utf8'))).toBe(today(block('yaml')[0]));
});
