// The assessment, json-rules-engine and the DuckDB view on the same generated incidents: node .bench/agreement.js SEED
// COUNT
import { createPolicy } from '../src/index.js';
import {
  type Answer,
  type Setting,
  throughAssessment,
  throughDuckdb,
  throughJsonRulesEngine,
} from '../test/support/engines.js';
import { randomIncident, seeded } from '../test/support/incidents.js';

const [seed, count] = process.argv.slice(2).map(Number) as [number, number];
const asOf = '2024-06-30';
const BATCH = 20_000;
const SETTINGS: readonly Setting[] = [
  { asOf, policy: createPolicy() },
  {
    asOf,
    policy: createPolicy({
      profile: 'national-analogy',
      terms: { 'timely-report': { hours: 1 }, 'prolonged-outage': { hours: 24 } },
      rulings: { 'art8.clock': 'discovery' },
    }),
  },
];

const random = seeded(seed);
let [cases, refused, disagreements] = [0, 0, 0];
for (let batch = 0; cases < count; batch++) {
  const setting = SETTINGS[batch % SETTINGS.length] as Setting;
  const incidents = Array.from({ length: Math.min(BATCH, count - cases) }, () => randomIncident(random));
  const expected = throughAssessment(incidents, setting);
  const byRules = await throughJsonRulesEngine(incidents, setting, (i) => expected[i]?.refused === true);
  const bySql = await throughDuckdb(incidents, setting);
  expected.forEach((answer, i) => {
    cases++;
    if (answer.refused) refused++;
    // The rules say nothing of the whole, the view says all.
    const rules = Object.keys(byRules[i] as Answer);
    if (
      rules.some((rule) => byRules[i]?.[rule] !== answer[rule]) ||
      Object.keys(answer).some((key) => bySql[i]?.[key] !== answer[key])
    )
      disagreements++;
  });
}
console.log(JSON.stringify({ cases, refused, disagreements }));
