import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readCheckpoint } from '../../cli/src/bulk/checkpoint.js';
import { filesOf } from '../../cli/src/bulk/files.js';
import { BulkOutput } from '../../cli/src/bulk/output.js';
import { writeWhole } from '../../cli/src/whole-file.js';
import { interrupted, linesOf, refusal, run } from '../support/bulk.js';
import { runHere, shell, workspace, zerenzhi } from '../support/command.js';

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

describe('a link', () => {
  const KINDS = [
    ['to a file', 'precious'],
    ['that leads nowhere', 'nowhere'],
  ] as const;
  /** A link under a name, to what is precious or to nothing. */
  const plant = (name: string, to: string) => {
    space.write('precious', 'kept');
    symlinkSync(at(to), at(name));
  };
  const isUntouched = (name: string, to: string) => {
    expect(read('precious')).toBe('kept');
    expect(existsSync(at('nowhere'))).toBe(false);
    expect(readlinkSync(at(name))).toBe(at(to));
  };

  describe.each(KINDS)('%s', (_, to) => {
    test.each([
      ['init', () => ['init', 'incident', '--output', at('out')]],
      ['init cases', () => ['init', 'cases', '--output', at('out.csv')]],
      ['diff-case', () => ['diff-case', at('record.json'), at('incident.yaml'), ...END, '--record', at('out.json')]],
      ['interview', () => ['interview', at('incident.yaml'), ...END, '--output', at('out.yaml')]],
      ['obligations', () => ['obligations', at('unit.yaml'), ...END, '--json', '--output', at('out.json')]],
    ])('is not written through by %s', async (_, args) => {
      space.write('record.json', (await runHere(['record', at('incident.yaml'), ...END])).stdout);
      const output = basename(args().at(-1) ?? '');
      plant(output, to);
      const before = names();
      const { status, stderr } = await runHere(args());
      expect([status, stderr]).toEqual([65, expect.stringContaining('[file/exists]')]);
      if (args()[0] === 'init') expect((await runHere([...args(), '--force'])).stderr).toContain('[file/not-plain]');
      isUntouched(output, to);
      expect(names()).toEqual(before);
    });

    test.each([
      ['out', 'file/exists out', 'file/not-plain out'],
      ['out.rejects.ndjson', 'file/exists out.rejects.ndjson', 'file/not-plain out.rejects.ndjson'],
      ['out.checkpoint.json', 'file/interrupted out.checkpoint.json', 'file/not-plain out.checkpoint.json'],
      ['out.lock', 'file/not-plain out.lock', 'file/not-plain out.lock'],
    ])('is not written through by a bulk run that would write %s', async (name, begun, resumed) => {
      space.write('in.ndjson', '{}\n');
      plant(name, to);
      const before = names();
      expect(await refusal(at('in.ndjson'), at('out'))).toEqual([begun]);
      expect(await refusal(at('in.ndjson'), at('out'), { resume: true })).toEqual([resumed]);
      isUntouched(name, to);
      expect(names()).toEqual(before);
    });

    test('is not written through where somebody guesses the name of what is put in place later', () => {
      const guessed = '.zerenzhi-0000000000000000.tmp';
      plant(guessed, to);
      space.write('in.ndjson', '{}\n');
      space.write('finished.md', 'signed');
      const before = names();
      const preload = [
        "import crypto from 'node:crypto'",
        "import { syncBuiltinESMExports } from 'node:module'",
        'crypto.randomBytes = (size) => Buffer.alloc(size)',
        'syncBuiltinESMExports()',
      ].join(';');
      const env = `NODE_OPTIONS='--import=data:text/javascript,${encodeURIComponent(preload).replaceAll("'", '%27')}'`;
      for (const args of [
        `memo '${at('incident.yaml')}' --output '${at('new.md')}'`,
        `memo '${at('incident.yaml')}' --output '${at('finished.md')}' --force`,
        `assess '${at('in.ndjson')}' --output '${at('out')}'`,
      ])
        expect(shell(`${env} zerenzhi ${args} ${END.join(' ')}`).status).toBe(65);
      isUntouched(guessed, to);
      expect(read('finished.md')).toBe('signed');
      expect(names()).toEqual(before);
    });

    test('that came in since the output was looked at is not written through either', () => {
      plant('out', to);
      expect(() => writeWhole({ file: at('out'), replace: false }, 'new')).toThrow('file/exists');
      isUntouched('out', to);
      // What is to be replaced goes, and what the link leads to does not.
      writeWhole({ file: at('out'), replace: true }, 'new');
      expect(read('out')).toBe('new');
      expect(read('precious')).toBe('kept');
      expect(existsSync(at('nowhere'))).toBe(false);
    });
  });
});

test('what is replaced may be read and written by the same as before', () => {
  for (const mode of [0o600, 0o666]) {
    space.write('finished.md', 'signed');
    chmodSync(at('finished.md'), mode);
    expect(zerenzhi([...(WRITERS.memo?.() ?? []), ...END, '--output', at('finished.md'), '--force']).stderr).toBe('');
    expect(statSync(at('finished.md')).mode & 0o777).toBe(mode);
  }
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

  test('takes nothing for a lock that is none, and says nobody may delete it', async () => {
    space.write('in.ndjson', RECORDS);
    space.write('out.lock', 'a list of locks');
    expect(await refusal(at('in.ndjson'), at('out'))).toEqual(['file/exists out.lock']);
    expect(read('out.lock')).toBe('a list of locks');
  });

  test('goes on through no link that came in since its files were looked at', async () => {
    space.write('in.ndjson', RECORDS);
    await interrupted(1_000, at('in.ndjson'), at('out'));
    const checkpoint = readCheckpoint(at('out.checkpoint.json'));
    space.write('precious', `${read('out')}and more`);
    rmSync(at('out'));
    symlinkSync(at('precious'), at('out'));
    if (checkpoint) expect(() => new BulkOutput(filesOf(at('out')), { checkpoint, resumed: true })).toThrow('ELOOP');
    expect(read('precious')).toMatch(/and more$/);
  });

  test.each(['out', 'out.rejects.ndjson'])('goes on in no %s that is another file by a second name', async (name) => {
    space.write('in.ndjson', `{"id":1}\n${RECORDS}`);
    await interrupted(1_000, at('in.ndjson'), at('out'));
    const checkpoint = readCheckpoint(at('out.checkpoint.json'));
    const precious = `${read(name)}and more`;
    space.write('precious', precious);
    rmSync(at(name));
    linkSync(at('precious'), at(name));
    expect(await refusal(at('in.ndjson'), at('out'), { resume: true })).toEqual([`file/not-plain ${name}`]);
    if (checkpoint) expect(() => new BulkOutput(filesOf(at('out')), { checkpoint, resumed: true })).toThrow('EMLINK');
    expect(read('precious')).toBe(precious);
  });

  test('whose file somebody else makes in the same moment leaves theirs, and nothing of its own', () => {
    const counts = { triggered: 0, 'not-triggered': 0, undetermined: 0, rejected: 0 };
    const checkpoint = { run: '', asOf: '', records: 0, results: 0, rejects: 0, counts };
    space.write('out.rejects.ndjson', 'theirs');
    const before = names();
    expect(() => new BulkOutput(filesOf(at('out')), { checkpoint, resumed: false })).toThrow('EEXIST');
    expect(names()).toEqual(before);
    expect(read('out.rejects.ndjson')).toBe('theirs');
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
