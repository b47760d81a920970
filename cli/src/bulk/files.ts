import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { unreadable } from '../faults.js';

/**
 * A file to be read, and what tells it from another: the same bytes under another name are the same input, other bytes
 * are not.
 */
export interface InputFile {
  /** As it was named. */
  readonly file: string;
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

/** The files that one run writes. */
export interface BulkFiles {
  readonly results: string;
  readonly rejects: string;
  readonly checkpoint: string;
  readonly lock: string;
}

export const filesOf = (results: string): BulkFiles => ({
  results,
  rejects: `${results}.rejects.ndjson`,
  checkpoint: `${results}.checkpoint.json`,
  lock: `${results}.lock`,
});

/** @throws ZerenzhiError if it is no file that can be read */
export function inputOf(file: string): InputFile {
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw { code: 'EISDIR' };
    accessSync(file, constants.R_OK);
    return { file, path: realpathSync(file), size: stats.size, modified: stats.mtimeMs };
  } catch (error) {
    throw unreadable(file, error);
  }
}

export const lengthOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
