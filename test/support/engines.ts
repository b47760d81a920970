import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import { Engine } from 'json-rules-engine';
import { assess } from '../../src/assessment/assess-incident.js';
import { dutiesOf } from '../../src/assessment/details.js';
import { responseReason } from '../../src/assessment/responses.js';
import { ruleIn } from '../../src/case/governing-law.js';
import { type IncidentCase, readCases } from '../../src/case/incident-case.js';
import { readOptions } from '../../src/case/options.js';
import { type Incident, type Organization, type Policy, ZerenzhiError } from '../../src/index.js';
import { incidentRules } from '../../src/interop/incident-rules.js';
import { flatFacts } from '../../src/interop/json-rules-engine/facts.js';
import { rulesOf } from '../../src/interop/json-rules-engine/index.js';
import { type Dialect, mappingOf, type Row, rowsOf, tableOf, viewOf } from '../../src/interop/sql/index.js';
import { openInputs } from '../../src/logic/open-points.js';
import { nameOf, type Truth } from '../../src/logic/truth.js';

// The same incidents through the assessment, json-rules-engine, DuckDB and PostgreSQL, each answering in the words of the view.

export interface Setting {
  readonly policy: Policy;
  readonly asOf: string;
  /** With a register the rows are made in the process, since no document holds what it tells. */
  readonly organization?: Organization;
}

/** What an engine says of each unit in an incident, by each system, in the order of their ids. */
export type Answers = readonly Answer[];
/** What an engine says of one of them: each rule, whether accountability is triggered, what is open; nothing of what is refused. */
export type Answer = Row;
const REFUSED: Answer = { refused: true };
const keyOf = ({ unit, system }: { readonly unit?: unknown; readonly system?: unknown }) =>
  `${unit ?? ''} ${system ?? ''}`;
const byKey = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (cases: readonly IncidentCase[]): IncidentCase[] =>
  [...cases].sort((a, b) => byKey(keyOf(a.incident), keyOf(b.incident)));
const ANSWERS: { readonly [truth in Truth]: boolean | null } = { met: true, unmet: false, undetermined: null };

/** The units in an incident, each by each system, in the order of their ids; none of an incident that is refused. */
export type Read = readonly IncidentCase[];

export function readAll(incidents: readonly Incident[], setting: Setting): Read[] {
  const read = readOptions(setting);
  return incidents.map((incident) => {
    try {
      return inOrder(readCases(read.setting, incident, read.faults));
    } catch (error) {
      if (error instanceof ZerenzhiError) return [];
      throw error;
    }
  });
}

/** What the assessment says. */
export const throughAssessment = (read: readonly Read[]): Answers[] =>
  read.map((cases) => (cases.length === 0 ? [REFUSED] : cases.map(answerOf)));

/** What the assessment says of one unit in it, by one system. */
function answerOf(incidentCase: IncidentCase): Answer {
  const { accountability, findings } = assess([incidentCase]);
  const { rules: bound, law, input } = incidentCase;
  const rule = (id: string) => ruleIn(incidentCase, id);
  const found = new Map<string, Truth>(findings.map(({ provision, status }) => [provision, status]));
  const rules = incidentRules(bound).map(({ name, part, provision: { id } }) => [
    name,
    ANSWERS[found.get(id) ?? nameOf((part === 'applies' ? rule(id) : law.standard(id)).truth(input))],
  ]);
  const reasons = [
    ...findings.map(({ provision }) => rule(provision).reason(input)),
    // What follows from provisions on accountability is no rule of an engine.
    ...dutiesOf(incidentCase)
      .filter(({ id }) => rules.some(([name]) => name === id))
      .map((duty) => responseReason(incidentCase, duty)),
  ];
  const open = reasons.flatMap((reason) => openInputs(reason).map(({ kind, id }) => `${kind}:${id}`));
  return {
    ...Object.fromEntries(rules),
    accountability: accountability.status,
    open_points: [...new Set(open)].sort().join(','),
    refused: false,
  };
}

/** What json-rules-engine says with the rules of both bounds; it speaks of rules only, and is not asked what is refused. */
export async function throughJsonRulesEngine(read: readonly Read[], setting: Setting): Promise<Answers[]> {
  const { policy } = setting;
  const [certain, possible] = (['certain', 'possible'] as const).map((bound) => firing(rulesOf({ policy, bound })));
  const names = incidentRules(readOptions(setting).setting.rules).map(({ name }) => name);
  const answers: Answers[] = [];
  for (const cases of read) {
    // A database asked at the same time gets its turn.
    await setImmediate();
    if (cases.length === 0) {
      answers.push([REFUSED]);
      continue;
    }
    const of: Answer[] = [];
    for (const incidentCase of cases) {
      const facts = flatFacts(incidentCase);
      const [met, open] = [await certain?.(facts), await possible?.(facts)];
      of.push(Object.fromEntries(names.map((name) => [name, met?.has(name) ? true : open?.has(name) ? null : false])));
    }
    answers.push(of);
  }
  return answers;
}

type Facts = ReturnType<typeof flatFacts>;
/** Answers that are kept of a rule. */
const KEPT = 50_000;

