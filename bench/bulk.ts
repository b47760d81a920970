// A file of generated incidents through the bulk command: node .bench/bulk.js COUNT THREADS
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomIncident, seeded } from '../test/support/incidents.js';

const [count, threads] = process.argv.slice(2).map(Number) as [number, number];
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const [input, output] = [join(folder, 'in.ndjson'), join(folder, 'out.ndjson')];
const random = seeded(1);
const pool = Array.from({ length: 2_000 }, () => `${JSON.stringify(randomIncident(random))}\n`);
for (let i = 0; i < count; i += pool.length) writeFileSync(input, pool.slice(0, count - i).join(''), { flag: 'a' });

// The command as it is installed, from its start to its end; it only tells its peak memory besides.
const tell = "process.on('exit', () => console.log(process.resourceUsage().maxRSS))";
const command = [
  '--import',
  `data:text/javascript,${encodeURIComponent(tell)}`,
  'cli/dist/main.js',
  'assess',
  input,
  '--output',
  output,
];
const start = performance.now();
const { stdout, stderr } = spawnSync(
  'node',
  [...command, '--threads', String(threads), '--lang', 'en', '--as-of', '2024-06-30'],
  { encoding: 'utf8' },
);
const seconds = (performance.now() - start) / 1000;
rmSync(folder, { recursive: true });

const counts: Record<string, number> = Object.fromEntries(
  [...stderr.matchAll(/([a-z][a-z ]+) (\d+)/g)].map(([, status, of]) => [status, Number(of)]),
);
if (Object.values(counts).reduce((sum, of) => sum + of, 0) !== count) throw new Error(stderr);
const peakMegabytes = Math.round(Math.max(...stdout.trim().split('\n').map(Number)) / 1024);
console.log(
  JSON.stringify({ incidents: count, threads, seconds, perSecond: Math.round(count / seconds), peakMegabytes, counts }),
);
