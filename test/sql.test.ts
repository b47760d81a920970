import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import { SparkSQL } from 'dt-sql-parser';
import { describe, expect, test } from 'vitest';
import { loadRegulation, regulationOf } from '../src/authoring/index.js';
import { assessIncident, createPolicy, type Incident, type Organization, type Policy, ZerenzhiError } from '../src/index.js';
import { rulesOf } from '../src/interop/json-rules-engine/index.js';
import { type Dialect, mappingOf, queryOf, type Row, rowOf, rowsOf, tableOf, viewOf } from '../src/interop/sql/index.js';
import { openInputs } from '../src/logic/open-points.js';
import { readYaml } from './support/fixtures.js';
import { randomIncident, repaired, seeded } from './support/incidents.js';

const asOf = '2024-06-30';
const POLICIES: { [name: string]: Policy } = {
  'the bare text': createPolicy(),
  'terms with numbers, some for a time': createPolicy({
    profile: 'national-analogy',
    terms: {
      'prolonged-outage': [
        { hours: 24, until: '2024-05-07' },
        { hours: 5, from: '2024-05-07' },
      ],
      'timely-report': { hours: 1 },
      'timely-rectification': { hours: 24 },
    },
    rulings: { 'art8.clock': 'discovery' },
    issueDate: '2019-11-08',
  }),
  'nothing presumed, a ruling from a day': createPolicy({
    presume: false,
    terms: { 'timely-report': { hours: 1.5 }, 'timely-handling': { hours: 1 / 3 } },
    rulings: { 'art9.p2.i3.leak': [{ reading: 'own-disclosure', from: '2024-05-07' }] },
  }),
};

/** What an assessment says, as the view says it: nothing of an incident that is refused. */
function assessed(incident: Incident, policy: Policy): Row {
  try {
    const { accountability, findings } = assessIncident(incident, { policy, asOf });
    const truths = findings.map(({ provision, status }) => [provision, status === 'undetermined' ? null : status === 'met']);
    const open = new Set(findings.flatMap(({ reason }) => openInputs(reason).map(({ kind, id }) => `${kind}:${id}`)));
    return { ...Object.fromEntries(truths), accountability: accountability.status, open_points: [...open].sort().join(','), refused: false };
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) throw error;
    return { refused: true };
  }
}

function sorted({ id: _, unit: __, system: ___, ...row }: Row): Row {
  if (row.refused) return { refused: true };
  return { ...row, open_points: String(row.open_points).split(',').sort().join(',') };
}

const incidentsOf = (seed: number, count: number): Incident[] => {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => ({ ...randomIncident(random), id: String(i) }));
};

const duckdb = async (): Promise<DuckDBConnection> => (await DuckDBInstance.create()).connect();
const rowsIn = async (connection: DuckDBConnection, query: string): Promise<Row[]> => (await connection.runAndReadAll(query)).getRowObjectsJson() as Row[];

/** Rows numbered by their `id`. */
const inOrder = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => Number(a.id) - Number(b.id));

async function throughDuckdb(incidents: readonly Incident[], policy: Policy): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zerenzhi-'));
  const file = join(folder, 'incidents.ndjson');
  writeFileSync(file, incidents.map((incident) => JSON.stringify(incident)).join('\n'));
  const connection = await duckdb();
  await connection.run(`CREATE TABLE received AS SELECT json AS document FROM read_ndjson_objects('${file}')`);
  await connection.run(tableOf({ policy, dialect: 'duckdb' }));
  await connection.run(`INSERT INTO incidents ${mappingOf({ policy, dialect: 'duckdb', from: 'received', column: 'document' })}`);
  await connection.run(viewOf({ policy, dialect: 'duckdb', asOf }));
  const rows = await rowsIn(connection, 'SELECT * FROM assessments');
  rmSync(folder, { recursive: true });
  return inOrder(rows);
}

async function throughPostgres(incidents: readonly Incident[], policy: Policy): Promise<Row[]> {
  const database = new PGlite();
  await database.exec('CREATE TABLE received (document jsonb)');
  await database.query('INSERT INTO received SELECT jsonb_array_elements($1::jsonb)', [JSON.stringify(incidents)]);
  await database.exec(tableOf({ policy, dialect: 'postgres' }));
  await database.exec(`INSERT INTO incidents ${mappingOf({ policy, dialect: 'postgres', from: 'received', column: 'document' })}`);
  await database.exec(viewOf({ policy, dialect: 'postgres', asOf }));
  const { rows } = await database.query<Row>('SELECT * FROM assessments');
  await database.close();
  return inOrder(rows);
}

