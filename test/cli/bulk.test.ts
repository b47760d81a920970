import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeEach, expect, test } from 'vitest';
import { assessIncident } from '../../src/index.js';
import { linesOf, newFolder, refusal, run } from '../support/bulk.js';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
const at = (name: string) => join(folder, name);
const command = (args: readonly string[]) => [
  'cli/dist/main.js',
  'assess',
  ...args,
  '--lang',
  'en',
  '--as-of',
  '2024-12-31',
];
const bulk = (...args: string[]) => spawnSync('node', command(args), { encoding: 'utf8' });

const SECRET = {
  id: 'a',
  occurredAt: '2024-05-06T08:00:00+08:00',
  incident: { occurred: true },
  leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] },
};

test('NDJSON: one line a record, in order, as each would be assessed alone; faulty records go into a file of their own, whole and with reasons', () => {
  writeFileSync(at('in.ndjson'), `\uFEFF${JSON.stringify(SECRET)}\n\n{"attak": 1}\nnot json\n{}\r\n`);
  const { status, stderr } = bulk(at('in.ndjson'), '--output', at('out.ndjson'));
  expect(status).toBe(65);
  expect(stderr).toContain('triggered 1, not triggered 0, undetermined 1, rejected 2');
  const alone = assessIncident(SECRET as never, { asOf: '2024-12-31' });
  const [first, second] = linesOf(at('out.ndjson'));
  expect(first).toEqual({
    position: 0,
    line: 1,
    incident: 'a',
    ...alone.accountability,
    openPoints: alone.openPoints.map(({ kind, id }) => `${kind}:${id}`),
  });
  expect(second).toMatchObject({ position: 3, line: 5, status: 'undetermined' });
  expect(linesOf(at('out.ndjson.rejects.ndjson'))).toMatchObject([
    { position: 1, line: 3, record: '{"attak": 1}', faults: [{ code: 'input/unknown-key', path: 'attak' }] },
    { position: 2, line: 4, record: 'not json', faults: [{ code: 'input/syntax' }] },
  ]);
  expect(existsSync(at('out.ndjson.checkpoint.json'))).toBe(false);
});

test('CSV: columns are facts; empty is unknown; sets are parted by |; what is hostile stays text', () => {
  const rows = [
    'id,title,occurredAt,incident.occurred,leak.occurred,leak.own-persons,leak.kinds,leak.persons,findings.large-scale-personal-information',
    'a,"=HYPERLINK(""http://x"")",2024-05-06T08:00:00+08:00,true,true,true,state-secret|personal-information,,',
    "b,'; DROP TABLE incidents; --,2024-05-06T08:00:00+08:00,true,false,true,[],30000,true",
    'c,,2024-05-06T08:00:00+08:00,maybe,,,,12abc,',
    'd,too,few',
    'e,,,,,,,,',
  ];
  writeFileSync(at('in.csv'), rows.join('\r\n'));
  const { status } = bulk(at('in.csv'), '--output', at('out.ndjson'));
  expect(status).toBe(65);
  expect(linesOf(at('out.ndjson')).map(({ incident, status, by }) => [incident, status, by])).toEqual([
    ['a', 'triggered', ['art9.p2.i3']],
    ['b', 'undetermined', []],
    ['e', 'undetermined', []],
  ]);
  expect(linesOf(at('out.ndjson.rejects.ndjson'))).toMatchObject([
    {
      line: 4,
      record: 'c,,2024-05-06T08:00:00+08:00,maybe,,,,12abc,',
      faults: [
        { code: 'table/yes-or-no', path: 'incident.occurred' },
        { code: 'input/invalid-type', path: 'leak.persons' },
      ],
    },
    { line: 5, record: 'd,too,few', faults: [{ code: 'csv/columns' }] },
  ]);
});

test('a column that names no fact is a fault of the file: nothing is written', () => {
  writeFileSync(at('in.csv'), 'id,leak.ocurred,__proto__\na,true,x\n');
  const { status, stderr } = bulk(at('in.csv'), '--output', at('out.ndjson'));
  expect(stderr).toContain('leak.ocurred: unknown key `leak.ocurred`; did you mean `leak.occurred`?');
  expect(stderr).toContain('__proto__');
  expect(status).toBe(65);
  expect(existsSync(at('out.ndjson'))).toBe(false);
});

