import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { checkFiles } from '../../cli/src/check/files.js';
import type { Diagnostic, PolicyOptions } from '../../src/index.js';
import { runHere, workspace } from '../support/command.js';
import { readYaml } from '../support/fixtures.js';

// Files of units' own rules: every slip is found where it is, and only it, and told in words an official understands.

const FILE = 'fixtures/overlays/pharmacy-college.yaml';
const { at, write } = workspace();

type Change = readonly [from: string, to: string];
interface Seeded {
  readonly name: string;
  readonly changes?: readonly Change[];
  readonly beside?: readonly Change[];
  readonly policy?: PolicyOptions;
  readonly regulation?: string;
  readonly told: readonly string[];
}

const changed = (name: string, changes: readonly Change[]): string => {
  let text = readFileSync(FILE, 'utf8');
  for (const [from, to] of changes) {
    expect(text, `${FILE} has no ${from}`).toContain(from);
    text = text.replace(from, () => to);
  }
  return write(name, text);
};

/** A fault in short: line, place, code (what is expected), = the first place, → what was meant. */
const short = ({ line, path, code, expected = '', first, nearest }: Diagnostic): string =>
  [
    `${line} ${path} ${code} (${expected})`,
    ...(first ? [`= ${first.line}`] : []),
    ...(nearest === undefined ? [] : [`→ ${nearest}`]),
  ].join(' ');

test.each(readYaml<Seeded[]>('fixtures/invalid/seeded-overlays.yaml'))('$name', async (row) => {
  const files = [changed('own.yaml', row.changes ?? []), ...(row.beside ? [changed('beside.yaml', row.beside)] : [])];
  const policy = row.policy && write('policy.yaml', stringify({ format: 2, ...row.policy }));
  const { faults } = await checkFiles(files, {
    ...(policy && { policy }),
    ...(row.regulation && { regulation: row.regulation }),
  });
  expect(faults.map(short).sort()).toEqual([...row.told].sort());
  // Where two contradict each other, the second is told.
  expect(new Set(faults.map(({ file }) => file)).size).toBeLessThanOrEqual(1);
  for (const { message } of faults) expect(message.zh).toMatch(/\p{Script=Han}/u);
});

test('a file without faults is told with what it adds', async () => {
  expect(await runHere(['check', FILE, '--lang', 'zh'])).toEqual({
    status: 0,
    stdout: '没有错误\n《药学院网络安全工作责任制》：增加职责 3 项，自定取值 2 处\n',
    stderr: '',
  });
});

test('a slip is told with its line and a caret, and both documents where two contradict each other', async () => {
  const beside = changed('half.yaml', [
    ['hours: 1', 'hours: 0.5'],
    ['title: 药学院网络安全工作责任制', 'title: 药学院补充规定'],
  ]);
  const { status, stdout } = await runHere(['check', FILE, beside, '--lang', 'zh']);
  expect(status).toBe(65);
  expect(stdout.split('\n').slice(0, 4)).toEqual([
    `${beside}:30:3  terms.first-moment-report`,
    '  30 |   first-moment-report: { quote: 第一时间是指发现之时起一小时以内, hours: 0.5 }',
    '         ^',
    `  “药学院补充规定”与“药学院网络安全工作责任制”在同一时期规定不同；应保留其一，或者错开有效期 [overlay/conflict]  首见于 ${FILE}:30:3`,
  ]);
});

test('values of a profile are held against it', async () => {
  const late = changed('late.yaml', [['hours: 1', 'hours: 48']]);
  const faulty = await runHere(['check', late, '--profile', 'national-analogy', '--json']);
  expect(JSON.parse(faulty.stdout).faults.map(({ code }: Diagnostic) => code)).toEqual(['overlay/weaker']);
  expect((await runHere(['check', late])).status).toBe(0);
});

test('as SARIF, at the file', async () => {
  const wrong = changed('wrong.yaml', [['hours: 1', 'hours: 0']]);
  const { runs } = JSON.parse((await runHere(['check', wrong, '--format', 'sarif'])).stdout);
  expect(runs[0].results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: wrong },
    region: { startLine: 30, startColumn: 51 },
  });
});

test('a file of which nothing says what it is, one that does not parse, and one that is right, each told', async () => {
  const broken = write('broken.yaml', 'format: 2\nunit： c\n');
  const { faults } = await checkFiles([FILE, 'fixtures/units/pharmacy-college.yaml', broken], {});
  expect(faults.map(({ file, code }) => `${file} ${code}`)).toEqual([
    'fixtures/units/pharmacy-college.yaml file/unknown-kind',
    `${broken} yaml/full-width`,
  ]);
});

test('a folder is checked by itself, and by no policy', async () => {
  expect((await runHere(['check', 'rules', FILE])).status).toBe(64);
  expect((await runHere(['check', 'rules', '--profile', 'bare-text'])).status).toBe(64);
  expect((await runHere(['check', FILE, at('nowhere.yaml')])).status).toBe(65);
});

test('obligations by them, given in files of their own or in a policy', async () => {
  const unit = write(
    'unit.yaml',
    'format: 2\nid: pharmacy-college\nkind: college\nevidence: [{ obligation: own.drill, on: 2024-05-20 }]\n',
  );
  const args = ['obligations', unit, '--as-of', '2024-06-30', '--json'];
  const own = async (more: readonly string[]) =>
    JSON.parse((await runHere([...args, ...more])).stdout).own.map(({ duties }: { duties: { status: string }[] }) =>
      duties.map(({ status }) => status),
    );
  const statuses = [['undetermined', 'undetermined', 'fulfilled']];
  expect(await own(['--overlay', 'fixtures/overlays/technology-centre.yaml', '--overlay', FILE])).toEqual(statuses);
  const policy = write('with.yaml', stringify({ format: 2, overlays: [readYaml(FILE)] }));
  expect(await own(['--policy', policy])).toEqual(statuses);
  expect(await own(['--policy', policy, '--overlay', 'fixtures/overlays/technology-centre.yaml'])).toEqual(statuses);
  const { status, stderr } = await runHere([...args, '--lang', 'en']);
  expect([status, stderr]).toEqual([65, expect.stringContaining('unknown obligation `own.drill`')]);
});

test('rules of a unit that the register does not have are told, with the file they stand in', async () => {
  const strange = changed('strange.yaml', [['unit: pharmacy-college', 'unit: pharmacy-colege']]);
  const { status, stderr } = await runHere([
    'obligations',
    'fixtures/units/pharmacy-college.yaml',
    ...['-o', 'fixtures/organizations/university.yaml', '--overlay', strange, '--lang', 'en'],
  ]);
  expect([status, stderr]).toEqual([
    65,
    `${strange}:3:1 unit: unknown unit \`pharmacy-colege\`; did you mean \`pharmacy-college\`? [organization/unknown-unit]\n`,
  ]);
});

test('a file of them is not written over', async () => {
  const mine = changed('mine.yaml', []);
  const { status } = await runHere([
    'obligations',
    'fixtures/units/pharmacy-college.yaml',
    ...['--overlay', mine, '--output', mine, '--force'],
  ]);
  expect(status).toBe(65);
  expect(readFileSync(mine, 'utf8')).toBe(readFileSync(FILE, 'utf8'));
});
