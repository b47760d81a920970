// A table of generated incidents through the DuckDB view: node .bench/view.js COUNT
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { incidentRules } from '../src/interop/incident-rules.js';
import { mappingOf, tableOf, viewOf } from '../src/interop/sql/index.js';
import { rulesetOf, standardPolicy } from '../src/policy/create-policy.js';
import { randomIncident, seeded } from '../test/support/incidents.js';
import { megabytes } from './measure.js';

const count = Number(process.argv[2]);
// The incidents of the stream, most of them in order; beyond so many the same ones come again.
const POOL = Math.min(count, 2_000);
const random = seeded(1);
const folder = mkdtempSync(join(tmpdir(), 'zerenzhi-'));
const file = join(folder, 'incidents.ndjson');
writeFileSync(
  file,
  Array.from({ length: POOL }, (_, i) => JSON.stringify({ ...randomIncident(random), id: String(i) })).join('\n'),
);
const connection = await (await DuckDBInstance.create()).connect();
await connection.run(`CREATE TABLE received AS SELECT json AS document FROM read_ndjson_objects('${file}')`);
rmSync(folder, { recursive: true });
await connection.run(`CREATE TABLE pool AS ${mappingOf({ dialect: 'duckdb', from: 'received', column: 'document' })}`);
await connection.run(tableOf({ dialect: 'duckdb' }));
await connection.run(
  `INSERT INTO incidents SELECT pool.* REPLACE (CAST(CAST(id AS BIGINT) + ${POOL} * i AS VARCHAR) AS id) FROM pool, range(${Math.ceil(count / POOL)}) AS numbers(i) LIMIT ${count}`,
);
await connection.run(viewOf({ dialect: 'duckdb', asOf: '2024-06-30' }));
const table = megabytes();
const rules = incidentRules(rulesetOf(standardPolicy())).map(({ name }) => `count(*) FILTER ("${name}")`);
const start = performance.now();
const result = await connection.runAndReadAll(
  `SELECT coalesce(accountability, 'refused') AS status, count(*) AS incidents, sum(length(open_points)), ${rules.join(', ')} FROM assessments GROUP BY 1 ORDER BY 1`,
);
const seconds = (performance.now() - start) / 1000;
const counts = Object.fromEntries(
  result.getRowsJson().map(([status, incidents]) => [String(status), Number(incidents)]),
);
console.log(
  JSON.stringify({
    incidents: count,
    seconds,
    perSecond: Math.round(count / seconds),
    tableMegabytes: table,
    peakMegabytes: megabytes(),
    counts,
  }),
);
