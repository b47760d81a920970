import type { InBrowser } from './browser.js';
import type { Results, Stream } from './run.js';

/** The results as Markdown tables, with the ratios that count. */
export function tablesOf({
  full,
  machine,
  provisions,
  agreedOn,
  peers,
  coldStart,
  growth,
  sizes,
  json,
  install,
  stream,
  view,
  questions,
  bulk,
  authoring,
  page,
  agreement,
}: Results): string {
  const hand = peers['hand-written code'] as number;
  const engine = peers['json-rules-engine'] as number;
  const cold = coldStart['json-rules-engine'] as number;
  const at100 = growth['100'] as number;
  return [
    `Node ${machine.node}, ${machine.cores} cores of ${machine.processor}. ${full ? 'A full run' : 'A run of up to a million incidents'}. Ratios hold within one run; the times are this machine's.`,
    `### One incident, the ${provisions} provisions of Art. 9`,
    `Checked to agree on ${number(agreedOn)} incidents before anything was timed.`,
    table(
      ['', 'µs an incident', 'times hand-written code', 'times faster than json-rules-engine'],
      Object.entries(peers).map(([name, time]) => [name, precise(time), precise(time / hand), precise(engine / time)]),
    ),
    '### From import to the first answer',
    table(
      ['', 'ms', 'times json-rules-engine'],
      Object.entries(coldStart).map(([name, time]) => [name, precise(time), precise(time / cold)]),
    ),
    '### Growth with the number of provisions',
    table(
      ['provisions', 'ns a provision', 'times that at 100'],
      Object.entries(growth).map(([size, time]) => [number(Number(size)), precise(time), precise(time / at100)]),
    ),
    '### A stream through `assessIncidents`',
    streams(stream),
    '### A table through the DuckDB view',
    streams(view),
    '### A file through `assess --output`',
    table(
      ['incidents', 'worker threads', 'seconds', 'a second', 'peak memory, MB'],
      bulk.map(({ incidents, threads = 0, seconds, perSecond, peakMegabytes }) => [
        number(incidents),
        number(threads),
        precise(seconds),
        number(perSecond),
        number(peakMegabytes),
      ]),
    ),
    '### Size of each entry',
    table(
      ['entry', 'KB minified and gzipped', 'of it code, without the regulation', 'KB minified, by origin'],
      Object.entries(sizes).map(([entry, { total, code, parts }]) => [
        entry === 'index' ? 'zerenzhi' : `zerenzhi/${entry}`,
        kilobytes(total),
        kilobytes(code),
        Object.entries(parts)
          .sort(([, a], [, b]) => b - a)
          .map(([part, bytes]) => `${part} ${kilobytes(bytes)}`)
          .join(', '),
      ]),
    ),
    `As JSON, the assessment of an empty incident has ${kilobytes(json.empty)} KB, that of the demo ${kilobytes(json.demo)}. \`npm install zerenzhi\` puts ${number(install.packages)} packages of ${precise(install.megabytes)} MB on the disk, itself included.`,
    '### Questions until an incident is settled',
    'The average over the shipped cases, each completed at random in ten ways, asked of somebody who knows everything.',
    table(
      ['to settle', 'starting from', ...Object.keys(questions[0]?.asked ?? {})],
      questions.map(({ goal, from, asked }) => [
        goal === 'findings' ? 'each finding' : 'whether accountability is triggered',
        from,
        ...Object.values(asked).map((count) => count.toFixed(1)),
      ]),
    ),
    '### The commands of an author',
    `On the whole regulation: ${number(authoring.provisions)} provisions, ${number(authoring.characters)} characters of text, ${number(authoring.scenarios)} scenarios. From the start of the process to its end.`,
    table(
      ['command', 'seconds'],
      Object.entries(authoring.seconds).map(([command, seconds]) => [`zerenzhi ${command} rules`, precise(seconds)]),
    ),
    ...(page ? ['### The page in Chromium', pageText(page)] : []),
    '### One meaning in three places',
    `The assessment, json-rules-engine and the DuckDB view on ${number(agreement.cases)} generated incidents, most of them known in part only, ${number(agreement.refused)} of them refused: ${number(agreement.disagreements)} disagreements.`,
  ].join('\n\n');
}

const pageText = ({ bytes, gzipped, opens, relit }: InBrowser): string =>
  `One file of ${kilobytes(bytes)} KB (${kilobytes(gzipped)} KB gzipped). From opening it to the first question ${precise(opens)} ms; from an answer to the text lit anew ${precise(relit.median)} ms in the median and ${precise(relit.p95)} ms at the 95th percentile of ${number(relit.answers)} answers.`;

const streams = (list: readonly Stream[]): string =>
  table(
    ['incidents', 'refused', 'seconds', 'a second', 'peak memory, MB', 'of it the table, MB'],
    list.map(({ incidents, counts, seconds, perSecond, peakMegabytes, tableMegabytes }) => [
      number(incidents),
      `${(((counts.refused ?? 0) / incidents) * 100).toFixed(1)} %`,
      precise(seconds),
      number(perSecond),
      number(peakMegabytes),
      tableMegabytes === undefined ? '—' : number(tableMegabytes),
    ]),
  );

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const number = (value: number): string => value.toLocaleString('en-US');
export const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);
export const precise = (value: number): string =>
  value >= 100 ? number(Math.round(value)) : String(Number(value.toPrecision(2)));
