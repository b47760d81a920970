import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import type { BatchResult } from './batch.js';
import { type Checkpoint, saveCheckpoint } from './checkpoint.js';
import { type BulkCounts, sumOf } from './counts.js';
import type { BulkFiles } from './files.js';
import type { Start } from './start.js';

/**
 * The files of a run as they are written. Whatever an interrupted run wrote after its last checkpoint is cut off, and
 * made again.
 */
export class BulkOutput {
  #at: Checkpoint;
  readonly #files: BulkFiles;
  readonly #results: number;
  readonly #rejects: number;

  constructor(files: BulkFiles, { checkpoint, resumed }: Start) {
    this.#files = files;
    this.#at = checkpoint;
    const made: string[] = [];
    try {
      // With a checkpoint first, there is no moment at which a run that is killed could not be resumed.
      saveCheckpoint(files.checkpoint, checkpoint, resumed);
      made.push(files.checkpoint);
      this.#results = openAt(files.results, checkpoint.results, resumed);
      made.push(files.results);
      this.#rejects = openAt(files.rejects, checkpoint.rejects, resumed);
    } catch (error) {
      // What was not made here may be somebody else's by now.
      if (!resumed) for (const file of made) rmSync(file, { force: true });
      throw error;
    }
  }

  get counts(): BulkCounts {
    return this.#at.counts;
  }

  get isEmpty(): boolean {
    return this.#at.records === 0;
  }

  write(records: number, { results, rejects, counts }: BatchResult): void {
    const { run, asOf, ...at } = this.#at;
    const reached = {
      run,
      asOf,
      records: at.records + records,
      results: at.results + append(this.#results, results),
      rejects: at.rejects + append(this.#rejects, rejects),
      counts: sumOf(at.counts, counts),
    };
    // What the checkpoint counts is on the disk before the checkpoint is.
    fsyncSync(this.#results);
    fsyncSync(this.#rejects);
    saveCheckpoint(this.#files.checkpoint, reached, true);
    this.#at = reached;
  }

  /** The run is whole: nothing is left to resume, and a file of no rejects is no file. */
  finish(): void {
    this.#close();
    if (this.#at.rejects === 0) rmSync(this.#files.rejects);
    rmSync(this.#files.checkpoint);
  }

  /** A run that came to nothing leaves nothing behind; one that came further can be resumed. */
  giveUp(): void {
    this.#close();
    if (this.#at.records > 0) return;
    for (const file of [this.#files.results, this.#files.rejects, this.#files.checkpoint])
      rmSync(file, { force: true });
  }

  #close(): void {
    closeSync(this.#results);
    closeSync(this.#rejects);
  }
}

/** A file as long as its checkpoint says; a run that begins makes its own, and none goes through a link. */
function openAt(file: string, length: number, resumed: boolean): number {
  const { O_WRONLY, O_APPEND, O_CREAT, O_EXCL } = constants;
  // Windows knows no such flag; there a link is found by looking alone (start.ts).
  const { O_NOFOLLOW = 0 } = constants as { readonly O_NOFOLLOW?: number };
  const opened = openSync(file, O_WRONLY | O_APPEND | O_CREAT | (resumed ? O_NOFOLLOW : O_EXCL));
  // Nor into a file that has another name by now.
  if (resumed && fstatSync(opened).nlink > 1) {
    closeSync(opened);
    throw Object.assign(new Error(`EMLINK: ${file}`), { code: 'EMLINK', syscall: 'open' });
  }
  ftruncateSync(opened, length);
  return opened;
}

function append(file: number, text: string): number {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
  return bytes.length;
}