describe.each(Object.entries(POLICIES))('%s', (name, policy) => {
  const seed = Object.keys(POLICIES).indexOf(name);

  test('DuckDB says what the assessment says of 7,000 incidents, the refused ones among them', { timeout: 120_000 }, async () => {
    const incidents = incidentsOf(seed, 7_000);
    const rows = await throughDuckdb(incidents, policy);
    expect(rows).toHaveLength(incidents.length);
    const expected = incidents.map((incident) => assessed(incident, policy));
    incidents.forEach((incident, i) => expect(sorted(rows[i] as Row), JSON.stringify(incident)).toEqual(expected[i]));
    const statuses = new Set(expected.map((row) => row.accountability ?? 'refused'));
    expect([...statuses].sort()).toEqual(['not-triggered', 'refused', 'triggered', 'undetermined']);
  });

  test('PostgreSQL says the same of 700', { timeout: 120_000 }, async () => {
    const incidents = incidentsOf(seed + 100, 700);
    const rows = await throughPostgres(incidents, policy);
    incidents.forEach((incident, i) => expect(sorted(rows[i] as Row), JSON.stringify(incident)).toEqual(assessed(incident, policy)));
  });

  test('the Spark SQL text is of that grammar', () => {
    const parser = new SparkSQL();
    for (const text of [
      tableOf({ policy, dialect: 'spark' }),
      viewOf({ policy, dialect: 'spark', asOf }),
      queryOf({ policy, dialect: 'spark' }),
      mappingOf({ policy, dialect: 'spark', from: ['raw', 'received'], column: 'document' }),
    ])
      expect(parser.validate(text)).toEqual([]);
    expect(parser.validate('CREATE TABLE (')).not.toEqual([]);
  });
});

