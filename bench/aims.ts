import type { Results } from './run.js';
import { kilobytes, number, precise, table } from './tables.js';

/** What was aimed at, each with what a run made of it. */
export function aimsOf({ peers, coldStart, growth, sizes, stream }: Results): string {
  const of = (name: string) => peers[name] as number;
  const [hand, engine, compiled] = [
    of('hand-written code'),
    of('json-rules-engine'),
    of('json-logic-engine, compiled'),
  ];
  const [shipped, runTime, whole] = [
    'verdicts, shipped policy',
    'verdicts, run-time policy',
    'assessIncident with validation, outcome read',
  ].map((name) => of(`zerenzhi, ${name}`)) as [number, number, number];
  const [ours, theirs] = [coldStart.zerenzhi, coldStart['json-rules-engine']] as [number, number];
  const grown = (growth['10000'] as number) / (growth['100'] as number);
  const core = sizes.index?.total as number;
  const peaks = stream.filter(({ incidents }) => incidents >= 100_000).map(({ peakMegabytes }) => peakMegabytes);
  const aims: [string, boolean, string][] = [
    ['verdicts on Art. 9 at most 4× hand-written code', shipped <= 4 * hand, `${precise(shipped / hand)}×`],
    ['at least 1,000× faster than json-rules-engine', engine >= 1_000 * shipped, `${precise(engine / shipped)}×`],
    [
      "faster than json-logic-engine's compiled form",
      shipped < compiled,
      `${precise(shipped)} µs against ${precise(compiled)}`,
    ],
    [
      "`assessIncident`, validation included, its outcome read, at least 20× faster than json-rules-engine's bare run",
      engine >= 20 * whole,
      `${precise(engine / whole)}×`,
    ],
    [
      'policies made at run time at most 10× the generated code',
      runTime <= 10 * shipped,
      `${precise(runTime / shipped)}×`,
    ],
    ['cost of a provision at 10,000 within 1.5× of that at 100', grown <= 1.5, `${precise(grown)}×`],
    ["cold start below json-rules-engine's", ours < theirs, `${precise(ours)} ms against ${precise(theirs)}`],
    ['core entry at most 40 KB gzipped', core <= 40 * 1024, `${kilobytes(core)} KB`],
    [
      'stream memory the same from 100,000 incidents on',
      Math.max(...peaks) <= 1.1 * Math.min(...peaks),
      `${number(Math.min(...peaks))} to ${number(Math.max(...peaks))} MB`,
    ],
  ];
  return table(
    ['aim', 'result'],
    aims.map(([aim, met, result]) => [aim, `${met ? 'met' : 'missed'}: ${result}`]),
  );
}
