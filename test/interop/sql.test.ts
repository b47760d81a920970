import { SparkSQL } from 'dt-sql-parser';
import { describe, expect, test } from 'vitest';
import { loadRegulation, regulationOf } from '../../src/authoring/index.js';
import {
  assessIncident,
  createPolicy,
  type Diagnostic,
  type Incident,
  type Organization,
  type Policy,
  ZerenzhiError,
} from '../../src/index.js';
import { rulesOf } from '../../src/interop/json-rules-engine/index.js';
import { type Dialect, mappingOf, queryOf, type Row, rowsOf, tableOf, viewOf } from '../../src/interop/sql/index.js';
import { duckdb, postgres, readAll, rowsIn, throughAssessment, throughPostgres } from '../support/engines.js';
import { readYaml } from '../support/fixtures.js';
import { randomIncident, repaired, seeded } from '../support/incidents.js';

const asOf = '2024-06-30';
const POLICIES: { [name: string]: Policy } = {
  'the bare text': createPolicy(),
  'terms with numbers, some for a time': createPolicy({
    profile: 'national-analogy',
    terms: {
      'prolonged-outage': [
        { hours: 24, until: '2024-05-06' },
        { hours: 5, from: '2024-05-07' },
      ],
      'timely-report': { hours: 1 },
      'timely-rectification': { hours: 24 },
    },
    rulings: { 'art9.p2.i1.clock': 'discovery', 'art8.clock': 'discovery' },
    issueDate: '2019-11-08',
  }),
  'nothing presumed, a ruling from a day': createPolicy({
    presume: false,
    terms: { 'timely-report': { hours: 1.5 }, 'timely-handling': { hours: 1 / 3 } },
    rulings: { 'art9.p2.i3.leak': [{ reading: 'own-persons', from: '2024-05-07' }] },
  }),
};

describe.each(Object.entries(POLICIES))('%s', (_, policy) => {
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
    return { ...incident, id: String(i), units: [{ id: '学院-1' }], systems: [{ id: 'sys"1'.replace('"', '.') }] };
  });
  const connection = await duckdb();
  await connection.run('CREATE TABLE received (document JSON)');
  for (const incident of incidents)
    await connection.run('INSERT INTO received VALUES ($1)', [JSON.stringify(incident)]);
  const mapped = await rowsIn(
    connection,
    `${mappingOf({ dialect: 'duckdb', from: 'received', column: 'document' })} ORDER BY CAST(id AS INTEGER)`,
  );
  const row = rowsOf({ dialect: 'duckdb', asOf });
  incidents.forEach((incident, i) => expect(comparable(mapped[i] as Row)).toEqual(comparable(row(incident)[0] as Row)));

  function comparable(of: Row): Row {
    return Object.fromEntries(
      Object.entries(of).map(([name, value]) => [
        name,
        typeof value === 'string' && /(?:At|[.-](?:at|due))(?:\.until|\.ended)*$/.test(name)
          ? Date.parse(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
          : Number.isNaN(Number(value)) || typeof value === 'boolean' || value === null
            ? value
            : Number(value),
      ]),
    );
  }
});

describe.each(['duckdb', 'postgres'] as const)('instants in %s', (dialect) => {
  // Whatever assessIncident takes: 23:00 in Shanghai on the last day of 2018, written by five hands.
  test.each([
    '2018-12-31T15:00Z',
    '2018-12-31T23:00+08:00',
    '2018-12-31T23:00:00.0+08:00',
    '2019-01-01T05:59+14:59',
    '2018-12-31T05:30:00.000-09:30',
  ])('%s is mapped and made a row as the same', async (occurredAt) => {
    expect(assessIncident({ occurredAt }, { asOf }).accountability.status).toBe('not-triggered');
    const document = JSON.stringify({ occurredAt, discoveredAt: null });
    const mapping = mappingOf({ dialect, from: 'received', column: 'document' });
    const seconds = `SELECT CAST(EXTRACT(EPOCH FROM "occurredAt") AS BIGINT) AS at, "discoveredAt" AS never FROM (${mapping}) AS mapped`;
    const [row] = rowsOf({ dialect, asOf })({ occurredAt });
    expect(row?.occurredAt).toBe('2018-12-31T15:00:00.000Z');
    let rows: Row[];
    if (dialect === 'duckdb') {
      const connection = await duckdb();
      await connection.run('CREATE TABLE received (document JSON)');
      await connection.run('INSERT INTO received VALUES ($1)', [document]);
      rows = await rowsIn(connection, seconds);
    } else {
      const database = await postgres('CREATE TABLE received (document JSONB)');
      await database.query('INSERT INTO received VALUES ($1)', [document]);
      rows = (await database.query<Row>(seconds)).rows;
    }
    expect(rows.map(({ at, never }) => [Number(at), never])).toEqual([[Date.parse(occurredAt) / 1000, null]]);
  });
});

