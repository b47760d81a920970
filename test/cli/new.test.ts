import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadRegulation } from '../../src/authoring/index.js';
import { createPolicy, type Diagnostic, regulation } from '../../src/index.js';
import { runHere, workspace } from '../support/command.js';
import { underlined } from '../support/language-server.js';

// What authors of rules begin with passes as it is.

const { at, write } = workspace();

describe('a regulation', () => {
  const folder = at('laboratory');
  let made: { readonly status: number; readonly stdout: string; readonly stderr: string };
  beforeAll(async () => {
    made = await runHere(['new', 'regulation', folder, '--lang', 'zh']);
  });
  const by = (...args: string[]) => runHere([...args, '--regulation', folder, '--as-of', '2026-06-30', '--lang', 'zh']);
  const nothing = write('nothing.yaml', 'format: 2\n');
  const accident = write(
    'accident.yaml',
    'format: 2\noccurredAt: 2026-03-01\naccident: { concealed: true }\nfindings: { serious-accident: true }\n',
  );

  test('passes the check, with nothing to note', async () => {
    expect(made).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(`zerenzhi check ${folder}`) });
    const { status, stdout } = await runHere(['check', folder, '--strict', '--lang', 'zh']);
    expect(status).toBe(0);
    expect(stdout).toContain('没有错误\n2 条，5 项规定');
  });

  test('has its text and the checksum of it', () => {
    const { sha256, articles } = loadRegulation(folder);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    const official = readFileSync(join(folder, 'official.txt'), 'utf8');
    for (const { paragraphs } of articles) for (const { text } of paragraphs) expect(official).toContain(text);
    expect(new Set(articles.flatMap(({ provisions }) => provisions.map(({ kind }) => kind)))).toEqual(
      new Set(['designation', 'duty', 'accountability', 'commencement']),
    );
  });

  test('is shown by articles', async () => {
    expect((await runHere(['articles', '--regulation', folder, '--lang', 'zh'])).stdout).toContain(
      '第二条\n发生重大事故和隐瞒事故的，追究第一责任人。',
    );
  });

  test('judges an accident: both readings agree where both parts are so, and differ where one is', async () => {
    expect(await by('assess', accident)).toMatchObject({
      status: 10,
      stdout: expect.stringContaining('● 符合　第二条'),
    });
    const one = write(
      'one.yaml',
      'format: 2\noccurredAt: 2026-03-01\naccident: { concealed: true }\nfindings: { serious-accident: false }\n',
    );
    expect((await by('assess', one)).status).toBe(20);
    for (const [reading, status] of [
      ['both', 0],
      ['either', 10],
    ] as const) {
      const policy = write(`${reading}.yaml`, `format: 2\nrulings: { art2.and: ${reading} }\n`);
      expect([reading, (await by('assess', one, '--policy', policy)).status]).toEqual([reading, status]);
    }
  });

  test('has a duty and a chain', async () => {
    const unit = write('unit.yaml', 'format: 2\nkind: laboratory\n');
    expect((await by('obligations', unit)).stdout).toContain('保持通道畅通');
    const organization = write(
      'organization.yaml',
      'format: 2\nunits: [{ id: lab, kind: laboratory }]\nposts: [{ id: lab-head, unit: lab, role: head }]\nappointments: [{ post: lab-head, person: zhang, from: 2026-01-01 }]\n',
    );
    const { stdout, stderr } = await by('chain', '--unit', 'lab', '--organization', organization);
    expect([stdout, stderr]).toEqual([expect.stringMatching(/第一责任人.*zhang/s), '']);
    expect((await by('chain', nothing)).stderr).toBe('');
  });

  test('its files name their schemas, which find nothing wrong with them', async () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
    expect(files.length).toBe(6);
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text).toMatch(/^# yaml-language-server: \$schema=(?:\.\.\/)?\.schemas\/\w+\.json\n/);
      expect([file, await underlined(join(folder, file), text)]).toEqual([file, []]);
      const slipped = text.replace(/\b(en|zh):/, 'cn:');
      expect([file, (await underlined(join(folder, file), slipped)).length > 0]).toEqual([file, true]);
    }
  });

  test('is written over nothing, and not where there is no place for it', async () => {
    const before = readFileSync(join(folder, 'facts.yaml'), 'utf8');
    mkdirSync(at('empty'));
    for (const there of [folder, at('empty'), nothing])
      expect(await runHere(['new', 'regulation', there, '--lang', 'en'])).toMatchObject({
        status: 65,
        stderr: expect.stringContaining('[file/exists]'),
      });
    expect([readFileSync(join(folder, 'facts.yaml'), 'utf8'), readdirSync(at('empty'))]).toEqual([before, []]);
    const { status, stderr } = await runHere(['new', 'regulation', at('nowhere/folder'), '--lang', 'en']);
    expect([status, stderr, existsSync(at('nowhere'))]).toEqual([
      65,
      expect.stringContaining('file/unwritable'),
      false,
    ]);
    expect(readdirSync(at('.')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('a ruling', () => {
  const ruling = (...args: string[]) => runHere(['new', 'ruling', ...args]);

  test.each(['zh', 'en'] as const)('on any question is a policy by the one who may make it, in %s', async (lang) => {
    for (const [question, { readings, ask }] of Object.entries(regulation.questions)) {
      const { status, stdout } = await ruling('--question', question, '--lang', lang);
      expect(status).toBe(0);
      expect(stdout).toContain(ask[lang]);
      for (const [reading, label] of Object.entries(readings)) expect(stdout).toContain(`${reading}  ${label[lang]}`);
      const policy = createPolicy(parse(stdout));
      const [made, ...more] = policy.rulings[question as 'art8.grade'] ?? [];
      expect(more).toEqual([]);
      expect(Object.keys(readings)).toContain(made?.reading);
      expect(made).toMatchObject({
        by: regulation.interpreter,
        made: made?.from,
        source: { title: expect.any(String) },
      });
    }
  });

  test('is read by --policy, also of a regulation of its own', async () => {
    const file = at('ruling.yaml');
    const options = ['--regulation', 'test/second-regulation'];
    expect((await ruling('--question', 'art2.or', '--output', file, ...options)).status).toBe(0);
    const incident = write('fire.yaml', 'format: 2\noccurredAt: 2099-01-01\n');
    const { status, stderr } = await runHere([
      'assess',
      incident,
      '--policy',
      file,
      ...options,
      '--as-of',
      '2099-06-30',
    ]);
    expect([status, stderr]).toEqual([20, '']);
    writeFileSync(file, readFileSync(file, 'utf8').replace('reading: both', 'reading: neither'));
    expect((await runHere(['assess', incident, '--policy', file, ...options])).stderr).toContain(
      'policy/unknown-reading',
    );
  });

  test('replaces nothing unless forced, and is YAML', async () => {
    const file = write('there.yaml', 'mine');
    expect((await ruling('--question', 'art8.grade', '--output', file)).status).toBe(65);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await ruling('--question', 'art8.grade', '--output', file, '--force')).status).toBe(0);
    expect((await ruling('--question', 'art8.grade', '--output', at('ruling.json'))).status).toBe(64);
  });

  test('a question that there is not is a fault of usage, with the one that was meant', async () => {
    const { status, stderr } = await ruling('--question', 'art8.grades', '--lang', 'en');
    expect([status, stderr]).toEqual([64, expect.stringContaining('did you mean `art8.grade`?')]);
    expect((await ruling()).status).toBe(64);
  });
});

test('the help says which files are begun by new and which by init', async () => {
  const { stdout } = await runHere(['new', '--help', '--lang', 'zh']);
  expect(stdout.replaceAll(/\s/g, '')).toContain('事件、单位、台账文档用init');
  expect(stdout).toContain('zerenzhi new [');
  expect((await runHere(['init', '--help', '--lang', 'zh'])).stdout.replaceAll(/\s/g, '')).toContain('编写规则用new');
  expect((await runHere(['new', 'ruling', '--help'])).stdout).toContain('zerenzhi new ruling');
  expect((await runHere(['new'])).status).toBe(64);
});

describe('a table of scenarios and a unit’s own rules', () => {
  test.each(['zh', 'en'])('pass as they are, in %s', async (lang) => {
    const fire = ['--regulation', 'test/second-regulation'];
    for (const regulation of [[], fire]) {
      const table = write(
        `table-${regulation.length}.yaml`,
        (await runHere(['new', 'scenario', '--lang', lang, ...regulation])).stdout,
      );
      const { status, stdout } = await runHere(['test', table, '--lang', 'en', ...regulation]);
      expect([status, stdout]).toEqual([0, `${table}: 1 passed\n1 scenarios: 1 passed, 0 failed\n`]);
    }
    const { stdout } = await runHere(['new', 'overlay', '--unit', 'pharmacy-college', '--lang', lang]);
    const overlay = write('overlay.yaml', stdout);
    expect(parse(stdout)).toMatchObject({ format: 2, unit: 'pharmacy-college', duties: [{ id: 'own.duty-1' }] });
    const checked = await runHere(['check', overlay, '--lang', 'zh']);
    expect([checked.status, checked.stdout]).toEqual([0, expect.stringMatching(/^没有错误\n《.+》：增加职责 1 项/)]);
    // The line that is out only for show can be put in.
    const stricter = write('stricter.yaml', stdout.replace('# terms:', 'terms:').replace('#   first', '  first'));
    expect((await runHere(['check', stricter])).stdout).toContain('自定取值 1 处');
  });
});

test('files of several kinds are checked together', async () => {
  const row = '- { name: one, basis: 泄漏国家秘密, because: why, incident: {}, asOf: 2024-06-30, expect: {} }\n';
  const table = write('wrong-table.yaml', row);
  const policy = write(
    'wrong-policy.yaml',
    'format: 2\nrulings:\n  art8.clock: [{ reading: discovery, by: leading-group, made: 2024-01-10 }]\n',
  );
  const { status, stdout } = await runHere(['check', table, policy, '--json']);
  expect(status).toBe(65);
  const told = JSON.parse(stdout).faults.map(({ file, line, code }: Diagnostic) => [file, line, code]);
  expect(told).toEqual([
    [table, 1, 'scenario/quote-not-found'],
    [policy, 3, 'policy/not-competent'],
  ]);
});