test('Parquet gives what the same rows give as CSV', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (SELECT 'i' || i AS id, TIMESTAMPTZ '2024-05-06 08:00:00+08' AS "occurredAt", i % 2 = 0 AS "incident.occurred",
    i % 6 = 0 AS "leak.occurred", CASE WHEN i % 5 = 0 THEN NULL ELSE ['personal-information'] END AS "leak.kinds", i * 100 AS "leak.persons",
    i % 7 = 0 AS "findings.large-scale-personal-information" FROM range(3000) t(i)) TO '${at('in.parquet')}' (FORMAT parquet)`);
  await connection.run(`COPY (SELECT * REPLACE (strftime("occurredAt" AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ') AS "occurredAt", "leak.kinds"[1] AS "leak.kinds")
    FROM read_parquet('${at('in.parquet')}')) TO '${at('in.csv')}' (FORMAT csv, HEADER)`);
  bulk(at('in.parquet'), '--output', at('parquet.ndjson'));
  bulk(at('in.csv'), '--output', at('csv.ndjson'));
  const bare = (file: string) => linesOf(file).map(({ line, ...rest }) => rest);
  expect(linesOf(at('parquet.ndjson'))).toHaveLength(3000);
  expect(bare(at('parquet.ndjson'))).toEqual(bare(at('csv.ndjson')));
});

test('Parquet: numbers that are none, and instants that are none, are faults of their row', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (SELECT * FROM (VALUES ('a', 1.5::DOUBLE, TIMESTAMPTZ '2024-05-06 08:00:00.25+08'), ('b', 'nan'::DOUBLE, NULL), ('c', 'infinity'::DOUBLE, NULL),
    ('d', '-infinity'::DOUBLE, NULL), ('e', NULL, 'infinity'::TIMESTAMPTZ), ('f', 2, NULL)) t(id, "loss.yuan", "occurredAt")) TO '${at('a[1].parquet')}' (FORMAT parquet)`);
  const { counts } = await run(at('a[1].parquet'), at('out'));
  expect(counts).toMatchObject({ undetermined: 2, rejected: 4 });
  expect(linesOf(at('out')).map(({ position, incident }) => [position, incident])).toEqual([
    [0, 'a'],
    [5, 'f'],
  ]);
  expect(linesOf(at('out.rejects.ndjson'))).toMatchObject([
    {
      position: 1,
      record: '{"id":"b","loss.yuan":"NaN","occurredAt":null}',
      faults: [{ code: 'input/invalid-type', path: 'loss.yuan' }],
    },
    { position: 2, faults: [{ code: 'input/invalid-type', path: 'loss.yuan' }] },
    { position: 3, faults: [{ code: 'input/invalid-type', path: 'loss.yuan' }] },
    { position: 4, faults: [{ code: 'input/invalid-time', path: 'occurredAt' }] },
  ]);
});

test('Parquet: a file that is none is told so', async () => {
  writeFileSync(at('in.parquet'), 'id\na\n');
  expect(await refusal(at('in.parquet'), at('out'))).toEqual(['input/syntax in.parquet']);
  expect(existsSync(at('out'))).toBe(false);
});

test('CSV: a quote out of place is the fault of its own line, and of nothing else', async () => {
  const bad = new Set([250, 777, 778, 1_500, 2_000, 2_999]);
  const rows = Array.from({ length: 3_000 }, (_, i) => (bad.has(i) ? `i${i},"q"x,5` : `i${i},"t ""${i}""",${i}`));
  writeFileSync(at('in.csv'), ['id,title,loss.yuan', ...rows].join('\n'));
  const { counts } = await run(at('in.csv'), at('out'));
  expect(counts).toMatchObject({ undetermined: 2_994, rejected: 6 });
  expect(linesOf(at('out')).map(({ position, line, incident }) => [position, line, incident])).toEqual(
    rows.flatMap((_, i) => (bad.has(i) ? [] : [[i, i + 2, `i${i}`]])),
  );
  expect(linesOf(at('out.rejects.ndjson'))).toMatchObject(
    [...bad].map((i) => ({ position: i, line: i + 2, record: rows[i], faults: [{ code: 'csv/quote' }] })),
  );
});

test('CSV: a number that is more than a number can hold is refused, as it is in NDJSON', async () => {
  writeFileSync(at('in.csv'), 'id,loss.yuan\na,1e400\nb,-1e400\nc,1e300\n');
  writeFileSync(at('in.ndjson'), '{"id":"a","loss":{"yuan":1e400}}\n');
  await run(at('in.csv'), at('csv'));
  await run(at('in.ndjson'), at('ndjson'));
  expect(linesOf(at('csv.rejects.ndjson'))).toMatchObject([
    { record: 'a,1e400', faults: [{ code: 'input/invalid-type', path: 'loss.yuan' }] },
    { record: 'b,-1e400', faults: [{ path: 'loss.yuan' }] },
  ]);
  expect(linesOf(at('csv')).map(({ incident }) => incident)).toEqual(['c']);
  expect(linesOf(at('ndjson.rejects.ndjson'))).toMatchObject([
    { faults: [{ code: 'input/not-plain-data', path: 'loss.yuan' }] },
  ]);
});

test('CSV: what is wrong with the header is a fault of the file', async () => {
  writeFileSync(at('twice.csv'), 'id,loss.yuan,loss.yuan\na,1,2\n');
  expect(await refusal(at('twice.csv'), at('out'))).toEqual(['input/duplicate loss.yuan']);
  writeFileSync(at('quote.csv'), 'id,"title"x\na,1\n');
  expect(await refusal(at('quote.csv'), at('out'))).toEqual(['csv/quote quote.csv']);
  expect(existsSync(at('out'))).toBe(false);
});