test('the year nought, which no calendar of a database has, is refused', () => {
  expect(() => assessIncident({ occurredAt: '0000-01-01T00:00:00Z' }, { asOf })).toThrow('input/no-such-time');
});

test('what the register tells of the unit and the system stands in the row, partly known sets in part', () => {
  const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
  const system = organization.systems?.find(({ managedBy }) => managedBy !== undefined);
  const rows = rowsOf({ dialect: 'duckdb', organization, asOf });
  const [row] = rows({ units: [{ id: system?.managedBy }], systems: [{ id: system?.id }] }) as [Row];
  expect(row['target.capacities:managing']).toBe(true);
  expect(rowsOf({ dialect: 'duckdb', asOf })({})[0]?.['target.capacities:managing']).toBeNull();
  expect(rowsOf({ dialect: 'duckdb', asOf })({ target: { capacities: [] } })[0]?.['target.capacities:managing']).toBe(
    false,
  );
});

test('values that no incident can have are refused: by the table where it can, by the view where it cannot', async () => {
  const connection = await duckdb();
  await connection.run(tableOf({ dialect: 'duckdb' }));
  await expect(connection.run(`INSERT INTO incidents ("report.status") VALUES ('sent')`)).rejects.toThrow(/CHECK/);
  await expect(connection.run(`INSERT INTO incidents ("outage.hours") VALUES (-1)`)).rejects.toThrow(/CHECK/);
  await expect(connection.run(`INSERT INTO incidents ("outage.hours") VALUES ('nan'::DOUBLE)`)).rejects.toThrow(
    /CHECK/,
  );
  await connection.run(
    tableOf({ dialect: 'duckdb', table: 'checked' })
      .replaceAll(/ CHECK \([^\n]*\)(?=,?\n)/g, '')
      .replace('"checked"', 'unchecked'),
  );
  await connection.run(`INSERT INTO unchecked (id, "outage.hours") VALUES ('a', -1), ('b', 'nan'::DOUBLE), ('c', 3)`);
  const rows = await rowsIn(
    connection,
    `SELECT id, refused, accountability FROM (${queryOf({ dialect: 'duckdb', table: 'unchecked', asOf })}) ORDER BY id`,
  );
  expect(rows).toEqual([
    { id: 'a', refused: true, accountability: null },
    { id: 'b', refused: true, accountability: null },
    { id: 'c', refused: false, accountability: 'undetermined' },
  ]);
});

describe('a policy with many dated values', () => {
  const day = (i: number) => new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10);
  /** Values of four terms, each for twelve days; no two terms change on one day. */
  const valuesOf = (count: number) =>
    createPolicy({
      rulings: { 'art9.p2.i2.conjunction': 'both' },
      terms: Object.fromEntries(
        ['prolonged-outage', 'timely-report', 'timely-handling', 'first-moment-report'].map((term, shift) => [
          term,
          Array.from({ length: count }, (_, i) => ({
            hours: 5 + i,
            from: day(12 * i + shift),
            until: day(12 * (i + 1) + shift - 1),
          })),
        ]),
      ),
    });

  test('ten for each of four terms: PostgreSQL takes it, which has 1,600 columns at most', async () => {
    const policy = valuesOf(10);
    const occurredAt = '2020-02-20T08:00:00+08:00';
    const incidents: Incident[] = [
      { outage: { hours: 7 } },
      { occurredAt, outage: { hours: 7 } },
      { occurredAt, outage: { hours: 9 } },
    ].map((given) => ({
      target: { kind: 'website', capacities: ['managing'] },
      attack: { occurred: true },
      handling: { status: 'none' },
      findings: { 'major-impact': true },
      ...given,
    }));
    const setting = { policy, asOf };
    const answers = await throughPostgres(incidents, setting);
    // Within a day of the fifth value, 9 hours: unknown when, too short, long enough.
    expect(answers.map(([answer]) => answer?.['art9.p2.i2'])).toEqual([null, false, true]);
    expect(answers).toEqual(throughAssessment(readAll(incidents, setting)));
  });

  test('a hundred: told before the engine does', () => {
    const policy = valuesOf(100);
    expect(() => queryOf({ policy, dialect: 'postgres', asOf })).toThrow('sql/too-many-columns');
    expect(() => viewOf({ policy, dialect: 'postgres', asOf })).toThrow('sql/too-many-columns');
    expect(() => queryOf({ policy, dialect: 'duckdb', asOf })).not.toThrow();
  });
});

