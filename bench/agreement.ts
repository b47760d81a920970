// The assessment, json-rules-engine and the DuckDB view on the same generated incidents: node .bench/agreement.js SEED
// COUNT
import { createPolicy } from '../src/index.js';
import {
  readAll,
  type Setting,
  throughAssessment,
  throughDuckdb,
  throughJsonRulesEngine,
} from '../test/support/engines.js';
import { randomIncident, seeded } from '../test/support/incidents.js';

const [seed, count] = process.argv.slice(2).map(Number) as [number, number];
const asOf = '2024-06-30';
// The larger, the less often DuckDB plans its view anew, which is half of the time.
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
  const read = readAll(incidents, setting);
  const expected = throughAssessment(read);
  const [bySql, byRules] = await Promise.all([
    throughDuckdb(incidents, setting),
    throughJsonRulesEngine(read, setting),
  ]);
  expected.forEach((answers, i) => {
    cases++;
    if (answers[0]?.refused) refused++;
    // The rules say nothing of the whole, the view says all.
    const differs = answers.some((answer, unit) => {
      const [rules, row] = [byRules[i]?.[unit], bySql[i]?.[unit]];
      return (
        Object.keys(rules ?? {}).some((rule) => rules?.[rule] !== answer[rule]) ||
        Object.keys(answer).some((key) => row?.[key] !== answer[key])
      );
    });
    if (differs || bySql[i]?.length !== answers.length) disagreements++;
  });
  // Of a run that takes hours, how far it has come.
  console.error(`${cases} of ${count}, ${disagreements} disagreements`);
}
console.log(JSON.stringify({ cases, refused, disagreements }));
