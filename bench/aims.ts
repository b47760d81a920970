import { ZOD_AND_JSON_LOGIC } from './peers/zod-json-logic.js';
import type { Results } from './run.js';
import { kilobytes, number, precise, table } from './tables.js';

/** What was aimed at, each with what a run made of it. */
export function aimsOf({ peers, coldStart, growth, sizes, stream, json, install, authoring, page }: Results): string {
  const of = (name: string) => peers[name] as number;
  const engine = of('json-rules-engine');
  const [verdicts, whole, everything] = [
    'verdicts',
    'assessIncident with validation, outcome read',
    'the same, everything as JSON',
  ].map((name) => of(`zerenzhi, ${name}`)) as [number, number, number];
  const written = of(ZOD_AND_JSON_LOGIC);
  const [ours, theirs] = [coldStart.zerenzhi, coldStart['json-rules-engine']] as [number, number];
  const grown = (growth['10000'] as number) / (growth['100'] as number);
  const core = sizes.index?.code as number;
  const peaks = stream.filter(({ incidents }) => incidents >= 100_000).map(({ peakMegabytes }) => peakMegabytes);
  const aims: [string, boolean, string][] = [
    [
      "`assessIncident`, validation included, its outcome read, at least 40× faster than json-rules-engine's bare run",
      engine >= 40 * whole,
      `${precise(engine / whole)}×`,
    ],
    [
      "the same not slower than zod and json-logic-engine's compiled rules on the same raw incidents",
      whole <= written,
      `${precise(whole)} µs against ${precise(written)}`,
    ],
    [
      "everything as JSON at least 3× faster than json-rules-engine's bare run",
      engine >= 3 * everything,
      `${precise(engine / everything)}×`,
    ],
    [
      'the assessment of an empty incident at most 25 KB as JSON',
      json.empty <= 25 * 1024,
      `${kilobytes(json.empty)} KB`,
    ],
    [
      'verdicts at most a tenth of an assessment',
      10 * verdicts <= whole,
      `${precise(verdicts)} µs of ${precise(whole)}`,
    ],
    ['cost of a provision at 10,000 within 1.5× of that at 100', grown <= 1.5, `${precise(grown)}×`],
    ["cold start below json-rules-engine's", ours < theirs, `${precise(ours)} ms against ${precise(theirs)}`],
    [
      'core entry, own code and libraries without the regulation, at most 28 KB gzipped',
      core <= 28 * 1024,
      `${kilobytes(core)} KB`,
    ],
    ['at most 8 packages to install', install.packages <= 8, `${install.packages}, ${precise(install.megabytes)} MB`],
    [
      'stream memory the same from 100,000 incidents on',
      Math.max(...peaks) <= 1.1 * Math.min(...peaks),
      `${number(Math.min(...peaks))} to ${number(Math.max(...peaks))} MB`,
    ],
  ];
  for (const [command, seconds] of Object.entries(authoring.seconds))
    aims.push([`\`zerenzhi ${command}\` on the whole regulation within 2 s`, seconds <= 2, `${precise(seconds)} s`]);
  if (page)
    aims.push(
      ['the page opens in under a second', page.opens < 1_000, `${precise(page.opens)} ms`],
      [
        'from an answer to the text lit anew under 16 ms at the 95th percentile',
        page.relit.p95 < 16,
        `${precise(page.relit.p95)} ms`,
      ],
      ['the page under 700 KB', page.bytes < 700 * 1024, `${kilobytes(page.bytes)} KB`],
    );
  return table(
    ['aim', 'result'],
    aims.map(([aim, met, result]) => [aim, `${met ? 'met' : 'missed'}: ${result}`]),
  );
}
