import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { ZerenzhiError } from 'zerenzhi';
import { faultOf, unwritable } from '../faults.js';
import type { RecordSource, SourceRecord } from '../table/records.js';
import { type Batch, type BatchResult, type BulkSetting, batchAssessor } from './batch.js';
import type { BulkCounts } from './counts.js';
import { filesOf, inputOf } from './files.js';
import { lock } from './lock.js';
import { BulkOutput } from './output.js';
import { sourceOf } from './sources.js';
import { type StartSetting, startOf } from './start.js';

export interface BulkOptions {
  readonly input: string;
  readonly output: string;
  /** What else the command read: never written over. */
  readonly read?: readonly string[];
  readonly resume: boolean;
  /** Worker threads; 0 works in the main thread. */
  readonly threads?: number;
  readonly setting: StartSetting;
  readonly progress: (done: number, total: number) => void;
}
export interface BulkReport {
  readonly counts: BulkCounts;
  /** Records that an earlier, interrupted run had already done. */
  readonly resumed: number;
  readonly rejectsFile: string;
  /** The input was read as GB 18030, which nothing in it says. */
  readonly guessed: boolean;
}

const BATCH = 1_000;
/** The characters of a batch of long records, all of which may have to be written as they stand. */
const LARGE = 5_000_000;

/** Assesses a whole file of incidents into another, batch by batch and in order. */
export async function runBulk(options: BulkOptions): Promise<BulkReport> {
  try {
    return await guarded(options);
  } catch (error) {
    // What goes wrong in reading has its code by now.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw unwritable(options.output, error);
  }
}

async function guarded({
  input: file,
  output: results,
  read = [],
  resume,
  threads = defaultThreads(),
  setting,
  progress,
}: BulkOptions): Promise<BulkReport> {
  const input = inputOf(file);
  const files = filesOf(results);
  const unlock = lock(files.lock);
  try {
    const source = await sourceOf(input);
    const start = startOf(files, { input, others: read }, setting, resume);
    const { asOf, records: skip } = start.checkpoint;
    const whole: BulkSetting = { ...setting, asOf };
    const assess = batchAssessor(whole);
    // All that can be known to be wrong would have been told by now.
    const output = new BulkOutput(files, start);
    await assessAll({ input: file, source, skip, output, assess, pool: poolOf(whole, threads), progress });
    return {
      counts: output.counts,
      resumed: skip,
      rejectsFile: files.rejects,
      guessed: source.guessed === true,
    };
  } finally {
    unlock();
  }
}

interface Work {
  readonly input: string;
  readonly source: RecordSource;
  readonly skip: number;
  readonly output: BulkOutput;
  readonly assess: (batch: Batch) => BatchResult;
  readonly pool: Piscina | undefined;
  readonly progress: BulkOptions['progress'];
}

async function assessAll({ input, source, skip, output, assess, pool, progress }: Work): Promise<void> {
  try {
    const waiting: { batch: Batch; result: Promise<BatchResult> }[] = [];
    const writeFirst = async () => {
      const next = waiting.shift();
      if (!next) return;
      output.write(next.batch.records.length, await next.result);
      progress(source.done(), source.total);
    };
    for await (const batch of batchesFrom(source, skip)) {
      // A short run is over before another thread has started.
      const alone = !pool || (batch.position === skip && batch.records.length < BATCH);
      const result = alone ? Promise.resolve(assess(batch)) : (pool.run(batch) as Promise<BatchResult>);
      result.catch(() => undefined);
      waiting.push({ batch, result });
      if (waiting.length > (pool ? 2 * pool.maxThreads : 0)) await writeFirst();
    }
    while (waiting.length > 0) await writeFirst();
    if (output.isEmpty) throw new ZerenzhiError([faultOf('file/empty', input)]);
  } catch (error) {
    output.giveUp();
    throw error;
  } finally {
    await pool?.destroy();
  }
  output.finish();
}

async function* batchesFrom(source: RecordSource, skip: number): AsyncGenerator<Batch> {
  let position = 0;
  let records: SourceRecord[] = [];
  let size = 0;
  for await (const record of source.records()) {
    if (position++ < skip) continue;
    records.push(record);
    size += record.text.length;
    if (records.length < BATCH && size < LARGE) continue;
    yield { position: position - records.length, records };
    [records, size] = [[], 0];
  }
  if (records.length > 0) yield { position: position - records.length, records };
}

/** With one processor, another thread would only take turns with this one. */
function defaultThreads(): number {
  const processors = availableParallelism();
  return processors === 1 ? 0 : Math.min(8, processors);
}

function poolOf(setting: BulkSetting, threads: number): Piscina | undefined {
  // Beside the built command stands its built worker; run from source there is none, and the main thread works alone.
  const filename = fileURLToPath(new URL('./bulk-worker.js', import.meta.url));
  if (threads === 0 || !existsSync(filename)) return undefined;
  return new Piscina({ filename, workerData: setting, minThreads: 0, maxThreads: threads, idleTimeout: 1_000 });
}
