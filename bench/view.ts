// A table of generated incidents through the DuckDB view: node .bench/view.js COUNT
import { DuckDBInstance } from '@duckdb/node-api';
import { bindingOf } from '../src/create-policy.js';
import { columnsOf } from '../src/interop/sql/columns.js';
import { DIALECTS } from '../src/interop/sql/dialect.js';
import { tableOf, viewOf } from '../src/interop/sql/index.js';
import { optionsOf } from '../src/regulation/vocabulary.js';
import { megabytes } from './measure.js';

const count = Number(process.argv[2]);
const bound = bindingOf(undefined);
const sql = DIALECTS.duckdb;
/** A value drawn by the engine itself, unknown in half of the rows. */
const drawn = columnsOf(bound, sql).map((column): string => {
  if (column.holds === 'subject') return column.key === 'id' ? 'CAST(i AS VARCHAR)' : 'NULL';
  if (column.type === 'boolean') return 'CASE WHEN random() < 0.5 THEN random() < 0.5 END';
  if (column.type === 'instant') return "CASE WHEN random() < 0.5 THEN TIMESTAMPTZ '2018-01-01 00:00:00+08' + to_hours(CAST(random() * 50000 AS INTEGER)) END";
  const { min = 0, max = 6000 } = column.holds === 'fact' ? column.definition : {};
  if (column.type !== 'text') return `CASE WHEN random() < 0.5 THEN ${min} + CAST(random() * ${max - min} AS BIGINT) END`;
  const options = column.holds === 'fact' ? optionsOf(bound.regulation, column.definition).map(sql.text) : [];
  return `CASE WHEN random() < 0.5 THEN list_extract([${options.join(', ')}], 1 + CAST(floor(random() * ${options.length}) AS INTEGER)) END`;
});
const connection = await (await DuckDBInstance.create()).connect();
await connection.run('SELECT setseed(0.5)');
await connection.run(tableOf({ dialect: 'duckdb' }));
await connection.run(`INSERT INTO incidents SELECT ${drawn.join(', ')} FROM range(${count}) AS numbers(i)`);
await connection.run(viewOf({ dialect: 'duckdb', asOf: '2024-06-30' }));
const table = megabytes();
const provisions = bound.accountabilities.map(({ provision }) => `count(*) FILTER ("${provision.id}")`);
const start = performance.now();
const result = await connection.runAndReadAll(
  `SELECT coalesce(accountability, 'refused') AS status, count(*) AS incidents, sum(length(open_points)), ${provisions.join(', ')} FROM assessments GROUP BY 1 ORDER BY 1`,
);
const seconds = (performance.now() - start) / 1000;
const counts = Object.fromEntries(result.getRowsJson().map(([status, incidents]) => [String(status), Number(incidents)]));
console.log(JSON.stringify({ incidents: count, seconds, perSecond: Math.round(count / seconds), tableMegabytes: table, peakMegabytes: megabytes(), counts }));
