import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import canonicalize from 'canonicalize';
import type { Diagnostic } from 'zerenzhi';
import { faultOf, refuse } from '../faults.js';
import { regulationFrom } from '../regulation.js';
import { exists, isSameFile } from '../whole-file.js';
import type { BulkSetting } from './batch.js';
import { type Checkpoint, readCheckpoint } from './checkpoint.js';
import { noCounts } from './counts.js';
import { type BulkFiles, type InputFile, lengthOf } from './files.js';

/** A setting whose time of judgement may be left to the start of the run. */
export type StartSetting = Omit<BulkSetting, 'asOf'> & { readonly asOf?: string };

/** What a run may not write over, besides all that exists: the files that it reads. */
export interface Inputs {
  readonly input: InputFile;
  /** The organization and the policy. */
  readonly others: readonly string[];
}

/** The checkpoint that a run goes on from, or the one of a run that is yet to begin. */
export interface Start {
  readonly checkpoint: Checkpoint;
  readonly resumed: boolean;
}

/**
 * Where a run begins: at the first record, or where it was interrupted. This only looks; nothing is written before it
 * has found all sound.
 *
 * @throws ZerenzhiError if a file is in the way or is an input, or if what an interrupted run left is not as it left
 * it, or not this run's
 */
export function startOf(files: BulkFiles, { input, others }: Inputs, setting: StartSetting, resume: boolean): Start {
  const { results, rejects, checkpoint } = files;
  const written = [results, rejects, checkpoint];
  refuse(
    written
      .filter((file) => [input.path, ...others].some((other) => isSameFile(file, other)))
      .map((file) => faultOf('file/is-input', file)),
  );
  // What a link leads to is nothing that an interrupted run left, nor is what has another name besides; but a checkpoint
  // is never written into, and has two where its run was killed as it began.
  if (resume)
    refuse(
      written
        .filter((file) => isNotPlain(file) || (file !== checkpoint && hasOtherNames(file)))
        .map((file) => faultOf('file/not-plain', file)),
    );
  const before = resume ? readCheckpoint(checkpoint) : undefined;
  // Without a given time all records of a run are judged as of its start, also those after an interruption.
  const asOf = setting.asOf ?? before?.asOf ?? new Date().toISOString();
  const run = nameOf(input, { ...setting, asOf });
  if (!before) {
    refuse(inTheWay(files, resume));
    return { checkpoint: { run, asOf, records: 0, results: 0, rejects: 0, counts: noCounts() }, resumed: false };
  }
  refuse(before.run === run ? [] : [faultOf('file/other-run', results, { expected: checkpoint })]);
  refuse([...tooShort(results, before.results), ...tooShort(rejects, before.rejects)]);
  return { checkpoint: before, resumed: true };
}

const isNotPlain = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false })?.isFile() === false;

const hasOtherNames = (file: string): boolean => (lstatSync(file, { throwIfNoEntry: false })?.nlink ?? 1) > 1;

function inTheWay({ results, rejects, checkpoint }: BulkFiles, resume: boolean): Diagnostic[] {
  if (exists(checkpoint)) return [faultOf('file/interrupted', checkpoint, { expected: '--resume' })];
  if (resume && exists(results)) return [faultOf('file/finished', results)];
  return [results, rejects].filter(exists).map((file) => faultOf('file/exists', file));
}

function tooShort(file: string, recorded: number): Diagnostic[] {
  const length = lengthOf(file);
  return length < recorded ? [faultOf('file/too-short', file, { value: length, expected: String(recorded) })] : [];
}

/** The same for the same input, setting and rules, in whatever order they are written, and for no others. */
function nameOf({ path, size, modified }: InputFile, setting: BulkSetting): string {
  return createHash('sha256')
    .update(canonicalize([path, size, modified, setting, regulationFrom(setting.regulation)]) ?? '')
    .digest('hex');
}
