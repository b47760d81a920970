import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { regulationOf } from '../../src/authoring/index.js';
import { assessIncident, createPolicy, type Policy } from '../../src/index.js';
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

const part = (title: string) => PARTS.find((each) => each.startsWith(`${title}\n`)) ?? '';
const blocksIn = (title: string): string[] =>
  [...part(title).matchAll(/```\w+\n([\s\S]*?)```/g)].map(([, lines = '']) => lines);

test('the page in Chinese begins the same, and has the same clause and the same package', async () => {
  const zh = readFileSync('docs/authoring.zh-CN.md', 'utf8').split('\n## ');
  const under = (title: string) => zh.find((each) => each.startsWith(`${title}\n`)) ?? '';
  const blocksOf = (title: string, form: string) =>
    [...under(title).matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, of, lines = '']) =>
      of === form ? [lines] : [],
    );
  const folder = at('zh');
  const outputs = [];
  for (const args of [
    ['new', 'regulation', folder],
    ['check', folder],
    ['schemas', folder],
  ])
    outputs.push((await runHere([...args, '--lang', 'zh'])).stdout.replaceAll(folder, 'my-rules'));
  expect(blocksOf('起草和编辑', 'text').join('')).toBe(outputs.join(''));
  expect(blocksOf('从条文到规则', 'yaml')).toEqual(blocksIn('From a clause to a rule'));
  expect(blocksOf('发布', 'js')).toEqual(blocksIn('Publish it'));
});

test('the clause that becomes a rule passes the check, and its number is held', async () => {
  const folder = at('clause');
  await runHere(['new', 'regulation', folder]);
  const [article = '', terms = '', facts = ''] = blocksIn('From a clause to a rule');
  const text = /text: (.*)/.exec(article)?.[1] ?? '';
  writeFileSync(join(folder, 'articles/03.yaml'), article);
  appendFileSync(join(folder, 'terms.yaml'), terms);
  appendFileSync(join(folder, 'facts.yaml'), facts);
  appendFileSync(join(folder, 'official.txt'), `第三条 ${text}\n`);
  const told = JSON.parse((await runHere(['check', folder, '--json'])).stdout);
  expect(told.faults.map(({ code }: { code: string }) => code)).toEqual(['rule/checksum']);
  const head = join(folder, 'regulation.yaml');
  writeFileSync(head, readFileSync(head, 'utf8').replace(/sha256: .*/, `sha256: ${told.checksums[0].sha256}`));
  expect((await runHere(['check', folder, '--strict'])).status).toBe(0);
  const file = at('unit.yaml');
  const statusOf = async (hours: number) => {
    const evidence = '[{ obligation: art3.clear, on: 2026-03-01 }]';
    writeFileSync(file, `format: 2\nkind: laboratory\nclearing-hours: ${hours}\nevidence: ${evidence}\n`);
    const by = ['--regulation', folder, '--as-of', '2026-03-01', '--json'];
    const { obligations } = JSON.parse((await runHere(['obligations', file, ...by])).stdout);
    return obligations.find(({ provision }: { provision: string }) => provision === 'art3.clear').status;
  };
  expect([await statusOf(2), await statusOf(3)]).toEqual(['fulfilled', 'breached']);
});

test('a regulation is a package', async () => {
  const folder = at('package');
  mkdirSync(folder);
  await runHere(['new', 'regulation', join(folder, 'my-rules')]);
  const [code = ''] = blocksIn('Publish it');
  const entry = join(folder, 'index.mjs');
  writeFileSync(entry, code.replace("'zerenzhi/authoring'", JSON.stringify(resolve('dist/authoring.js'))));
  const { regulation } = await import(entry);
  const policy = createPolicy({ regulation: regulationOf(JSON.parse(JSON.stringify(regulation))) }) as Policy;
  const spared: unknown = {
    occurredAt: '2026-03-01',
    accident: { concealed: false },
    findings: { 'serious-accident': false },
  };
  expect(assessIncident(spared, { policy, asOf: '2026-06-30' }).accountability.status).toBe('not-triggered');
});
