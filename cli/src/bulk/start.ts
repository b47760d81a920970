import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Diagnostic, refuse } from '../../../src/diagnostics/diagnostics.js';
import { regulation } from '../../../src/index.js';
import type { BulkSetting } from './batch.js';
import { type Checkpoint, readCheckpoint } from './checkpoint.js';
import { type BulkFiles, exists, faultOf, type InputFile, isInput, lengthOf } from './files.js';

/** A setting whose time of judgement may be left to the start of the run. */
export type StartSetting = Omit<BulkSetting, 'asOf'> & { readonly asOf?: string };

/**
 * Where a run begins: at the first record, or where it was interrupted. This only looks; nothing is written before it has found all sound.
 *
 * @throws ZerenzhiError if a file is in the way or is the input, or if what an interrupted run left is not as it left it, or not this run's
 */
export function startOf(files: BulkFiles, input: InputFile, setting: StartSetting, resume: boolean): Checkpoint {
  const { results, rejects, checkpoint } = files;
  refuse(
    [results, rejects, checkpoint].filter((file) => isInput(file, input)).map((file) => faultOf('file/is-input', file)),
  );
  const before = resume ? readCheckpoint(checkpoint) : undefined;
  // Without a given time all records of a run are judged as of its start, also those after an interruption.
  const asOf = setting.asOf ?? before?.asOf ?? new Date().toISOString();
  const run = nameOf(input, { ...setting, asOf });
  if (!before) {
    refuse(inTheWay(files, resume));
    return {
      run,
      asOf,
      records: 0,
      results: 0,
      rejects: 0,
      counts: { triggered: 0, 'not-triggered': 0, undetermined: 0, rejected: 0 },
    };
  }
  refuse(before.run === run ? [] : [faultOf('file/other-run', results, { expected: checkpoint })]);
  refuse([...tooShort(results, before.results), ...tooShort(rejects, before.rejects)]);
  return before;
}

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
    .update(canonicalize([path, size, modified, setting, regulation]) ?? '')
    .digest('hex');
}
