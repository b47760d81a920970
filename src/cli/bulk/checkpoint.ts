import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { ZerenzhiError } from '../../regulation/diagnostics.js';
import { fileDiagnostic } from '../../regulation/file-diagnostics.js';
import type { BatchResult, BulkCounts, BulkSetting } from './batch.js';

/** How far a run has come: what stands in its two files up to these lengths is whole. */
interface Checkpoint {
  /** Of the input's name and size and of the setting: a run goes on only as it began. */
  readonly run: string;
  readonly asOf: string;
  readonly records: number;
  readonly results: number;
  readonly rejects: number;
  readonly counts: BulkCounts;
}

const NONE: BulkCounts = { triggered: 0, 'not-triggered': 0, undetermined: 0, rejected: 0 };

/** The files of a run. A run that was interrupted left a checkpoint; whatever was written after it is cut off and made again. */
export class BulkOutput {
  readonly rejectsFile: string;
  readonly asOf: string;
  #at: Checkpoint;
  readonly #checkpointFile: string;
  readonly #files: { results: number; rejects: number };

  /** @throws ZerenzhiError if the output exists and is not to be resumed, or belongs to another run */
  constructor(
    readonly file: string,
    input: { readonly file: string; readonly total: number },
    setting: Omit<BulkSetting, 'asOf'> & { readonly asOf?: string },
    resume: boolean,
  ) {
    this.rejectsFile = `${file}.rejects.ndjson`;
    this.#checkpointFile = `${file}.checkpoint.json`;
    const before = existsSync(this.#checkpointFile) ? (JSON.parse(readFileSync(this.#checkpointFile, 'utf8')) as Checkpoint) : undefined;
    if (existsSync(file) && !(resume && before)) throw refused('file/exists', file, '--resume');
    // Without a given time all records of a run are judged as of its start, also those after an interruption.
    this.asOf = setting.asOf ?? before?.asOf ?? new Date().toISOString();
    const run = createHash('sha256')
      .update(JSON.stringify([input.file, input.total, { ...setting, asOf: this.asOf }]))
      .digest('hex');
    if (before && before.run !== run) throw refused('file/other-run', file, this.#checkpointFile);
    this.#at = before ?? { run, asOf: this.asOf, records: 0, results: 0, rejects: 0, counts: NONE };
    this.#files = { results: openAt(file, this.#at.results), rejects: openAt(this.rejectsFile, this.#at.rejects) };
    this.#save();
  }

  get records(): number {
    return this.#at.records;
  }
  get counts(): BulkCounts {
    return this.#at.counts;
  }

  write(records: number, { results, rejects, counts }: BatchResult): void {
    const at = this.#at;
    const added = { results: append(this.#files.results, results), rejects: append(this.#files.rejects, rejects) };
    this.#at = {
      ...at,
      records: at.records + records,
      results: at.results + added.results,
      rejects: at.rejects + added.rejects,
      counts: {
        triggered: at.counts.triggered + counts.triggered,
        'not-triggered': at.counts['not-triggered'] + counts['not-triggered'],
        undetermined: at.counts.undetermined + counts.undetermined,
        rejected: at.counts.rejected + counts.rejected,
      },
    };
    this.#save();
  }

  /** The run is whole: nothing is left to resume, and a file of no rejects is no file. */
  finish(): void {
    closeSync(this.#files.results);
    closeSync(this.#files.rejects);
    rmSync(this.#checkpointFile);
    if (this.#at.rejects === 0) rmSync(this.rejectsFile);
  }

  /** A run that came to nothing leaves nothing behind; one that came further can be resumed. */
  giveUp(): void {
    if (this.#at.records > 0) return;
    for (const file of [this.file, this.rejectsFile, this.#checkpointFile]) rmSync(file, { force: true });
  }

  /** What the checkpoint counts is on the disk before the checkpoint is. */
  #save(): void {
    fsyncSync(this.#files.results);
    fsyncSync(this.#files.rejects);
    writeFileSync(`${this.#checkpointFile}.new`, JSON.stringify(this.#at));
    renameSync(`${this.#checkpointFile}.new`, this.#checkpointFile);
  }
}

function openAt(file: string, length: number): number {
  if (existsSync(file)) truncateSync(file, length);
  return openSync(file, 'a');
}

function append(file: number, text: string): number {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
  return bytes.length;
}

const refused = (code: 'file/exists' | 'file/other-run', file: string, expected: string) =>
  new ZerenzhiError([{ ...fileDiagnostic(code, '', { expected }), file }]);
