import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { interrupted, linesOf, refusal, run } from '../support/bulk.js';
import { shell, workspace, zerenzhi } from '../support/command.js';

// What existed before a command is there after it; what was written is whole or absent.

const INCIDENT = 'format: 2\nid: first\noccurredAt: 2024-05-06T08:00:00+08:00\nattack: { tampered: true }\n';
const UNIT = 'format: 2\nid: pharmacy-college\n';
const ORGANIZATION = 'format: 2\nunits:\n  - { id: pharmacy-college, name: 药学院 }\n';
const END = ['--lang', 'en', '--as-of', '2024-06-30'];

let space: ReturnType<typeof workspace>;
const at = (name: string) => space.at(name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const names = () => readdirSync(dirname(at('x'))).sort();

beforeEach(() => {
  space = workspace();
  space.write('incident.yaml', INCIDENT);
  space.write('unit.yaml', UNIT);
  space.write('organization.yaml', ORGANIZATION);
  space.write('policy.yaml', 'format: 2\npresume: false\n');
  space.write('finders.yaml', 'attack.tampered: 信息中心\n');
});

/** The commands that write one document, given all that they can read. */
const WRITERS: { readonly [name: string]: () => string[] } = {
  memo: () => [
    'memo',
    at('incident.yaml'),
    '-o',
    at('organization.yaml'),
    '-p',
    at('policy.yaml'),
    '--found-by',
    at('finders.yaml'),
  ],
  obligations: () => ['obligations', at('unit.yaml'), '-o', at('organization.yaml'), '-p', at('policy.yaml')],
};
const INPUTS: { readonly [name: string]: readonly string[] } = {
  memo: ['incident.yaml', 'organization.yaml', 'policy.yaml', 'finders.yaml'],
  obligations: ['unit.yaml', 'organization.yaml', 'policy.yaml'],
};

describe.each(['memo', 'obligations'] as const)('%s --output', (name) => {
  const write = (file: string, ...more: string[]) =>
    zerenzhi([...(WRITERS[name]?.() ?? []), ...END, '--output', at(file), ...more]);

  test('writes a new file, and leaves nothing beside it', () => {
    const before = names();
    expect(write('new.md').stderr).toBe('');
    expect(names()).toEqual([...before, 'new.md'].sort());
    expect(read('new.md').length).toBeGreaterThan(100);
  });

  test('writes a file of the longest name there is', () => {
    expect(write(`${'x'.repeat(252)}.md`).stderr).toBe('');
  });

  test('leaves what exists as it is, unless it is told to replace it', () => {
    space.write('finished.md', 'signed');
    const { status, stderr } = write('finished.md');
    expect([status, stderr]).toEqual([65, `${at('finished.md')}: exists already; name another output [file/exists]\n`]);
    expect(read('finished.md')).toBe('signed');
    expect(write('finished.md', '--force').stderr).toBe('');
    expect(read('finished.md').length).toBeGreaterThan(100);
  });

  test('never writes over what it reads, by whatever name', () => {
    const inputs = INPUTS[name] ?? [];
    linkSync(at(inputs[0] ?? ''), at('second-name.md'));
    symlinkSync(at(inputs[0] ?? ''), at('link.md'));
    for (const input of [...inputs, 'second-name.md', 'link.md']) {
      const before = readFileSync(at(input), 'utf8');
      const { status, stderr } = write(input, '--force');
      expect([status, stderr]).toEqual([
        65,
        `${at(input)}: is the input itself; name another output [file/is-input]\n`,
      ]);
      expect(readFileSync(at(input), 'utf8')).toBe(before);
    }
  });

  test.each([
    ['a link to a file', () => symlinkSync(at('target'), at('out.md'))],
    ['a link that leads nowhere', () => symlinkSync(at('nowhere'), at('out.md'))],
    ['a folder', () => mkdirSync(at('out.md'))],
  ])('does not write through or over %s', (_, make) => {
    space.write('target', 'precious');
    make();
    expect(write('out.md').stderr).toContain('[file/exists]');
    expect(write('out.md', '--force').stderr).toContain('[file/not-plain]');
    expect(read('target')).toBe('precious');
    expect(existsSync(at('nowhere'))).toBe(false);
    expect(lstatSync(at('out.md')).isFile()).toBe(false);
  });

  test('that comes to no end leaves what was there, and nothing half written', () => {
    space.write('finished.md', 'signed');
    const before = names();
    // No file may grow beyond a block, as on a disk that is full.
    for (const output of ['new.md', 'finished.md']) {
      const args = [...(WRITERS[name]?.() ?? []), ...END, '--force', '--output', at(output)];
      const { status, stderr } = shell(`ulimit -f 1; zerenzhi ${args.map((arg) => `'${arg}'`).join(' ')}`);
      expect([status, stderr]).toEqual([65, `${at(output)}: cannot be written: EFBIG [file/unwritable]\n`]);
    }
    expect(names()).toEqual(before);
    expect(read('finished.md')).toBe('signed');
  });
});

test('obligations --output is none of the units of a folder that is read', () => {
  mkdirSync(at('units'));
  space.write('units/a.yaml', UNIT);
  const { stderr } = zerenzhi(['obligations', at('units'), ...END, '--force', '--output', at('units/a.yaml')]);
  expect(stderr).toContain('[file/is-input]');
  expect(read('units/a.yaml')).toBe(UNIT);
});

test('interview writes a new document over nothing that it was started with', () => {
  const { stderr } = zerenzhi([
    'interview',
    '-o',
    at('organization.yaml'),
    ...END,
    '--output',
    at('organization.yaml'),
  ]);
  expect(stderr).toContain('[file/is-input]');
  expect(read('organization.yaml')).toBe(ORGANIZATION);
});

describe('a bulk run', () => {
  const RECORDS = '{}\n'.repeat(2_500);

  test('writes its checkpoint through no link', async () => {
    space.write('in.ndjson', RECORDS);
    space.write('precious', 'kept');
    symlinkSync(at('precious'), at('out.checkpoint.json.new'));
    await run(at('in.ndjson'), at('out'));
    expect(read('precious')).toBe('kept');
    expect(readlinkSync(at('out.checkpoint.json.new'))).toBe(at('precious'));
    expect(linesOf(at('out'))).toHaveLength(2_500);
  });

  test('goes on in no file that a link now leads to', async () => {
    space.write('in.ndjson', RECORDS);
    await interrupted(1_000, at('in.ndjson'), at('out'));
    const precious = `${read('out')}and more`;
    space.write('precious', precious);
    shell(`rm '${at('out')}'`);
    symlinkSync(at('precious'), at('out'));
    expect(await refusal(at('in.ndjson'), at('out'), { resume: true })).toEqual(['file/not-plain out']);
    expect(read('precious')).toBe(precious);
  });

  test('writes over neither the organization nor the policy', () => {
    space.write('in.ndjson', RECORDS);
    space.write('in.rejects.ndjson', ORGANIZATION);
    const { stderr } = zerenzhi([
      'assess',
      at('in.ndjson'),
      '-o',
      at('in.rejects.ndjson'),
      ...END,
      '--output',
      at('in'),
    ]);
    expect(stderr).toContain('[file/is-input]');
    expect(read('in.rejects.ndjson')).toBe(ORGANIZATION);
  });
});
