// The assessment, json-rules-engine and the DuckDB view on the same generated incidents: node .bench/agreement.js SEED COUNT
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { assessIncident, createPolicy, type Incident, type IncidentAssessment, type Policy, ZerenzhiError } from '../src/index.js';
import { engineFor, factsOf } from '../src/interop/json-rules-engine/index.js';
import { mappingOf, type Row, tableOf, viewOf } from '../src/interop/sql/index.js';
import { randomIncident, repaired, seeded } from '../test/support/incidents.js';

const [seed, count] = process.argv.slice(2).map(Number) as [number, number];
const asOf = '2024-06-30';
const BATCH = 20_000;
const POLICIES: Policy[] = [
  createPolicy(),
  createPolicy({
    profile: 'national-analogy',
    terms: { 'timely-report': { hours: 1 }, 'prolonged-outage': { hours: 24 } },
    rulings: { 'art8.clock': 'discovery' },
  }),
];

const random = seeded(seed);
const engines = POLICIES.map((policy) => ({ certain: engineFor({ policy, bound: 'certain' }), possible: engineFor({ policy, bound: 'possible' }) }));
const folder = mkdtempSync(join(tmpdir(), 'zerenzhi-'));
let [cases, refused, disagreements] = [0, 0, 0];
for (let batch = 0; cases < count; batch++) {
  const which = batch % POLICIES.length;
  const policy = POLICIES[which] as Policy;
  const judge = (incident: Incident) => assessIncident(incident, { policy, asOf });
  const incidents: Incident[] = [];
  const expected: (IncidentAssessment | undefined)[] = [];
  while (incidents.length < BATCH) {
    const incident: Incident = { ...randomIncident(random), id: String(incidents.length) };
    // One in ten stays as it was drawn, refused or not; of the others what is refused is taken out.
    if (random() < 0.1) {
      incidents.push(incident);
      expected.push(attempt(() => judge(incident)));
    } else {
      const whole = repaired(incident, judge);
      incidents.push(whole.incident);
      expected.push(whole.result);
    }
  }
  const rows = await throughView(incidents, policy);
  for (let i = 0; i < incidents.length; i++) {
    cases++;
    const assessment = expected[i];
    const row = rows[i] as Row;
    if (!assessment) refused++;
    if (row.refused !== !assessment) disagreements++;
    if (!assessment) continue;
    const statuses = new Map(assessment.findings.map(({ provision, status }) => [provision, status]));
    const facts = factsOf(incidents[i] as Incident, { policy, asOf });
    const [certain, possible] = [await fired(engines[which]?.certain, facts), await fired(engines[which]?.possible, facts)];
    for (const { provision, reason } of assessment.findings) {
      const truth = statuses.get(provision);
      const byEngine = certain.has(provision) ? 'met' : possible.has(provision) ? 'undetermined' : 'unmet';
      const bySql = row[provision] === null ? 'undetermined' : row[provision] ? 'met' : 'unmet';
      if (byEngine !== truth || bySql !== truth || reason.truth !== truth) disagreements++;
    }
  }
}
rmSync(folder, { recursive: true });
console.log(JSON.stringify({ cases, refused, disagreements }));

function attempt<T>(judge: () => T): T | undefined {
  try {
    return judge();
  } catch (error) {
    if (error instanceof ZerenzhiError) return undefined;
    throw error;
  }
}

async function fired(engine: (typeof engines)[number]['certain'] | undefined, facts: ReturnType<typeof factsOf>): Promise<Set<string>> {
  const result = await engine?.run(facts);
  return new Set(result?.events.map(({ type }) => type));
}

async function throughView(incidents: readonly Incident[], policy: Policy): Promise<Row[]> {
  const file = join(folder, 'incidents.ndjson');
  writeFileSync(file, incidents.map((incident) => JSON.stringify(incident)).join('\n'));
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`CREATE TABLE received AS SELECT json AS document FROM read_ndjson_objects('${file}')`);
  await connection.run(tableOf({ policy, dialect: 'duckdb' }));
  await connection.run(`INSERT INTO incidents ${mappingOf({ policy, dialect: 'duckdb', from: 'received', column: 'document' })}`);
  await connection.run(viewOf({ policy, dialect: 'duckdb', asOf }));
  const rows = (await connection.runAndReadAll('SELECT * FROM assessments')).getRowObjectsJson() as Row[];
  connection.closeSync();
  return [...rows].sort((a, b) => Number(a.id) - Number(b.id));
}
