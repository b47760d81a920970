import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';

// `check`: what an author reads of a folder of rules, and what editors and code hosts read.

const { at } = workspace();

/** The made-up regulation of three articles with a slip in it. */
function folderWith(name: string, file: string, from: string, to: string): string {
  const folder = at(name);
  cpSync('test/second-regulation', folder, { recursive: true });
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  return folder;
}
const wrong = folderWith('wrong', 'articles/02.yaml', 'quote: 追究第一责任人', 'quote: 追究第一贵任人');
const odd = folderWith('odd', 'articles/02.yaml', 'both: { all:', 'both: { any:');

test('a folder without faults is told with the checksum of its text', async () => {
  const { status, stdout, stderr } = await runHere(['check', 'rules', '--lang', 'en']);
  const { sha256 } = JSON.parse((await runHere(['check', 'rules', '--json'])).stdout).checksums[0];
  expect(readFileSync('rules/regulation.yaml', 'utf8')).toContain(`sha256: ${sha256}`);
  expect(stdout).toBe(
    `no faults\n15 articles, 84 provisions, 1775 characters of text, each with an owner\nchecksum of official.txt (sha256): ${sha256}\n`,
  );
  expect([status, stderr]).toEqual([0, '']);
});

test('a fault is told with its line, a caret under the place, the clause and what was meant', async () => {
  const { status, stdout } = await runHere(['check', wrong, '--lang', 'zh']);
  expect(status).toBe(65);
  expect(stdout.split('\n').slice(0, 4)).toEqual([
    'articles/02.yaml:5:11  第二条  consequences.hold.quote',
    '  5 |   hold: { quote: 追究第一贵任人, label: { zh: 追究, en: held responsible',
    '                ^',
    '  引文 `追究第一贵任人` 不在第 2 条原文中；是否指 `追究第一责任人`？ [rule/quote-not-found]',
  ]);
});

test('what is allowed and seldom meant is a note, and a fault where the author is strict', async () => {
  const { status, stdout } = await runHere(['check', odd, '--lang', 'zh']);
  expect(stdout).toContain('（提示）  理解 `both` 与 `either` 编出来的结果相同 [lint/readings-alike]');
  expect(stdout).toContain('没有错误，1 处提示');
  expect(status).toBe(0);
  expect((await runHere(['check', odd, '--strict'])).status).toBe(65);
});

test('as SARIF', async () => {
  const { runs } = JSON.parse((await runHere(['check', wrong, '--format', 'sarif', '--lang', 'en'])).stdout);
  expect(runs[0].results).toEqual([
    {
      ruleId: 'rule/quote-not-found',
      level: 'error',
      message: { text: 'quote `追究第一贵任人` does not stand in article 2; did you mean `追究第一责任人`?' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: `${wrong.split(sep).map(encodeURIComponent).join('/')}/articles/02.yaml` },
            region: { startLine: 5, startColumn: 11 },
          },
          logicalLocations: [{ fullyQualifiedName: 'consequences.hold.quote' }],
        },
      ],
    },
  ]);
});

test('what is no folder is told', async () => {
  const { status, stderr } = await runHere(['check', at('nowhere'), '--lang', 'en']);
  expect([status, stderr]).toEqual([65, expect.stringContaining('file/unreadable')]);
});

test('the ledger has every character of the text, each with an owner', async () => {
  const lines = JSON.parse((await runHere(['ledger', 'rules', '--json'])).stdout) as {
    readonly place: string;
    readonly parts: readonly { readonly words: string; readonly provisions: string[]; readonly because: object[] }[];
  }[];
  const official = readFileSync('rules/official.txt', 'utf8');
  const from = official.indexOf('第一条 ') + '第一条 '.length;
  const text = official.slice(from).replaceAll(/第[一二三四五六七八九十]+条 |\n/g, '');
  expect(lines.flatMap(({ parts }) => parts.map(({ words }) => words)).join('')).toBe(text);
  for (const { place, parts } of lines)
    for (const { words, provisions, because } of parts)
      expect([place, words, provisions.length + because.length > 0]).toEqual([place, words, true]);
  const item = lines.filter(({ place }) => place === '9.2.2').flatMap(({ parts }) => parts);
  expect(item.filter(({ words }) => /后|造成/.test(words)).flatMap(({ because }) => because)).not.toEqual([]);
  expect((await runHere(['ledger', 'rules', '--lang', 'zh'])).stdout).toContain('art9.p2.i3');
});
