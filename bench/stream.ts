// A stream of generated incidents through `assessIncidents`: node .bench/stream.js COUNT
import { assessIncidents } from '../dist/index.js';
import { randomIncident, seeded } from '../test/support/incidents.js';
import { megabytes } from './measure.js';

const count = Number(process.argv[2]);
const random = seeded(1);
// Drawn beforehand, so that what is timed is the assessment.
const pool = Array.from({ length: 2_000 }, () => randomIncident(random));
function* stream() {
  for (let i = 0; i < count; i++) yield pool[i % pool.length];
}
const counts: Record<string, number> = {};
const start = performance.now();
for (const { assessment } of assessIncidents(stream(), { asOf: '2024-06-30' })) {
  const status = assessment?.accountability.status ?? 'refused';
  counts[status] = (counts[status] ?? 0) + 1;
}
const seconds = (performance.now() - start) / 1000;
console.log(
  JSON.stringify({
    incidents: count,
    seconds,
    perSecond: Math.round(count / seconds),
    peakMegabytes: megabytes(),
    counts,
  }),
);