test('NDJSON: what is no end of a line parts no record; what is not UTF-8 is kept byte for byte', async () => {
  writeFileSync(
    at('in.ndjson'),
    Buffer.concat([
      Buffer.from('{"id":"a","title":"b\u2028c\u0085d"}\n{"title":"'),
      Buffer.from([0xb8, 0xdf]),
      Buffer.from('"}\n{"id":"c"}'),
    ]),
  );
  await run(at('in.ndjson'), at('out'));
  expect(linesOf(at('out')).map(({ line, incident }) => [line, incident])).toEqual([
    [1, 'a'],
    [3, 'c'],
  ]);
  expect(linesOf(at('out.rejects.ndjson'))).toMatchObject([
    { line: 2, record: '{"title":"\u00b8\u00df"}', faults: [{ code: 'file/encoding' }] },
  ]);
});

test('a fault is told in each language without a word of the other', async () => {
  writeFileSync(at('in.csv'), 'id,title\na,"b"c\nd,e,f\n');
  writeFileSync(at('in.ndjson'), 'not json\n');
  await run(at('in.csv'), at('csv'));
  await run(at('in.ndjson'), at('ndjson'));
  const told = [...linesOf(at('csv.rejects.ndjson')), ...linesOf(at('ndjson.rejects.ndjson'))].flatMap(
    ({ faults }) => faults as { zh: string; en: string }[],
  );
  expect(told.map(({ zh }) => zh.replace(/^\S+: /, ''))).toEqual([
    '引号未成对或不在单元格两端；单元格内的引号应写两个，并给整个单元格加引号 [csv/quote]',
    '应有 2 列，实有 3 列 [csv/columns]',
    '不是合格的 JSON [input/syntax]',
  ]);
  expect(told.map(({ en }) => en.replace(/^\S+: /, ''))).toEqual([
    'a quote is not closed, or not at the ends of its cell; write a quote within a cell twice, and put the cell in quotes [csv/quote]',
    'expected 2 columns, found 3 [csv/columns]',
    'not well-formed JSON [input/syntax]',
  ]);
});

test('a run that was killed goes on where it stopped, and comes out as if it had not been', async () => {
  const records = Array.from({ length: 12_000 }, (_, i) =>
    JSON.stringify(i % 1_001 === 0 ? { id: i } : { ...SECRET, id: `i${i}`, loss: { yuan: i } }),
  );
  writeFileSync(at('in.ndjson'), records.join('\n'));
  const child = spawn('node', command([at('in.ndjson'), '--output', at('out.ndjson'), '--threads', '2']));
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const progress = () =>
    existsSync(at('out.ndjson.checkpoint.json'))
      ? (JSON.parse(readFileSync(at('out.ndjson.checkpoint.json'), 'utf8')) as { records: number }).records
      : 0;
  while (progress() < 2_000) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await ended;
  const done = progress();
  expect(done).toBeLessThan(12_000);

  expect(bulk(at('in.ndjson'), '--output', at('out.ndjson'), '--resume').stderr).toContain('[file/locked]');
  rmSync(at('out.ndjson.lock'));
  expect(bulk(at('in.ndjson'), '--output', at('out.ndjson')).stderr).toContain(
    'go on with --resume, or name another output [file/interrupted]',
  );
  const resumed = bulk(at('in.ndjson'), '--output', at('out.ndjson'), '--resume');
  expect(resumed.stderr).toContain(`(${done} of them before the interruption)`);
  bulk(at('in.ndjson'), '--output', at('whole.ndjson'), '--threads', '0');
  for (const suffix of ['', '.rejects.ndjson'])
    expect(readFileSync(at(`out.ndjson${suffix}`)).equals(readFileSync(at(`whole.ndjson${suffix}`)))).toBe(true);
  expect(linesOf(at('out.ndjson')).length + linesOf(at('out.ndjson.rejects.ndjson')).length).toBe(12_000);
});

test.each([
  ['--output without an input', ['--output', 'out'], '--output needs exactly one'],
  [
    '--output with a document that is no list of incidents',
    ['a.yaml', '--output', 'out'],
    '--output needs exactly one',
  ],
  ['--output with two inputs', ['a.csv', 'b.csv', '--output', 'out'], '--output needs exactly one'],
  ['--output with --json', ['a.csv', '--output', 'out', '--json'], '--output writes NDJSON'],
  ['--output with --format', ['a.csv', '--output', 'out', '--format', 'html'], '--output writes NDJSON'],
  ['--resume without --output', ['a.csv', '--resume'], '--resume and --threads go with --output only'],
  ['--threads without --output', ['a.csv', '--threads', '0'], '--resume and --threads go with --output only'],
  ['threads that are no number', ['a.csv', '--output', 'out', '--threads', 'abc'], '0–64'],
  ['half a thread', ['a.csv', '--output', 'out', '--threads', '1.5'], '0–64'],
  ['fewer than no threads', ['a.csv', '--output', 'out', '--threads=-1'], '0–64'],
  ['threads beyond reason', ['a.csv', '--output', 'out', '--threads', '65'], '0–64'],
])('%s is a fault of usage', (_, args, expected) => {
  const { status, stderr } = bulk(...args);
  expect(stderr).toContain(expected);
  expect(status).toBe(64);
});
