import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeEach, expect, test } from 'vitest';
import { assessIncident } from '../src/index.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bulk-'));
});
const at = (name: string) => join(folder, name);
const command = (args: readonly string[]) => ['dist/cli.js', 'assess', ...args, '--lang', 'en', '--as-of', '2024-12-31'];
const bulk = (...args: string[]) => spawnSync('node', command(args), { encoding: 'utf8' });
const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { [key: string]: unknown });

const SECRET = {
  id: 'a',
  occurredAt: '2024-05-06T08:00:00+08:00',
  incident: { occurred: true },
  leak: { occurred: true, 'own-side': true, kinds: ['state-secret'] },
};

test('NDJSON: one line a record, in order, as each would be assessed alone; faulty records go into a file of their own, whole and with reasons', () => {
  writeFileSync(at('in.ndjson'), `\uFEFF${JSON.stringify(SECRET)}\n\n{"attak": 1}\nnot json\n{}\r\n`);
  const { status, stderr } = bulk(at('in.ndjson'), '--output', at('out.ndjson'));
  expect(status).toBe(65);
  expect(stderr).toContain('triggered 1, not triggered 0, undetermined 1, rejected 2');
  const alone = assessIncident(SECRET as never, { asOf: '2024-12-31' });
  const [first, second] = lines(at('out.ndjson'));
  expect(first).toEqual({ position: 0, line: 1, incident: 'a', ...alone.accountability, openPoints: alone.openPoints.map(({ kind, id }) => `${kind}:${id}`) });
  expect(second).toMatchObject({ position: 3, line: 5, status: 'undetermined' });
  expect(lines(at('out.ndjson.rejects.ndjson'))).toMatchObject([
    { position: 1, line: 3, record: '{"attak": 1}', faults: [{ code: 'input/unknown-key', path: 'attak' }] },
    { position: 2, line: 4, record: 'not json', faults: [{ code: 'input/syntax' }] },
  ]);
  expect(existsSync(at('out.ndjson.checkpoint.json'))).toBe(false);
});

test('CSV: columns are facts; empty is unknown; sets are parted by |; what is hostile stays text', () => {
  const rows = [
    'id,title,occurredAt,incident.occurred,leak.occurred,leak.own-side,leak.kinds,leak.persons,findings.large-scale-personal-information',
    'a,"=HYPERLINK(""http://x"")",2024-05-06T08:00:00+08:00,true,true,true,state-secret|personal-information,,',
    "b,'; DROP TABLE incidents; --,2024-05-06T08:00:00+08:00,true,false,true,[],30000,true",
    'c,,2024-05-06T08:00:00+08:00,yes,,,,12abc,',
    'd,too,few',
    'e,,,,,,,,',
  ];
  writeFileSync(at('in.csv'), rows.join('\r\n'));
  const { status } = bulk(at('in.csv'), '--output', at('out.ndjson'));
  expect(status).toBe(65);
  expect(lines(at('out.ndjson')).map(({ incident, status, by }) => [incident, status, by])).toEqual([
    ['a', 'triggered', ['art9.p2.i3']],
    ['b', 'undetermined', []],
    ['e', 'undetermined', []],
  ]);
  expect(lines(at('out.ndjson.rejects.ndjson'))).toMatchObject([
    {
      line: 4,
      faults: [
        { code: 'input/invalid-type', path: 'incident.occurred' },
        { code: 'input/invalid-type', path: 'leak.persons' },
      ],
    },
    { line: 5, record: 'd,too,few', faults: [{ code: 'input/syntax' }] },
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
    i % 3 = 0 AS "leak.occurred", CASE WHEN i % 5 = 0 THEN NULL ELSE ['personal-information'] END AS "leak.kinds", i * 100 AS "leak.persons",
    i % 7 = 0 AS "findings.large-scale-personal-information" FROM range(3000) t(i)) TO '${at('in.parquet')}' (FORMAT parquet)`);
  await connection.run(`COPY (SELECT * REPLACE (strftime("occurredAt" AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ') AS "occurredAt", "leak.kinds"[1] AS "leak.kinds")
    FROM read_parquet('${at('in.parquet')}')) TO '${at('in.csv')}' (FORMAT csv, HEADER)`);
  bulk(at('in.parquet'), '--output', at('parquet.ndjson'));
  bulk(at('in.csv'), '--output', at('csv.ndjson'));
  const bare = (file: string) => lines(file).map(({ line, ...rest }) => rest);
  expect(lines(at('parquet.ndjson'))).toHaveLength(3000);
  expect(bare(at('parquet.ndjson'))).toEqual(bare(at('csv.ndjson')));
});

test('a run that was killed goes on where it stopped, and comes out as if it had not been', async () => {
  const records = Array.from({ length: 30_000 }, (_, i) => JSON.stringify(i % 1_001 === 0 ? { id: i } : { ...SECRET, id: `i${i}`, loss: { yuan: i } }));
  writeFileSync(at('in.ndjson'), records.join('\n'));
  const child = spawn('node', command([at('in.ndjson'), '--output', at('out.ndjson')]));
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const progress = () =>
    existsSync(at('out.ndjson.checkpoint.json')) ? (JSON.parse(readFileSync(at('out.ndjson.checkpoint.json'), 'utf8')) as { records: number }).records : 0;
  while (progress() < 2_000) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await ended;
  const done = progress();
  expect(done).toBeLessThan(30_000);
  // What the dying run half wrote is not kept.
  writeFileSync(at('out.ndjson'), '{"half a li', { flag: 'a' });

  expect(bulk(at('in.ndjson'), '--output', at('out.ndjson')).stderr).toContain('[file/exists]');
  expect(bulk(at('in.ndjson'), '--output', at('out.ndjson'), '--resume', '--no-presume').stderr).toContain('[file/other-run]');
  const resumed = bulk(at('in.ndjson'), '--output', at('out.ndjson'), '--resume');
  expect(resumed.stderr).toContain(`(${done} of them before the interruption)`);
  bulk(at('in.ndjson'), '--output', at('whole.ndjson'), '--threads', '0');
  for (const suffix of ['', '.rejects.ndjson']) expect(readFileSync(at(`out.ndjson${suffix}`)).equals(readFileSync(at(`whole.ndjson${suffix}`)))).toBe(true);
  expect(lines(at('out.ndjson')).length + lines(at('out.ndjson.rejects.ndjson')).length).toBe(30_000);
});

test('--output without exactly one such file is a fault of usage', () => {
  expect(bulk('--output', at('out.ndjson')).status).toBe(64);
  expect(bulk('a.yaml', '--output', at('out.ndjson')).status).toBe(64);
});
