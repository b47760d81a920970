import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLI } from '../../cli/src/messages.js';

const zerenzhi = (args: readonly string[], input = '') =>
  spawnSync('node', ['cli/dist/main.js', ...args], { input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
const DAY = ['--as-of', '2024-06-30'];
const SECRET =
  '{"occurredAt":"2024-05-06T08:00:00+08:00","leak":{"occurred":true,"own-persons":true,"kinds":["state-secret"]},"incident":{"occurred":true}}';

test('an incident from standard input: triggered is exit code 10', () => {
  const { status, stdout } = zerenzhi(['assess', ...DAY], SECRET);
  expect(stdout).toContain('● 符合　第九条第二款第（三）项');
  expect(status).toBe(10);
});

test('in English', () => {
  const { stdout } = zerenzhi(['assess', '--lang', 'en', ...DAY], SECRET);
  expect(stdout).toContain('accountability is triggered');
  expect(stdout).toContain('Art. 9 ¶2 (3)');
});

test('an incident of which nothing is known: undetermined is exit code 20', () => {
  expect(zerenzhi(['assess', '-', ...DAY], '{}').status).toBe(20);
});

test('NDJSON in, NDJSON out, a bad line is told and the others go on', () => {
  const { status, stdout, stderr } = zerenzhi(['assess', '--json', ...DAY], `${SECRET}\n{"attak":{}}\n{}\n`);
  const results = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { accountability: { status: string } });
  expect(results.map(({ accountability }) => accountability.status)).toEqual(['triggered', 'undetermined']);
  expect(JSON.parse(stderr)).toMatchObject({ code: 'input/unknown-key', path: 'attak', nearest: 'attack', line: 2 });
  expect(status).toBe(65);
});

test('a folder of documents, in the order of their names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'incidents-'));
  writeFileSync(join(folder, 'b.json'), SECRET.replace('{', '{"format":2,'));
  writeFileSync(join(folder, 'a.yaml'), 'format: 2\nid: first\n');
  writeFileSync(join(folder, 'notes.txt'), 'not a document');
  const { stdout } = zerenzhi(['assess', '--json', folder, ...DAY]);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { file: string }).file),
  ).toEqual([join(folder, 'a.yaml'), join(folder, 'b.json')]);
});

test('a fault of a file names its line and column', () => {
  const folder = mkdtempSync(join(tmpdir(), 'incidents-'));
  const file = join(folder, 'x.yaml');
  writeFileSync(file, 'format: 2\nid: x\nattack:\n  tampered: perhaps\n');
  const { status, stderr } = zerenzhi(['assess', file, '--lang', 'en', ...DAY]);
  expect(stderr).toBe(`${file}:4:3 attack.tampered: expected boolean, found \`perhaps\` [input/invalid-type]\n`);
  expect(status).toBe(65);
});

test('a file that is not there', () => {
  const { status, stderr } = zerenzhi(['assess', 'no-such-file.yaml', '--lang', 'en']);
  expect(stderr).toBe(
    'no-such-file.yaml: cannot be read: there is no such file or folder (ENOENT) [file/unreadable]\n',
  );
  expect(status).toBe(65);
});

