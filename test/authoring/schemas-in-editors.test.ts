import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ruleSchemasOf } from '../../src/authoring/index.js';
import { workspace } from '../support/command.js';
import { offered, shown, underlined } from '../support/language-server.js';

// What an editor shows with the schemas, by the language server that VS Code and others use for YAML.

const { at } = workspace();
beforeAll(() => {
  mkdirSync(at('.schemas'));
  for (const [name, schema] of Object.entries(ruleSchemasOf('rules')))
    writeFileSync(at(join('.schemas', `${name}.json`)), JSON.stringify(schema));
});

const ARTICLE = at('articles/09.yaml');
const article = (provision: string) =>
  `# yaml-language-server: $schema=../.schemas/article.json\narticle: 9\nparagraphs: [{ text: a, gloss: a }]\nprovisions:\n${provision}`;
const when = (condition: string) =>
  article(
    `  - id: art9.p1\n    kind: accountability\n    label: { zh: 甲, en: a }\n    then: by-rules\n    when:\n${condition}`,
  );

test('the kinds of condition', async () => {
  expect(Object.keys(await offered(ARTICLE, when('      ‸\n')))).toEqual(
    expect.arrayContaining(['all', 'any', 'not', 'condition', 'fact', 'term', 'question']),
  );
});

test('facts with their labels and questions; none that is a time', async () => {
  const found = await offered(ARTICLE, when('      fact: ‸\n'));
  expect(found['report.status']).toMatch(/向办公室报告的情况 · report to the Office\n.*报告？ · .*\?/);
  expect(found).not.toHaveProperty(['report.at']);
});

test('the operators that fit a fact, and its options', async () => {
  const operators = await offered(ARTICLE, when('      fact: report.status\n      operator: ‸\n'));
  expect(Object.keys(operators).sort()).toEqual(['equal', 'in', 'notEqual', 'notIn']);
  const values = await offered(ARTICLE, when('      fact: report.status\n      operator: equal\n      value: ‸\n'));
  expect(values).toEqual({
    made: '已报告 · reported',
    pending: '尚未报告 · not reported yet',
    none: '查明未报告 · established that it was never reported',
  });
});

test('the readings of the question that is asked', async () => {
  const found = await offered(ARTICLE, when('      question: art8.clock\n      readings:\n        ‸\n'));
  expect(found).toEqual({ occurrence: '自发生起算 · from occurrence', discovery: '自发现起算 · from discovery' });
});

test('bearers, times, and terms as keys of a profile', async () => {
  const bearers = await offered(ARTICLE, article('  - id: art9.p1\n    kind: duty\n    bearer: ‸\n'));
  expect(bearers).toMatchObject({ unit: '各单位 · every second-level unit' });
  const times = await offered(ARTICLE, article('  - id: art9.p1\n    kind: accountability\n    governedBy: ‸\n'));
  expect(times).toHaveProperty(['report.at']);
  expect(times).not.toHaveProperty(['report.status']);
  const profile = '# yaml-language-server: $schema=../.schemas/profile.json\nid: a\nterms:\n  ‸\n';
  expect((await offered(at('profiles/a.yaml'), profile))['timely-report']).toContain('及时报告 · reported in time');
});

test('over a name stands its label, and not a list of all names', async () => {
  const fact = '      fact: report.st‸atus\n      operator: equal\n      value: none\n';
  const label = '向办公室报告的情况 · report to the Office';
  const over = await shown(ARTICLE, when(fact));
  expect([over.split('\n')[0], over.includes('unit.kind')]).toEqual([label, false]);
  const value = '      fact: report.status\n      operator: equal\n      value: no‸ne\n';
  expect(await shown(ARTICLE, when(value))).toBe('查明未报告 · established that it was never reported');
  const reading = '      question: art8.clock\n      readings: { occur‸rence: true, discovery: false }\n';
  expect(await shown(ARTICLE, when(reading))).toBe('自发生起算 · from occurrence');
  const named = '      condition: con‸cerned\n';
  expect(await shown(ARTICLE, when(named))).toMatch(/第九条.*\n*.*相关单位/);
});

test('keys say what they mean, and so do the words under them', async () => {
  const keys = await offered(ARTICLE, article('  - id: art9.p1\n    kind: duty\n    ‸\n'));
  expect(keys).toMatchObject({ bearer: '由谁履行 · who has it', rhythm: '多久一次 · how often it is owed' });
  const condition = await offered(ARTICLE, when('      ‸\n'));
  expect(condition).toMatchObject({ all: '同时具备 · all of these', any: '具备其一 · any of these' });
  const kinds = await offered(ARTICLE, article('  - id: art9.p1\n    kind: ‸\n'));
  expect(kinds).toMatchObject({ duty: '职责 · a duty', accountability: '问责情形 · somebody is held responsible' });
  const over = article('  - id: art9.p1\n    kind: duty\n    rhy‸thm: once\n');
  expect(await shown(ARTICLE, over)).toContain('一次 · once');
});

test('a slip is underlined where it stands', async () => {
  const fault = (condition: string) => underlined(ARTICLE, when(condition));
  expect(await fault('      { fact: report.state, operator: equal, value: none }')).toEqual([
    ['report.state', expect.stringContaining('"report.status"')],
  ]);
  expect(await fault('      { fact: report.status, operator: lessThan, value: none }')).toEqual([
    ['lessThan', expect.stringContaining('"equal" | "notEqual" | "in" | "notIn"')],
  ]);
  expect(await fault('      { question: art8.clock, readings: { occurrence: true, discover: true } }')).toEqual(
    expect.arrayContaining([['discover', expect.stringContaining('not allowed')]]),
  );
});

test.each(['articles/07.yaml', 'articles/09.yaml', 'terms.yaml', 'facts.yaml', 'regulation.yaml'])(
  'nothing is underlined in %s',
  async (file) => {
    const [folder, name] = file.startsWith('articles') ? ['..', 'article'] : ['.', file.replace('.yaml', '')];
    const text = readFileSync(join('rules', file), 'utf8');
    expect(
      await underlined(at(file), `# yaml-language-server: $schema=${folder}/.schemas/${name}.json\n${text}`),
    ).toEqual([]);
  },
);