describe('options', () => {
  const missing = (path: string, expected: string) => ({ code: 'input/missing-key', path, expected });
  const dialects = 'duckdb, postgres, spark';
  test.each<[string, (options: never) => unknown, unknown, object[]]>([
    ['no options', tableOf, undefined, [missing('dialect', dialects)]],
    ['no options for a row', (options) => rowsOf(options)({}), undefined, [missing('dialect', dialects)]],
    ['no dialect', queryOf, {}, [missing('dialect', dialects)]],
    [
      'a misspelt dialect',
      viewOf,
      { dialect: 'postgress' },
      [{ code: 'input/unknown-value', path: 'dialect', nearest: 'postgres' }],
    ],
    [
      'a dialect that every object has',
      viewOf,
      { dialect: 'constructor' },
      [{ code: 'input/unknown-value', path: 'dialect' }],
    ],
    [
      'a misspelt dialect of a row',
      rowsOf,
      { dialect: 'duckdbb' },
      [{ code: 'input/unknown-value', path: 'dialect', nearest: 'duckdb' }],
    ],
    [
      'no source and no column',
      mappingOf,
      { dialect: 'duckdb' },
      [{ code: 'input/invalid-type', path: 'from', expected: 'string / string[]' }, missing('column', 'string')],
    ],
    [
      'an empty list for a name',
      tableOf,
      { dialect: 'duckdb', table: [] },
      [{ code: 'sql/empty-name', path: 'table' }],
    ],
    [
      'an empty part of a name',
      viewOf,
      { dialect: 'spark', name: ['a', ''] },
      [{ code: 'sql/empty-name', path: 'name' }],
    ],
    [
      'a name that is none',
      tableOf,
      { dialect: 'duckdb', table: [1] },
      [{ code: 'input/invalid-type', path: 'table', expected: 'string / string[]' }],
    ],
    [
      'a misspelt option',
      tableOf,
      { dialect: 'duckdb', tabel: 'a' },
      [{ code: 'input/unknown-key', path: 'tabel', nearest: 'table' }],
    ],
    [
      'all of it',
      viewOf,
      { dialect: 'duck', table: 7, asOf: 'soon', policy: {} },
      [
        { code: 'policy/not-a-policy', path: 'policy' },
        { code: 'input/invalid-time', path: 'asOf' },
        { code: 'input/unknown-value', path: 'dialect', nearest: 'duckdb' },
        { code: 'input/invalid-type', path: 'table' },
      ],
    ],
    [
      'a row: all of it',
      rowsOf,
      { dialect: 'duck', asOf: 'soon' },
      [
        { code: 'input/invalid-time', path: 'asOf' },
        { code: 'input/unknown-value', path: 'dialect' },
      ],
    ],
  ])('%s: told with code, place and nearest name, all at once', (_, statement, options, faults) => {
    expect(refusal(() => statement(options as never))).toMatchObject(faults);
    expect(refusal(() => statement(options as never))).toHaveLength(faults.length);
  });
});

