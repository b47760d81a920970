import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { interrupted, linesOf, newFolder, refusal, run } from '../support/bulk.js';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
const at = (name: string) => join(folder, name);
const write = (name: string, text: string) => writeFileSync(at(name), text);
const read = (name: string) => readFileSync(at(name), 'utf8');
const names = () => readdirSync(folder).sort();
const command = (args: readonly string[]) => [
  'cli/dist/main.js',
  'assess',
  ...args,
  '--lang',
  'en',
  '--as-of',
  '2024-12-31',
];

const RECORDS = `${Array.from({ length: 2_500 }, (_, i) => (i % 100 === 7 ? '{"id": 7}' : `{"id":"i${i}"}`)).join('\n')}\n`;

describe('what is there already is not written to', () => {
  test('the input is none of the files that are written, by whatever name', async () => {
    write('in.rejects.ndjson', RECORDS);
    expect(await refusal(at('in.rejects.ndjson'), at('in'))).toEqual(['file/is-input in.rejects.ndjson']);
    expect(await refusal(at('in.rejects.ndjson'), at('in.rejects.ndjson'))).toEqual([
      'file/is-input in.rejects.ndjson',
    ]);
    symlinkSync(at('in.rejects.ndjson'), at('link.ndjson'));
    expect(await refusal(at('in.rejects.ndjson'), at('link.ndjson'))).toEqual(['file/is-input link.ndjson']);
    expect(read('in.rejects.ndjson')).toBe(RECORDS);
    expect(names()).toEqual(['in.rejects.ndjson', 'link.ndjson']);
  });

  test('the input is not resumed into itself either', async () => {
    write('in.ndjson', RECORDS);
    await interrupted(1_000, at('in.ndjson'), at('out'));
    rmSync(at('out.rejects.ndjson'));
    symlinkSync(at('in.ndjson'), at('out.rejects.ndjson'));
    expect(await refusal(at('in.ndjson'), at('out'), { resume: true })).toEqual(['file/is-input out.rejects.ndjson']);
    expect(read('in.ndjson')).toBe(RECORDS);
  });

  test.each([
    ['results of an earlier run', ['out'], ['file/exists out']],
    ['rejects of an earlier run', ['out.rejects.ndjson'], ['file/exists out.rejects.ndjson']],
    ['both', ['out', 'out.rejects.ndjson'], ['file/exists out', 'file/exists out.rejects.ndjson']],
    ['a checkpoint without the rest', ['out.checkpoint.json'], ['file/interrupted out.checkpoint.json']],
    [
      'all that an interrupted run leaves',
      ['out', 'out.rejects.ndjson', 'out.checkpoint.json'],
      ['file/interrupted out.checkpoint.json'],
    ],
  ])('%s', async (_, before, expected) => {
    write('in.ndjson', RECORDS);
    for (const name of before) write(name, 'precious');
    expect(await refusal(at('in.ndjson'), at('out'))).toEqual(expected);
    for (const name of before) expect(read(name)).toBe('precious');
    expect(names()).toEqual([...before, 'in.ndjson'].sort());
  });

  test('a folder, a folder that is not there, and a folder for an input are told by their codes', async () => {
    write('in.ndjson', RECORDS);
    mkdirSync(at('x.ndjson'));
    expect(await refusal(at('in.ndjson'), at('x.ndjson'))).toEqual(['file/exists x.ndjson']);
    expect(await refusal(at('in.ndjson'), at('nowhere/x'))).toEqual(['file/unwritable x']);
    expect(await refusal(at('x.ndjson'), at('out'))).toEqual(['file/unreadable x.ndjson']);
    expect(await refusal(at('none.ndjson'), at('out'))).toEqual(['file/unreadable none.ndjson']);
    expect(names()).toEqual(['in.ndjson', 'x.ndjson']);
  });

  test('a setting that is at fault is told before any file is made', async () => {
    write('in.ndjson', RECORDS);
    expect(await refusal(at('in.ndjson'), at('out'), { setting: { policy: {}, asOf: 'soon' } })).toEqual([
      'input/invalid-time asOf',
    ]);
    expect(
      await refusal(at('in.ndjson'), at('out'), { setting: { policy: {}, organization: { untis: [] } as never } }),
    ).toEqual(['input/unknown-key untis']);
    expect(await refusal(at('in.ndjson'), at('out'), { setting: { policy: { profile: 'none' } as never } })).toEqual([
      'policy/unknown-profile profile',
    ]);
    expect(names()).toEqual(['in.ndjson']);
    await run(at('in.ndjson'), at('out'));
    expect(names()).toEqual(['in.ndjson', 'out', 'out.rejects.ndjson']);
  });
});