test('a reader who has read enough ends it quietly', () => {
  const pipe = 'set -o pipefail; node cli/dist/main.js assess fixtures/incidents --as-of 2026-06-30 | true';
  const { status, stderr } = spawnSync('bash', ['-c', pipe], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(141);
});

test('the chain of a system', () => {
  const { status, stdout } = zerenzhi([
    'chain',
    '--system',
    'college-site',
    '-o',
    'fixtures/organizations/university.yaml',
    ...DAY,
  ]);
  expect(stdout).toContain('药学院：主管、使用');
  expect(stdout).toContain('岗位空缺');
  expect(status).toBe(20);
});

test('the obligations of a unit of which nothing is known', () => {
  const { status, stdout } = zerenzhi(['obligations', ...DAY], '{}');
  expect(stdout).toContain('未按要求履行 0');
  expect(stdout).not.toContain('全校师生');
  expect(zerenzhi(['obligations', '--full', ...DAY], '{}').stdout).toContain('全校师生');
  expect(status).toBe(20);
});

test('an article in both languages', () => {
  expect(zerenzhi(['articles', '14']).stdout).toBe('第十四条\n本细则由学校网络安全和信息化领导小组办公室负责解释。\n');
  expect(zerenzhi(['articles', '14', '--lang', 'en']).stdout).toContain('responsible for interpreting these Rules');
});

test.each([[['assess', '--langg', 'en']], [['articles', '16']], [['nonsense']]])(
  '%j is a fault of usage: exit code 64',
  (args) => {
    expect(zerenzhi(args).status).toBe(64);
  },
);

test.each([
  [['--lang', 'en'], 'expected boolean'],
  [['--lang=en'], 'expected boolean'],
  [['--lang', 'zh', '--lang=en'], 'expected boolean'],
  [['--lang=en', '--lang', 'zh'], '应为'],
  [['--lang', 'zh', '--', '--lang=en'], '应为'],
])('faults are told in the language of the last --lang: %j', (args, words) => {
  const folder = mkdtempSync(join(tmpdir(), 'incidents-'));
  // A document may be called as a language is.
  writeFileSync(join(folder, 'en'), 'format: 2\nattack: { tampered: perhaps }');
  expect(zerenzhi(['assess', join(folder, 'en'), ...DAY, ...args]).stderr).toContain(words);
});

test('a document called as a language is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'incidents-'));
  writeFileSync(join(folder, 'en'), 'format: 2\nattack: { tampered: perhaps }');
  const { stderr } = spawnSync('node', [join(process.cwd(), 'cli/dist/main.js'), 'memo', 'en', '--lang', 'en'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toContain('expected boolean');
});

describe('what is wrong with the setting is told once, in its own file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'setting-'));
  const at = (name: string) => join(folder, name);
  writeFileSync(at('a.yaml'), 'format: 2\nid: a\n');
  writeFileSync(at('b.yaml'), 'format: 2\nid: b\n');
  writeFileSync(at('o.yml'), 'format: 2\nunits:\n  - id: law\n    knd: college\n');
  writeFileSync(at('p.yml'), 'format: 2\nterms:\n  prolonged: { hours: 1 }\n');
  test.each([
    ['the organization', ['-o', at('o.yml')], `${at('o.yml')}:4:5 units[0].knd: unknown key \`knd\``, 65],
    ['the policy', ['-p', at('p.yml')], `${at('p.yml')}:3:3 terms.prolonged: unknown`, 65],
    ['the time of judgement', ['--as-of', '2024-13-01'], 'asOf: ', 64],
  ] as const)('%s', (_, args, told, code) => {
    for (const paths of [[at('a.yaml'), at('b.yaml')]])
      for (const command of ['assess', 'explain']) {
        const { status, stdout, stderr } = zerenzhi([command, ...paths, ...args, '--lang', 'en']);
        expect(stderr.startsWith(told), stderr).toBe(true);
        expect([status, stdout, stderr.match(/\n/g)?.length, stderr.includes('a.yaml')]).toEqual([code, '', 1, false]);
      }
    const memo = zerenzhi(['memo', at('a.yaml'), ...args, '--lang', 'en']);
    expect([memo.status, memo.stderr.startsWith(told)]).toEqual([code, true]);
  });
});

test('an error of the program itself is told as one line of words', () => {
  expect(CLI.en.internal(new RangeError('\u001b[2Jone\r\ntwo\u202e'))).toBe(
    'an error of the program itself, please report it: RangeError:  [2Jone two ',
  );
});

test('help names the exit codes', () => {
  expect(zerenzhi(['--help']).stdout).toContain('退出码');
});

const UNIVERSITY = ['-o', 'fixtures/organizations/university.yaml'];

test.each([
  ['chain', ['chain', '--system', 'college-site', '--format', 'svg'], /^<svg [\s\S]*药学院[\s\S]*<\/svg>\n$/, 20],
  [
    'chain',
    ['chain', 'fixtures/incidents/database-intrusion.yaml', '--format', 'mermaid'],
    /^flowchart BT\n[\s\S]*教务处[\s\S]*\n$/,
    20,
  ],
  [
    'timeline',
    ['timeline', 'fixtures/incidents/database-intrusion.yaml', '--lang', 'en'],
    /^flowchart TB\n[\s\S]*not after 2023-08-16[\s\S]*\n$/,
    20,
  ],
  [
    'timeline',
    ['timeline', 'fixtures/incidents/database-intrusion.yaml', '--format', 'svg'],
    /^<svg [\s\S]*<\/svg>\n$/,
    20,
  ],
  [
    'obligations',
    ['obligations', 'fixtures/units/network-college.yaml', '--format', 'ics'],
    /^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/,
    20,
  ],
] as const)('the %s in another form: %j, the same wherever it is made', (_, args, form, code) => {
  const made = ['Pacific/Auckland', 'America/Los_Angeles'].map((TZ) =>
    spawnSync('node', ['cli/dist/main.js', ...args, ...UNIVERSITY, ...DAY], {
      encoding: 'utf8',
      env: { ...process.env, TZ, NO_COLOR: '1' },
    }),
  );
  expect(made[0]?.stdout).toMatch(form);
  expect(made[1]?.stdout).toBe(made[0]?.stdout);
  expect(made[0]?.status).toBe(code);
});

test('explanations as JSON are a list under a name', () => {
  const { stdout } = zerenzhi(['explain', '--json', '--provision', 'art9.p2.i3', ...DAY], SECRET);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [{ provision: 'art9.p2.i3', status: 'met' }] });
});

test('of several documents one is drawn, and the others are told', () => {
  const { status, stdout, stderr } = zerenzhi([
    'chain',
    'fixtures/incidents',
    '--format',
    'mermaid',
    '--as-of',
    '2026-06-30',
    '--lang',
    'en',
    ...UNIVERSITY,
  ]);
  expect(stdout.match(/^flowchart/gm)?.length).toBe(1);
  expect(stderr).toBe('one document is drawn at a time; the others were not\n');
  expect(status).toBe(64);
});