test('a row made in the process is the row the mapping makes', async () => {
  const random = seeded(7);
  const incidents = Array.from({ length: 300 }, (_, i) => {
    const { incident } = repaired(randomIncident(random), (given) => assessIncident(given, { asOf }));
    return { ...incident, id: String(i), unit: '学院-1', system: 'sys"1'.replace('"', '.') };
  });
  const connection = await duckdb();
  await connection.run('CREATE TABLE received (document JSON)');
  await connection.run(tableOf({ dialect: 'duckdb' }));
  for (const incident of incidents) await connection.run('INSERT INTO received VALUES ($1)', [JSON.stringify(incident)]);
  const mapped = inOrder(await rowsIn(connection, mappingOf({ dialect: 'duckdb', from: 'received', column: 'document' })));
  const row = rowsOf({ dialect: 'duckdb', asOf });
  incidents.forEach((incident, i) => expect(comparable(mapped[i] as Row)).toEqual(comparable(row(incident))));

  function comparable(of: Row): Row {
    return Object.fromEntries(
      Object.entries(of).map(([name, value]) => [
        name,
        typeof value === 'string' && /At$|\.at$/.test(name)
          ? Date.parse(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
          : Number.isNaN(Number(value)) || typeof value === 'boolean' || value === null
            ? value
            : Number(value),
      ]),
    );
  }
});

test('what the register tells of the unit and the system stands in the row, partly known sets in part', () => {
  const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
  const system = organization.systems?.find(({ managedBy }) => managedBy !== undefined);
  const row = rowOf({ unit: system?.managedBy, system: system?.id }, { dialect: 'duckdb', organization, asOf });
  expect(row['target.capacities:managing']).toBe(true);
  expect(rowOf({}, { dialect: 'duckdb', asOf })['target.capacities:managing']).toBeNull();
  expect(rowOf({ target: { capacities: [] } }, { dialect: 'duckdb', asOf })['target.capacities:managing']).toBe(false);
});

test('values that no incident can have are refused: by the table where it can, by the view where it cannot', async () => {
  const connection = await duckdb();
  await connection.run(tableOf({ dialect: 'duckdb' }));
  await expect(connection.run(`INSERT INTO incidents ("report.status") VALUES ('sent')`)).rejects.toThrow(/CHECK/);
  await expect(connection.run(`INSERT INTO incidents ("outage.hours") VALUES (-1)`)).rejects.toThrow(/CHECK/);
  await expect(connection.run(`INSERT INTO incidents ("outage.hours") VALUES ('nan'::DOUBLE)`)).rejects.toThrow(/CHECK/);
  await connection.run(
    tableOf({ dialect: 'duckdb', table: 'checked' })
      .replaceAll(/ CHECK \([^\n]*\)(?=,?\n)/g, '')
      .replace('"checked"', 'unchecked'),
  );
  await connection.run(`INSERT INTO unchecked (id, "outage.hours") VALUES ('a', -1), ('b', 'nan'::DOUBLE), ('c', 3)`);
  const rows = await rowsIn(connection, `SELECT id, refused, accountability FROM (${queryOf({ dialect: 'duckdb', table: 'unchecked', asOf })}) ORDER BY id`);
  expect(rows).toEqual([
    { id: 'a', refused: true, accountability: null },
    { id: 'b', refused: true, accountability: null },
    { id: 'c', refused: false, accountability: 'undetermined' },
  ]);
});

describe('injection', () => {
  const hostile = [
    `x"; DROP TABLE incidents; --`,
    'x`; DROP TABLE incidents; --',
    `x'; DROP TABLE incidents; --`,
    `\\'; DROP TABLE incidents; --`,
    '$$; --',
    '責任"任',
  ];

  test.each(hostile)('a table and a view named %s are just that', async (name) => {
    const connection = await duckdb();
    await connection.run('CREATE TABLE incidents (id VARCHAR)');
    await connection.run(tableOf({ dialect: 'duckdb', table: name }));
    await connection.run(viewOf({ dialect: 'duckdb', table: name, name: [`${name}2`], asOf }));
    const tables = await rowsIn(connection, 'SELECT table_name FROM information_schema.tables ORDER BY table_name');
    expect(tables.map(({ table_name }) => table_name).sort()).toEqual(['incidents', name, `${name}2`].sort());
    const database = new PGlite();
    await database.exec(tableOf({ dialect: 'postgres', table: name }));
    await database.exec(viewOf({ dialect: 'postgres', table: name, name: `${name}2`, asOf }));
    const { rows } = await database.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`);
    expect(rows.map(({ name: of }) => of).sort()).toEqual([name, `${name}2`].sort());
    await database.close();
    expect(new SparkSQL().validate(viewOf({ dialect: 'spark', table: name, name: `${name}2` }))).toEqual([]);
    expect(new SparkSQL().splitSQLByStatement(viewOf({ dialect: 'spark', table: name }))).toHaveLength(1);
  });

  test.each(['duckdb', 'postgres', 'spark'] as Dialect[])('a name with a NUL is refused for %s', (dialect) => {
    expect(() => tableOf({ dialect, table: 'a\0b' })).toThrow(RangeError);
  });

  test('words of an incident reach a table as data', async () => {
    const connection = await duckdb();
    await connection.run('CREATE TABLE received (document JSON)');
    for (const title of hostile) await connection.run('INSERT INTO received VALUES ($1)', [JSON.stringify({ id: 'a', title, unit: title })]);
    const rows = await rowsIn(connection, mappingOf({ dialect: 'duckdb', from: 'received', column: 'document' }));
    expect(rows.map(({ unit }) => unit)).toEqual(hostile);
    expect(() => rowOf({ unit: hostile[0] }, { dialect: 'duckdb' })).toThrow('input/invalid-id');
  });

  // The second regulation, with words in it that somebody may try.
  test('rule files: names are held to their form, and all other words stay words', async () => {
    const plain = loadRegulation('test/second-regulation');
    const hostileName = JSON.parse(JSON.stringify(plain).replaceAll('exit.blocked', `exit.blocked' OR TRUE --`)) as unknown;
    expect(() => regulationOf(hostileName)).toThrow('input/invalid-id');
    const hostileWords = JSON.parse(JSON.stringify(plain).replaceAll('大火和堵塞出口', `大火和堵塞出口\\"'; DROP TABLE incidents; --`)) as unknown;
    const policy = createPolicy({ regulation: regulationOf(hostileWords) });
    const rules = rulesOf({ policy, bound: 'possible' });
    expect(JSON.stringify(JSON.parse(JSON.stringify(rules)))).toBe(JSON.stringify(rules));
    const connection = await duckdb();
    await connection.run(tableOf({ policy, dialect: 'duckdb' }));
    await connection.run(viewOf({ policy, dialect: 'duckdb', asOf }));
    await connection.run("INSERT INTO incidents (id) VALUES ('a')");
    expect(await rowsIn(connection, 'SELECT id, accountability FROM assessments')).toEqual([{ id: 'a', accountability: 'undetermined' }]);
  });

  test('a value of a term is a number or refused', () => {
    expect(() => createPolicy({ terms: { 'prolonged-outage': { hours: '1); DROP TABLE incidents; --' } } })).toThrow(ZerenzhiError);
  });

  test('an asOf is an instant or nothing', () => {
    expect(() => queryOf({ dialect: 'duckdb', asOf: '2024-01-01; DROP TABLE incidents' })).toThrow('input/invalid-instant');
  });
});
