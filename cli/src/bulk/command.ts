import { InvalidArgumentError } from 'commander';
import { visible } from 'zerenzhi/report';
import { bulkCode } from '../exit.js';
import { isLines } from '../input.js';
import { CLI } from '../messages.js';
import { progressBar } from '../progress.js';
import { isTable } from '../table/is-table.js';
import type { StartSetting } from './start.js';

/** More threads than this wait for the one that reads. */
const MOST_THREADS = 64;

export interface BulkFlags {
  readonly output?: string;
  readonly resume?: true;
  readonly threads?: number;
}
interface Flags extends BulkFlags {
  readonly lang: 'zh' | 'en';
  readonly json?: true;
}

/**
 * What is wrong with the flags of `assess`: those of a bulk run go together, and those of a report do not go with them.
 */
export function misused(
  paths: readonly string[],
  { lang, output, resume, threads, json }: Flags,
  formatGiven: boolean,
): string | undefined {
  const say = CLI[lang];
  if (output === undefined) return resume || threads !== undefined ? say.onlyOutput : undefined;
  const [input] = paths;
  if (input === undefined || paths.length > 1 || !(isLines(input) || isTable(input))) return say.oneFile;
  return json || formatGiven ? say.ownFormat : undefined;
}

export function threadCount(value: string): number {
  const count = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!(count <= MOST_THREADS)) throw new InvalidArgumentError(`0–${MOST_THREADS}`);
  return count;
}

/** A whole file, in the background of a bar: results into one file, faulty records into another. */
export async function bulk(
  input: string,
  output: string,
  { lang, resume, threads }: Flags,
  setting: StartSetting,
  read: readonly string[],
): Promise<number> {
  // Only a bulk run pays for its threads and its readers.
  const { runBulk } = await import('./run.js');
  const say = CLI[lang];
  const bar = progressBar('{bar} {percentage}% {eta_formatted}');
  const report = await runBulk({
    input,
    output,
    read,
    resume: resume === true,
    ...(threads !== undefined && { threads }),
    setting,
    progress: bar.update,
  }).finally(bar.stop);
  const { counts, resumed, rejectsFile, guessed } = report;
  if (guessed) process.stderr.write(`${say.guessed(visible(input))}\n`);
  process.stderr.write(
    `${say.bulk({ ...counts, resumed })}\n${counts.rejected > 0 ? `${say.rejects} ${visible(rejectsFile)}\n` : ''}`,
  );
  return bulkCode(counts);
}