describe('a record', () => {
  const { stdout: printed, status: recorded } = zerenzhi(['record', ...DAY], SECRET);

  test('is printed, and replays: exit code 0', () => {
    expect(recorded).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({
      format: { name: 'zerenzhi-record' },
      outcome: { accountability: { status: 'triggered' } },
    });
    expect(JSON.parse(zerenzhi(['record', '--json', ...DAY], SECRET).stdout)).toEqual(JSON.parse(printed));
    const { status, stdout } = zerenzhi(['replay'], printed);
    expect(stdout.split('\n')[0]).toBe('与记录完全一致');
    expect(stdout).not.toContain('✗');
    expect(status).toBe(0);
  });

  test('that was changed says so, in both languages: exit code 10', () => {
    const changed = printed.replace('"own-persons": true', '"own-persons": false');
    const { status, stdout } = zerenzhi(['replay'], changed);
    expect(stdout).toContain('✗ 输入（时点、事件或组织台账）在记录后被改动');
    expect(stdout).toContain('findings.art9.p2.i3.status: "met" → "undetermined"');
    expect(status).toBe(10);
    expect(zerenzhi(['replay', '--lang', 'en'], changed).stdout).toContain(
      '✗ the input (time, incident or organization) was changed after it was recorded',
    );
    expect(JSON.parse(zerenzhi(['replay', '--json'], changed).stdout)).toMatchObject({
      identical: false,
      checks: { input: { state: 'touched' } },
    });
  });

  test('with hostile words in it sends nothing to the terminal but words', () => {
    const hostile = printed
      .replace(/"version": "[^"]*"/, '"version": "\\u001b[2J\\u202e0.1.0"')
      .replace('"status": "met"', '"status": "\\u001b]0;x\\u0007\\u009b"');
    const { status, stdout } = zerenzhi(['replay', '--lang', 'en'], hostile);
    expect(stdout).toContain('[2J 0.1.0 then');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not come out
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(status).toBe(10);
  });

  test('that is none is a fault of the data: exit code 65, with its place', () => {
    const { status, stderr } = zerenzhi(['replay', '--lang', 'en'], printed.replace('"version": 2', '"version": 3'));
    expect(stderr).toBe('<stdin>:4:5 format.version: unknown value `3` [input/unknown-value]\n');
    expect(status).toBe(65);
    expect(zerenzhi(['record', ...DAY], '{"attak":{}}').status).toBe(65);
  });
});

describe('the duties that an incident calls up', () => {
  const GRADED = JSON.stringify({
    occurredAt: '2024-05-06T08:00:00+08:00',
    incident: { occurred: true, grade: 'general' },
    findings: { 'serious-incident': false },
  });

  test('are explained by name, and it is told how they stand', () => {
    const { status, stdout } = zerenzhi(['explain', '--provision', 'art8.report', '--lang', 'en', ...DAY], GRADED);
    expect(stdout).toContain('Art. 8');
    expect(stdout).toContain('not required, because');
    expect(status).toBe(0);
    expect(
      JSON.parse(zerenzhi(['explain', '--json', '--provision', 'art8.report', ...DAY], GRADED).stdout),
    ).toMatchObject({
      findings: [{ provision: 'art8.report', status: 'unmet', standing: 'not-required' }],
    });
  });

  test('are among the names that are known', () => {
    const named = ['--provision', 'art8.reports,art9.p2.i33'];
    const { status, stderr } = zerenzhi(['explain', ...named, '--lang', 'en', ...DAY], GRADED);
    expect(stderr.match(/^.*\n/gm)).toEqual([
      expect.stringContaining('`art8.reports`; did you mean `art8.report`'),
      expect.stringContaining('`art9.p2.i33`; did you mean `art9.p2.i3`'),
    ]);
    expect(stderr.match(/\[assessment\/unknown-provision\]$/gm)).toHaveLength(2);
    expect(status).toBe(64);
  });

  test('light their article', () => {
    expect(zerenzhi(['articles', '8', '-i', 'fixtures/incidents/database-intrusion.yaml', ...DAY]).stdout).toMatch(
      /[●○◐]/,
    );
  });
});

test('of an incident that concerns several units, what would settle it for one of them', () => {
  const lost = '"leak":{"occurred":true,"own-persons":true,"kinds":["state-secret"]}';
  const two = `{"occurredAt":"2024-05-06T08:00:00+08:00","units":[{"id":"a","leak":{"occurred":false}},{"id":"b",${lost}}]}`;
  const of = (...more: readonly string[]) => zerenzhi(['settle', '--provision', 'art9.p2.i3', ...more, ...DAY], two);
  expect([of('--unit', 'a').status, of('--unit', 'b').status, of().status]).toEqual([0, 10, 10]);
  expect(of('--unit', 'c').stderr).toContain('[organization/unknown-unit]');
  expect(zerenzhi(['what-if', '--unit', 'a', '--provision', 'art9.p2.i3', ...DAY], two).stdout).toContain('数据外泄');
});
