import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';

// `test`: scenarios held to the rules, as people, continuous integration and editors read it.

const { at, write } = workspace();
const ROW = `- name: 查明没有泄露的，不具备第（三）项。# 1 & 2
  basis: 泄露国家秘密
  because: 没有泄露。
  incident: { occurredAt: 2024-03-01, leak: { occurred: false } }
  asOf: 2024-06-30
  expect: { findings: { art9.p2.i3: unmet } }
`;
const FAILING = ROW.replace('unmet', 'met').replace('查明', '已经查明');
const holds = write('holds.yaml', ROW);
const fails = write('fails.yaml', ROW + FAILING);
const wrong = write('wrong.yaml', ROW + FAILING.replace('i3: met', 'i33: met'));

test('exit codes: all hold, one fails, one cannot be run', async () => {
  const statusOf = async (...args: string[]) => (await runHere(['test', ...args])).status;
  expect([await statusOf(holds), await statusOf(fails), await statusOf(wrong), await statusOf()]).toEqual([
    0, 10, 65, 64,
  ]);
});

test('where there is nothing to run, nothing holds', async () => {
  mkdirSync(at('none'));
  expect(await runHere(['test', at('none')])).toMatchObject({ status: 65, stdout: '没有场景\n' });
});

test('a path that cannot be watched is told as one that cannot be read', async () => {
  const { status, stderr } = await runHere(['test', at('nowhere.yaml'), '--watch']);
  expect([status, stderr]).toEqual([65, expect.stringContaining('[file/unreadable]')]);
});

test('rules that are at fault for a while do not end the watch', async () => {
  const rules = at('rules');
  cpSync('test/second-regulation', rules, { recursive: true });
  const file = join(rules, 'terms.yaml');
  const sound = readFileSync(file, 'utf8');
  const table = join(rules, 'scenarios/fire.yaml');
  const command = spawn('node', ['cli/dist/main.js', 'test', table, '--regulation', rules, '--watch', '--lang', 'en']);
  const told: string[] = [];
  command.stderr.on('data', (text: Buffer) => told.push(String(text)));
  const steps = [() => writeFileSync(file, '{}\n'), () => writeFileSync(file, sound)];
  for await (const line of createInterface({ input: command.stdout })) {
    if (!line.startsWith('waiting')) continue;
    const next = steps.shift();
    if (!next) break;
    next();
  }
  command.kill();
  await once(command, 'exit');
  expect(told.join('')).toContain('[rule/unknown-term]');
});

test('a fault of a table is told apart, and what is sound is run', async () => {
  const { stdout, stderr } = await runHere(['test', wrong]);
  expect(stderr).toBe(
    `${wrong}:12:25 expect.findings.art9.p2.i33: 未知的条款 \`art9.p2.i33\`；是否指 \`art9.p2.i3\`？ [assessment/unknown-provision]\n`,
  );
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(
    '共 1 个场景：1 个符合，0 个不符合；另有 1 处错误，其所在的场景未运行',
  );
});

test('what nothing turns on is listed; incidents of one’s own count too', async () => {
  const covered = async (...args: string[]) => (await runHere(['test', ...args, '--coverage', '--lang', 'en'])).stdout;
  const fire = 'test/second-regulation';
  const alone = await covered(fire);
  expect(alone).toContain('exercised: provisions 1/3, conditions 0/2, readings 0/2, terms 1/2\n');
  expect(alone).toContain('  art2.fire  exit.blocked equal true  Art. 2  “堵塞出口”  never unmet\n');
  const spared = write(
    'spared.yaml',
    'format: 2\noccurredAt: 2024-03-01\nexit: { blocked: false }\nfindings: { large-fire: false }\n',
  );
  const both = await covered(fire, '--cases', spared);
  // By the reading that asks for one of the two, neither may be there.
  expect(both).toContain('exercised: provisions 2/3, conditions 2/2,');
  expect((await runHere(['test', holds, '--cases', spared])).status).toBe(64);
});

test('the scenarios that come with the rules turn on every provision, condition, reading and term', async () => {
  const { stdout } = await runHere(['test', 'rules', '--coverage', '--json']);
  const { scenarios, coverage } = JSON.parse(stdout);
  expect(scenarios.length).toBeGreaterThan(600);
  const [{ counts, ...left }] = coverage;
  expect(left).toEqual({ provisions: [], conditions: [], readings: [], terms: [], words: [] });
  for (const { exercised, all } of Object.values<{ exercised: number; all: number }>(counts)) {
    expect(all).toBeGreaterThan(20);
    expect(exercised).toBe(all);
  }
});

test('as TAP', async () => {
  const { stdout } = await runHere(['test', fails, '--format', 'tap']);
  expect(stdout.split('\n')).toEqual([
    'TAP version 14',
    '1..2',
    'ok 1 - 查明没有泄露的，不具备第（三）项。\\# 1 & 2',
    'not ok 2 - 已经查明没有泄露的，不具备第（三）项。\\# 1 & 2',
    '  ---',
    `  at: "${fails}:7"`,
    '  differences: [{"at":"findings.art9.p2.i3","expected":"met","came":"unmet"}]',
    '  ...',
    '',
  ]);
});

test('as JUnit', async () => {
  const { stdout } = await runHere(['test', fails, '--format', 'junit']);
  const { document } = new JSDOM(stdout, { contentType: 'text/xml' }).window;
  const [suite] = document.querySelectorAll('testsuite');
  expect([suite?.getAttribute('tests'), suite?.getAttribute('failures')]).toEqual(['2', '1']);
  const cases = [...document.querySelectorAll('testcase')];
  expect(cases.map((each) => [each.getAttribute('line'), each.querySelectorAll('failure').length])).toEqual([
    ['1', 0],
    ['7', 1],
  ]);
  expect(document.querySelector('failure')?.textContent).toMatch(/应为 met，实为 unmet\n[\s\S]*\[○ 泄露\]/);
});

test('as JSON', async () => {
  const { stdout } = await runHere(['test', fails, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    faults: [],
    scenarios: [
      { line: 1, passed: true, differences: [] },
      { line: 7, passed: false, differences: [{ at: 'findings.art9.p2.i3', expected: 'met', came: 'unmet' }] },
    ],
  });
});

test('it runs again when a table changes', async () => {
  const table = write('watched.yaml', FAILING);
  const command = spawn('node', ['cli/dist/main.js', 'test', table, '--watch', '--lang', 'en']);
  const lines: string[] = [];
  for await (const line of createInterface({ input: command.stdout })) {
    lines.push(line);
    if (!line.startsWith('waiting')) continue;
    if (lines.includes('1 scenarios: 1 passed, 0 failed')) break;
    write('watched.yaml', readFileSync(holds));
  }
  command.kill();
  await once(command, 'exit');
  expect(lines).toContain('1 scenarios: 0 passed, 1 failed');
  expect(lines).toContain('1 scenarios: 1 passed, 0 failed');
});
