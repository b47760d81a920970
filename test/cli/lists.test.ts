import { expect, test } from 'vitest';
import { LIST_NAMES } from '../../cli/src/lists.js';
import { regulation } from '../../src/index.js';
import { locatedProvisions } from '../../src/policy/standing.js';
import { runHere } from '../support/command.js';

const listed = async (...args: string[]) => JSON.parse((await runHere([...args, '--json'])).stdout) as { id: string }[];
const ids = {
  facts: Object.keys(regulation.facts),
  terms: Object.keys(regulation.terms),
  questions: Object.keys(regulation.questions),
  provisions: locatedProvisions(regulation).map(({ provision }) => provision.id),
  profiles: Object.keys(regulation.profiles),
};

test.each(LIST_NAMES)('%s: all that the regulation has, as data', async (name) => {
  expect((await listed(name)).map(({ id }) => id)).toEqual(ids[name]);
});

test('of a fact: its question, its kind, its values and who settles it', async () => {
  expect(await listed('facts', 'report.status')).toContainEqual(
    expect.objectContaining({
      id: 'report.status',
      type: 'enum',
      ask: regulation.facts['report.status']?.ask,
      settledBy: expect.objectContaining({ label: expect.objectContaining({ zh: expect.any(String) }) }),
    }),
  );
  const { stdout } = await runHere(['facts', 'unit.kind']);
  expect(stdout).toContain('选其一');
  expect(stdout).toContain('college 学院');
});

test('of a provision: where it stands, and its words', async () => {
  const [line = ''] = (await runHere(['provisions', 'art9.p2.i3'])).stdout
    .split('\n')
    .filter((row) => row.includes('art9'));
  expect(line).toMatch(/问责情形.*第九条第二款第（三）项.*泄露国家秘密/);
});

test('of a vague word and of a point of reading: the words of the text and the place', async () => {
  expect((await runHere(['terms', '长时间'])).stdout).toMatch(/第九条.*长时间/);
  expect((await runHere(['questions', 'art8.clock', '--lang', 'en'])).stdout).toMatch(/discovery \(from discovery\)/);
});

test('a word may be part of a label, an id or a place', async () => {
  expect((await listed('provisions', '第八条')).map(({ id }) => id)).toEqual(['art8.report', 'art8.handle']);
  expect((await listed('facts', 'PERSONS')).map(({ id }) => id)).toContain('leak.persons');
});

test('a word that nothing has is told, with what is near', async () => {
  const { status, stdout, stderr } = await runHere(['facts', 'report.statsu']);
  expect(stderr).toBe('未知的名称 `report.statsu`；是否指 `report.status`？ [rule/unknown-name]\n');
  expect([status, stdout]).toEqual([64, '']);
});

test('Markdown and HTML', async () => {
  expect((await runHere(['profiles', '--format', 'markdown'])).stdout).toMatch(/^\| 标识 \|/);
  expect((await runHere(['profiles', '--format', 'html'])).stdout).toContain('<th');
});