/**
 * The rules that fire, each by the engine itself. A rule is a function of the facts it names: where those are the same
 * again, the engine is not asked again.
 */
function firing(rules: ReturnType<typeof rulesOf>): (facts: Facts) => Promise<ReadonlySet<string>> {
  const asked = rules.map((rule) => ({
    name: rule.event.type,
    facts: [...new Set(JSON.stringify(rule.conditions).match(/(?<="fact":")[^"]+/g))],
    engine: new Engine([rule], { allowUndefinedFacts: true }),
    known: new Map<string, boolean>(),
  }));
  return async (facts) => {
    const fired = new Set<string>();
    for (const { name, facts: named, engine, known } of asked) {
      const key = JSON.stringify(named.map((fact) => facts[fact] ?? 'unknown'));
      let fires = known.get(key);
      if (fires === undefined) {
        fires = (await engine.run(Object.fromEntries(named.map((fact) => [fact, facts[fact]])))).events.length > 0;
        if (known.size === KEPT) known.clear();
        known.set(key, fires);
      }
      if (fires) fired.add(name);
    }
    return fired;
  };
}

/** An empty DuckDB, which lives as long as the connection. */
export async function duckdb(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  instance.closeSync();
  return connection;
}
export const rowsIn = async (connection: DuckDBConnection, query: string): Promise<Row[]> =>
  (await connection.runAndReadAll(query)).getRowObjectsJson() as Row[];

let shared: PGlite | undefined;

/** An empty PostgreSQL, with some statements run: one and the same each time, as it takes seconds to start. */
export async function postgres(...statements: readonly string[]): Promise<PGlite> {
  shared ??= new PGlite();
  for (const statement of ['DROP SCHEMA public CASCADE', 'CREATE SCHEMA public', ...statements])
    await shared.exec(statement);
  return shared;
}

/** What the DuckDB view says. */
export async function throughDuckdb(incidents: readonly Incident[], setting: Setting): Promise<Answers[]> {
  const { policy, asOf } = setting;
  const folder = mkdtempSync(join(tmpdir(), 'zerenzhi-'));
  const file = join(folder, 'incidents.ndjson');
  writeFileSync(file, loaded(incidents, { ...setting, dialect: 'duckdb' }).join('\n'));
  const connection = await duckdb();
  await connection.run(tableOf({ policy, dialect: 'duckdb' }));
  if (setting.organization) await connection.run(`INSERT INTO incidents BY NAME SELECT * FROM read_ndjson('${file}')`);
  else {
    await connection.run(`CREATE TABLE received AS SELECT json AS document FROM read_ndjson_objects('${file}')`);
    await connection.run(
      `INSERT INTO incidents ${mappingOf({ policy, dialect: 'duckdb', from: 'received', column: 'document' })}`,
    );
  }
  await connection.run(viewOf({ policy, dialect: 'duckdb', asOf }));
  const rows = await rowsIn(connection, 'SELECT * FROM assessments');
  connection.closeSync();
  rmSync(folder, { recursive: true });
  return answered(rows);
}

/** What the PostgreSQL view says. */
export async function throughPostgres(incidents: readonly Incident[], setting: Setting): Promise<Answers[]> {
  const { policy, asOf } = setting;
  const list = `[${loaded(incidents, { ...setting, dialect: 'postgres' }).join(',')}]`;
  const database = await postgres(tableOf({ policy, dialect: 'postgres' }));
  if (setting.organization)
    await database.query('INSERT INTO incidents SELECT * FROM jsonb_populate_recordset(NULL::incidents, $1::jsonb)', [
      list,
    ]);
  else {
    await database.exec('CREATE TABLE received (document jsonb)');
    await database.query('INSERT INTO received SELECT jsonb_array_elements($1::jsonb)', [list]);
    await database.exec(
      `INSERT INTO incidents ${mappingOf({ policy, dialect: 'postgres', from: 'received', column: 'document' })}`,
    );
  }
  await database.exec(viewOf({ policy, dialect: 'postgres', asOf }));
  const { rows } = await database.query<Row>('SELECT * FROM assessments');
  return answered(rows);
}

/** Documents or rows as JSON, numbered by their `id`. */
function loaded(incidents: readonly Incident[], options: Setting & { readonly dialect: Dialect }): string[] {
  const rows = options.organization ? rowsOf(options) : (incident: Incident) => [incident];
  return incidents.flatMap((incident, i) => rows({ ...incident, id: String(i) }).map((row) => JSON.stringify(row)));
}

/** Rows in the order of the incidents, the open points in an order of their own. */
function answered(rows: readonly Row[]): Answers[] {
  const answers: { readonly key: string; readonly answer: Answer }[][] = [];
  for (const { id, unit, system, ...row } of rows) {
    const answer = row.refused ? REFUSED : { ...row, open_points: String(row.open_points).split(',').sort().join(',') };
    answers[Number(id)] = [...(answers[Number(id)] ?? []), { key: keyOf({ unit, system }), answer }];
  }
  return answers.map((of) => of.sort((a, b) => byKey(a.key, b.key)).map(({ answer }) => answer));
}