function refusal(work: () => unknown): readonly Diagnostic[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ZerenzhiError) return error.diagnostics;
    throw error;
  }
  throw new Error('was accepted');
}

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
    const database = await postgres(tableOf({ dialect: 'postgres', table: name }));
    await database.exec(viewOf({ dialect: 'postgres', table: name, name: `${name}2`, asOf }));
    const { rows } = await database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    expect(rows.map(({ name: of }) => of).sort()).toEqual([name, `${name}2`].sort());
    expect(new SparkSQL().validate(viewOf({ dialect: 'spark', table: name, name: `${name}2` }))).toEqual([]);
    expect(new SparkSQL().splitSQLByStatement(viewOf({ dialect: 'spark', table: name }))).toHaveLength(1);
  });

  test.each(['duckdb', 'postgres', 'spark'] as Dialect[])(
    'a name with a NUL is refused for %s, wherever it stands',
    (dialect) => {
      const name = 'a\0b';
      const told = (path: string) => ({ code: 'sql/unwritable', path, expected: '"\\u0000"' });
      expect(refusal(() => tableOf({ dialect, table: name }))).toMatchObject([told('table')]);
      expect(refusal(() => viewOf({ dialect, table: ['b', name], name }))).toMatchObject([told('table'), told('name')]);
      expect(refusal(() => mappingOf({ dialect, from: name, column: name }))).toMatchObject([
        told('from'),
        told('column'),
      ]);
    },
  );

  // Spark puts variables in before it parses, and knows no way to write such a text as itself.
  test.each(['{env:HOME}', '{system:user.name}', '{spark.sql.x}', '{x'].map((name) => `a$${name}`))(
    'Spark takes no name with %s; the others do',
    (name) => {
      const told = (path: string) => ({ code: 'sql/unwritable', path, expected: '"${"' });
      expect(refusal(() => viewOf({ dialect: 'spark', table: name, name: [name] }))).toMatchObject([
        told('table'),
        told('name'),
      ]);
      expect(refusal(() => mappingOf({ dialect: 'spark', from: name, column: name }))).toMatchObject([
        told('from'),
        told('column'),
      ]);
      expect(tableOf({ dialect: 'duckdb', table: name })).toContain(`CREATE TABLE "${name}" (`);
    },
  );

  test('words of an incident reach a table as data', async () => {
    const mapping = (dialect: Dialect) => mappingOf({ dialect, from: 'received', column: 'document' });
    const documents = hostile.map((words, i) =>
      JSON.stringify({ id: String(i), title: words, source: words, units: [{ id: words }], systems: [{ id: words }] }),
    );
    const connection = await duckdb();
    await connection.run('CREATE TABLE received (document JSON)');
    for (const document of documents) await connection.run('INSERT INTO received VALUES ($1)', [document]);
    await connection.run(tableOf({ dialect: 'duckdb' }));
    await connection.run(viewOf({ dialect: 'duckdb', asOf }));
    await connection.run(`INSERT INTO incidents ${mapping('duckdb')}`);
    const database = await postgres(
      'CREATE TABLE received (document JSONB)',
      tableOf({ dialect: 'postgres' }),
      viewOf({ dialect: 'postgres', asOf }),
    );
    for (const document of documents) await database.query('INSERT INTO received VALUES ($1)', [document]);
    await database.exec(`INSERT INTO incidents ${mapping('postgres')}`);
    const all = 'SELECT unit, system, accountability FROM assessments ORDER BY id';
    const expected = hostile.map((words) => ({ unit: words, system: words, accountability: 'undetermined' }));
    expect(await rowsIn(connection, all)).toEqual(expected);
    expect((await database.query(all)).rows).toEqual(expected);
    for (const words of hostile)
      expect(() => rowsOf({ dialect: 'duckdb' })({ units: [{ id: words }] })).toThrow('input/invalid-id');
  });

  // The second regulation, with words in it that somebody may try.
  test('rule files: names are held to their form, and all other words stay words', async () => {
    const plain = loadRegulation('test/second-regulation');
    const hostileName = JSON.parse(
      JSON.stringify(plain).replaceAll('exit.blocked', `exit.blocked' OR TRUE --`),
    ) as unknown;
    expect(() => regulationOf(hostileName)).toThrow('input/invalid-id');
    const hostileWords = JSON.parse(
      JSON.stringify(plain).replaceAll('大火和堵塞出口', `大火和堵塞出口\\"'; DROP TABLE incidents; --\${env:HOME}`),
    ) as unknown;
    const policy = createPolicy({ regulation: regulationOf(hostileWords) });
    const rules = rulesOf({ policy, bound: 'possible' });
    expect(JSON.stringify(JSON.parse(JSON.stringify(rules)))).toBe(JSON.stringify(rules));
    const made = (dialect: Dialect) => [
      tableOf({ policy, dialect }),
      viewOf({ policy, dialect, asOf }),
      "INSERT INTO incidents (id) VALUES ('a')",
    ];
    const all = 'SELECT id, accountability FROM assessments';
    const connection = await duckdb();
    for (const statement of made('duckdb')) await connection.run(statement);
    expect(await rowsIn(connection, all)).toEqual([{ id: 'a', accountability: 'undetermined' }]);
    const database = await postgres(...made('postgres'));
    expect((await database.query(all)).rows).toEqual([{ id: 'a', accountability: 'undetermined' }]);
    // No word of a rule file but the names is in the text.
    expect(made('spark').join()).not.toMatch(/DROP|\$\{/);
  });

  test('a value of a term is a number or refused', () => {
    expect(() => createPolicy({ terms: { 'prolonged-outage': { hours: '1); DROP TABLE incidents; --' } } })).toThrow(
      ZerenzhiError,
    );
  });

  test('an asOf is an instant or nothing', () => {
    expect(() => queryOf({ dialect: 'duckdb', asOf: '2024-01-01; DROP TABLE incidents' })).toThrow(
      'input/invalid-time',
    );
  });
});
