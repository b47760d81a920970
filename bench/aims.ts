import type { Results } from './run.js';
import { kilobytes, number, precise, table } from './tables.js';

/** What was aimed at, each with what a run made of it. */
export function aimsOf({ peers, coldStart, growth, sizes, stream }: Results): string {
  const of = (name: string) => peers[name] as number;
  const engine = of('json-rules-engine');
  const [verdicts, whole] = ['verdicts', 'assessIncident with validation, outcome read'].map((name) =>
    of(`zerenzhi, ${name}`),
  ) as [number, number];
  const [ours, theirs] = [coldStart.zerenzhi, coldStart['json-rules-engine']] as [number, number];
  const grown = (growth['10000'] as number) / (growth['100'] as number);
  const core = sizes.index?.total as number;
  const peaks = stream.filter(({ incidents }) => incidents >= 100_000).map(({ peakMegabytes }) => peakMegabytes);
  const aims: [string, boolean, string][] = [
    [
      "`assessIncident`, validation included, its outcome read, at least 20× faster than json-rules-engine's bare run",
      engine >= 20 * whole,
      `${precise(engine / whole)}×`,
    ],
    [
      'verdicts at most a tenth of an assessment',
      10 * verdicts <= whole,
      `${precise(verdicts)} µs of ${precise(whole)}`,
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
