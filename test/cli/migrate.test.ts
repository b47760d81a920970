import { lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { edited, editsFor } from '../../cli/src/migrate.js';
import { ZerenzhiError } from '../../src/index.js';
import { workspace, zerenzhi } from '../support/command.js';

// A document of the former format says the same in the present one, and all else in it stays as it was written.

const { at, write } = workspace();
const migrated = (text: string, file = 'a.yaml') => edited(text, editsFor(text, file));

test.each([
  ['an empty one', '{}\n', '{format: 2}\n'],
  ['one without a word of the formats', 'id: a # ours\n', 'format: 2\nid: a # ours\n'],
  ['one that says the former format', '# mine\nid: a\nformat: 1 # old\n', '# mine\nid: a\nformat: 2 # old\n'],
  ['one under a mark of YAML', '%YAML 1.2\n--- # top\nid: a\n', '%YAML 1.2\n--- # top\nformat: 2\nid: a\n'],
  ['one from Windows', 'id: a\r\ntitle: b\r\n', 'format: 2\r\nid: a\r\ntitle: b\r\n'],
  ['one that stands in', '  id: a\n  title: b\n', '  format: 2\n  id: a\n  title: b\n'],
  [
    'unit, system and parties',
    '# who\nunit: law # 法学院\nsystem: \'site\'\nparties:\n  - p-1 # a student\n  - "p 2"\n',
    '# who\nformat: 2\nunits: [{ id: law }] # 法学院\nsystems: [{ id: \'site\' }]\nparties:\n  - { id: p-1 } # a student\n  - { id: "p 2" }\n',
  ],
  ['a unit that nobody knows', 'unit: null\n', 'format: 2\nunits: null\n'],
  [
    'conduct that was said to be',
    'conduct:\n  concealed: true # a letter\n  obstructed: false\nattack: { tampered: true }\n',
    'format: 2\nconduct:\n  concealed: alleged # a letter\n  obstructed: false\nattack: { tampered: true }\n',
  ],
  [
    'terms of office, over the end of February',
    'units: [{ id: a }]\nappointments:\n  - { post: h, person: p, from: 2020-01-01, until: "2024-03-01" }\n  - post: h\n    person: q\n    from: 2024-03-01\n',
    'format: 2\nunits: [{ id: a }]\nappointments:\n  - { post: h, person: p, from: 2020-01-01, until: "2024-02-29" }\n  - post: h\n    person: q\n    from: 2024-03-01\n',
  ],
  [
    "a unit's evidence and incidents",
    'evidence: [{ obligation: o, on: 2022-12-01, until: 2023-01-01 }]\nincidents:\n  - id: i\n    conduct: { refused-support: true }\n    parties: [p]\n',
    'format: 2\nevidence: [{ obligation: o, on: 2022-12-01, until: 2022-12-31 }]\nincidents:\n  - id: i\n    conduct: { refused-support: alleged }\n    parties: [{ id: p }]\n',
  ],
  [
    'values and rulings',
    'terms:\n  prolonged-outage: { hours: 1, until: 2021-01-01 }\n  major-loss:\n    - { yuan: 1, until: 2022-01-01 }\n    - { yuan: 2, from: 2022-01-01 }\nrulings: { art8.grade: [{ reading: formal, until: 2020-03-01 }] }\n',
    'format: 2\nterms:\n  prolonged-outage: { hours: 1, until: 2020-12-31 }\n  major-loss:\n    - { yuan: 1, until: 2021-12-31 }\n    - { yuan: 2, from: 2022-01-01 }\nrulings: { art8.grade: [{ reading: formal, until: 2020-02-29 }] }\n',
  ],
])('%s', (_, former, present) => {
  expect(migrated(former)).toBe(present);
});

test.each([
  ['on one line', '{"unit":"law","parties":["p"]}', '{"format": 2, "units":[{"id":"law"}],"parties":[{"id":"p"}]}'],
  [
    'on many',
    '{\n\t"unit": "law",\n\t"conduct": { "concealed": true }\n}\n',
    '{\n\t"format": 2,\n\t"units": [{"id":"law"}],\n\t"conduct": { "concealed": "alleged" }\n}\n',
  ],
  ['with nothing in it', '{}', '{"format": 2}'],
])('JSON %s stays JSON', (_, former, present) => {
  expect(migrated(former, 'a.json')).toBe(present);
  JSON.parse(present);
});

test.each(['format: 2\nunits: [{ id: law }]\nconduct: { concealed: true }\n', '{ "format": 2 }'])(
  'what is of the present format stays: %j',
  (text) => {
    expect(editsFor(text, 'a.yaml')).toEqual([]);
  },
);

test('a part that is meant twice, and not the same in both places, is not rewritten', () => {
  const twice = 'conduct: { refused-support: &b true }\nattack: { tampered: *b }\n';
  expect(() => editsFor(twice, 'a.yaml')).toThrow(ZerenzhiError);
  // Where it is the same in both, it is.
  expect(migrated('conduct: { refused-support: &b true, concealed: *b }\n')).toBe(
    'format: 2\nconduct: { refused-support: &b alleged, concealed: alleged }\n',
  );
});

describe('the command', () => {
  const FORMER = 'id: a\nunit: law # ours\n';
  const PRESENT = 'format: 2\nid: a\nunits: [{ id: law }] # ours\n';
  const text = (name: string) => readFileSync(at(name), 'utf8');

  test('rewrites files, says what it wrote, and leaves those of the present format', () => {
    write('former.yaml', FORMER);
    write('present.yaml', PRESENT);
    const { status, stdout } = zerenzhi(['migrate', at('former.yaml'), at('present.yaml'), '--lang', 'en']);
    expect([text('former.yaml'), text('present.yaml')]).toEqual([PRESENT, PRESENT]);
    expect(stdout).toContain(`${at('former.yaml')}: 3 changes\n  1:  → format: 2\n  2: unit → units\n`);
    expect(stdout).toContain(`${at('present.yaml')}: of the present format\n`);
    expect(status).toBe(0);
  });

  test('writes nothing when it is only asked what it would do', () => {
    write('dry.yaml', FORMER);
    expect(zerenzhi(['migrate', '--dry-run', at('dry.yaml')]).stdout).toContain('unit → units');
    expect(text('dry.yaml')).toBe(FORMER);
  });

  test('goes on after a file that is at fault, and keeps a link a link', () => {
    write('broken.yaml', 'id: [\n');
    write('twice.yaml', 'conduct: { refused-support: &b true }\nattack: { tampered: *b }\n');
    write('target.yaml', FORMER);
    symlinkSync(at('target.yaml'), at('link.yaml'));
    const { status, stderr } = zerenzhi(['migrate', at('broken.yaml'), at('twice.yaml'), at('link.yaml')]);
    expect(stderr.match(/\[(yaml\/syntax|file\/not-migrated)\]/g)).toEqual(['[yaml/syntax]', '[file/not-migrated]']);
    expect([text('target.yaml'), lstatSync(at('link.yaml')).isSymbolicLink()]).toEqual([PRESENT, true]);
    expect(text('twice.yaml')).toContain('&b true');
    expect(status).toBe(65);
  });

  test('a folder with nothing to rewrite in it is told, and the others go on', () => {
    mkdirSync(at('empty'));
    mkdirSync(at('other'));
    write('other/notes.txt', 'id: a\n');
    const file = write('former.yaml', 'id: a\n');
    const { status, stdout, stderr } = zerenzhi(['migrate', at('empty'), at('other'), file, '--lang', 'en']);
    expect(stderr.match(/^\S+(?=: no document in this folder)/gm)).toEqual([at('empty'), at('other')]);
    expect([status, stdout]).toEqual([65, expect.stringContaining(file)]);
  });

  test.each([['-'], ['lines.ndjson']])('has nothing to rewrite in %s', (name) => {
    write('lines.ndjson', '{}\n');
    expect(zerenzhi(['migrate', name === '-' ? name : at(name)], '{}').status).toBe(64);
    expect(text('lines.ndjson')).toBe('{}\n');
  });
});

describe('a document of the former format is told, and not misread', () => {
  const told = /:1:1 format: does not say `format: 2`; `zerenzhi migrate FILE` rewrites .*\[input\/former-format\]\n$/;
  const DAY = ['--as-of', '2024-06-30', '--lang', 'en'];
  test.each([
    ['assess', []],
    ['memo', []],
    ['timeline', []],
    ['record', []],
    ['obligations', []],
    ['interview', ['--output', at('new.yaml')]],
  ])('%s', (command, args) => {
    for (const text of ['id: a\n', 'format: 1\nid: a\n']) {
      const { status, stderr } = zerenzhi([command, write('old.yaml', text), ...args, ...DAY]);
      expect(stderr).toMatch(told);
      expect(status).toBe(65);
    }
  });

  test('the organization and the policy too', () => {
    const incident = write('incident.yaml', 'format: 2\nid: a\n');
    for (const option of ['-o', '-p'])
      expect(zerenzhi(['assess', incident, option, write('old.yaml', 'presume: false\n'), ...DAY]).stderr).toMatch(
        told,
      );
  });

  test('lines of NDJSON and rows of CSV may leave it out, and are refused if they say the former', () => {
    write('lines.ndjson', '{"id":"a"}\n{"format":2,"id":"b"}\n{"format":1,"id":"c"}\n');
    const { status, stdout, stderr } = zerenzhi(['assess', '--json', at('lines.ndjson'), ...DAY]);
    expect(stdout.match(/\n/g)).toHaveLength(2);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'input/former-format', path: 'format', line: 3 });
    expect(status).toBe(65);
    expect(zerenzhi(['assess', ...DAY], '{"id":"a"}').status).toBe(20);
    write('rows.csv', 'format,id\n2,a\n,b\n1,c\n');
    const rows = zerenzhi(['assess', at('rows.csv'), '--output', at('rows.out'), ...DAY]);
    expect(rows.stderr).toContain('undetermined 2, rejected 1');
  });
});