describe('a run that was interrupted', () => {
  const resume = { resume: true };
  beforeEach(async () => {
    write('in.ndjson', RECORDS);
    await interrupted(1_000, at('in.ndjson'), at('out'));
  });

  test('goes on, and comes out as if it had not been; then it is finished', async () => {
    // What it half wrote after its last checkpoint is not kept.
    writeFileSync(at('out'), '{"half a li', { flag: 'a' });
    const { resumed } = await run(at('in.ndjson'), at('out'), resume);
    expect(resumed).toBe(1_000);
    await run(at('in.ndjson'), at('whole'));
    expect(read('out')).toBe(read('whole'));
    expect(read('out.rejects.ndjson')).toBe(read('whole.rejects.ndjson'));
    expect(names()).toEqual(['in.ndjson', 'out', 'out.rejects.ndjson', 'whole', 'whole.rejects.ndjson']);
    expect(await refusal(at('in.ndjson'), at('out'), resume)).toEqual(['file/finished out']);
  });

  test('is the same run by another path of the same input', async () => {
    symlinkSync(at('in.ndjson'), at('link.ndjson'));
    await interrupted(1_000, relative(process.cwd(), at('in.ndjson')), at('out'), resume);
    expect(await refusal(at('link.ndjson'), at('out'), resume)).toEqual([]);
  });

  test('begins at its start if it had done nothing yet, whatever of its files was made by then', async () => {
    rmSync(at('out'));
    rmSync(at('out.rejects.ndjson'));
    const nothing = { triggered: 0, 'not-triggered': 0, undetermined: 0, rejected: 0 };
    write(
      'out.checkpoint.json',
      JSON.stringify({
        ...JSON.parse(read('out.checkpoint.json')),
        records: 0,
        results: 0,
        rejects: 0,
        counts: nothing,
      }),
    );
    expect(await refusal(at('in.ndjson'), at('out'), resume)).toEqual([]);
    expect(linesOf(at('out'))).toHaveLength(2_475);
  });

  const spoiled: [string, () => void, string][] = [
    ['its results are gone', () => rmSync(at('out')), 'file/too-short out'],
    ['its results are shorter than they were', () => truncateSync(at('out'), 10), 'file/too-short out'],
    ['its rejects are gone', () => rmSync(at('out.rejects.ndjson')), 'file/too-short out.rejects.ndjson'],
    ['its checkpoint is empty', () => write('out.checkpoint.json', ''), 'file/not-a-checkpoint out.checkpoint.json'],
    [
      'its checkpoint is no checkpoint',
      () => write('out.checkpoint.json', read('out.checkpoint.json').replace('"records":1000', '"records":-1')),
      'file/not-a-checkpoint out.checkpoint.json',
    ],
    [
      'its input is another of the same length',
      () => write('in.ndjson', RECORDS.replaceAll('i', 'k')),
      'file/other-run out',
    ],
    [
      'its input was touched',
      () => utimesSync(at('in.ndjson'), new Date('2025-01-01T00:00:00Z'), new Date('2025-01-01T00:00:00Z')),
      'file/other-run out',
    ],
  ];
  test.each(spoiled)('does not go on where %s, and leaves all as it is', async (_, spoil, expected) => {
    spoil();
    const before = names().map((name) => [name, read(name)]);
    expect(await refusal(at('in.ndjson'), at('out'), resume)).toEqual([expected]);
    expect(names().map((name) => [name, read(name)])).toEqual(before);
  });

  test('does not go on by another setting', async () => {
    expect(
      await refusal(at('in.ndjson'), at('out'), {
        ...resume,
        setting: { policy: { presume: false }, asOf: '2024-12-31' },
      }),
    ).toEqual(['file/other-run out']);
    expect(
      await refusal(at('in.ndjson'), at('out'), { ...resume, setting: { policy: {}, asOf: '2025-12-31' } }),
    ).toEqual(['file/other-run out']);
  });
});

describe('one run at a time', () => {
  test('a second run on the same output is refused while the first goes on, and leaves nothing of its own', async () => {
    write('in.ndjson', RECORDS);
    let second: Promise<string[]> | undefined;
    await run(at('in.ndjson'), at('out'), {
      progress: () => (second ??= refusal(at('in.ndjson'), at('out'), { resume: true })),
    });
    expect(await second).toEqual(['file/locked out.lock']);
    expect(linesOf(at('out'))).toHaveLength(2_475);
    expect(names()).toEqual(['in.ndjson', 'out', 'out.rejects.ndjson']);
  });

  test('a lock that a killed process left is told with the number of the process, and what to do', () => {
    write('in.ndjson', RECORDS);
    write('out.lock', '4711');
    const { stderr, status } = spawnSync('node', command([at('in.ndjson'), '--output', at('out')]), {
      encoding: 'utf8',
    });
    expect(stderr).toBe(
      `${at('out.lock')}: process 4711 is writing the output; delete this file if that process is no longer running [file/locked]\n`,
    );
    expect(status).toBe(65);
    expect(names()).toEqual(['in.ndjson', 'out.lock']);
  });

  test('a run that is asked to end gives its output free, to go on later', async () => {
    write('in.ndjson', RECORDS.repeat(10));
    const child = spawn('node', command([at('in.ndjson'), '--output', at('out')]));
    const ended = new Promise((resolve) => child.on('exit', resolve));
    while (!existsSync(at('out')) || statSync(at('out')).size === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    expect(names()).toEqual(['in.ndjson', 'out', 'out.checkpoint.json', 'out.rejects.ndjson']);
    expect(await refusal(at('in.ndjson'), at('out'), { resume: true })).toEqual([]);
    expect(linesOf(at('out'))).toHaveLength(24_750);
  });
});
