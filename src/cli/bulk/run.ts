import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { type Batch, type BatchResult, type BulkCounts, type BulkSetting, batchAssessor } from './batch.js';
import { BulkOutput } from './checkpoint.js';
import { type RecordSource, type SourceRecord, sourceOf } from './sources.js';

export interface BulkOptions {
  readonly input: string;
  readonly output: string;
  readonly resume: boolean;
  /** Worker threads; 0 works in the main thread. */
  readonly threads?: number;
  readonly setting: Omit<BulkSetting, 'asOf'> & { readonly asOf?: string };
  readonly progress: (done: number, total: number) => void;
}
export interface BulkReport {
  readonly counts: BulkCounts;
  /** Records that an earlier, interrupted run had already done. */
  readonly resumed: number;
  readonly rejectsFile: string;
}

const BATCH = 1_000;

/** Assesses a whole file of incidents into another, batch by batch and in order. */
export async function runBulk({ input, output: file, resume, threads, setting, progress }: BulkOptions): Promise<BulkReport> {
  const source = await sourceOf(input);
  const output = new BulkOutput(file, { file: input, total: source.total }, setting, resume);
  const whole: BulkSetting = { ...setting, asOf: output.asOf };
  const assessHere = batchAssessor(whole);
  const resumed = output.records;
  const pool = poolOf(whole, threads ?? Math.min(8, availableParallelism()));
  try {
    const waiting: { batch: Batch; result: Promise<BatchResult> }[] = [];
    const writeFirst = async () => {
      const next = waiting.shift();
      if (!next) return;
      output.write(next.batch.records.length, await next.result);
      progress(source.done(), source.total);
    };
    for await (const batch of batchesFrom(source, resumed)) {
      // A short run is over before another thread has started.
      const alone = !pool || (batch.position === 0 && batch.records.length < BATCH);
      const result = alone ? Promise.resolve(assessHere(batch)) : (pool.run(batch) as Promise<BatchResult>);
      result.catch(() => undefined);
      waiting.push({ batch, result });
      if (waiting.length > (pool ? 2 * pool.maxThreads : 0)) await writeFirst();
    }
    while (waiting.length > 0) await writeFirst();
    output.finish();
    return { counts: output.counts, resumed, rejectsFile: output.rejectsFile };
  } catch (error) {
    output.giveUp();
    throw error;
  } finally {
    await pool?.destroy();
  }
}

async function* batchesFrom(source: RecordSource, skip: number): AsyncGenerator<Batch> {
  let position = 0;
  let records: SourceRecord[] = [];
  for await (const record of source.records()) {
    if (position++ < skip) continue;
    records.push(record);
    if (records.length < BATCH) continue;
    yield { position: position - BATCH, records };
    records = [];
  }
  if (records.length > 0) yield { position: position - records.length, records };
}

function poolOf(setting: BulkSetting, threads: number): Piscina | undefined {
  // Beside the built command stands its built worker; run from source there is none, and the main thread works alone.
  const filename = fileURLToPath(new URL('./bulk-worker.js', import.meta.url));
  if (threads < 2 || !existsSync(filename)) return undefined;
  return new Piscina({ filename, workerData: setting, minThreads: 0, maxThreads: threads, idleTimeout: 1_000 });
}
