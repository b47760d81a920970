import { accessSync, constants, lstatSync, realpathSync, statSync } from 'node:fs';
import {
  type Diagnostic,
  type diagnostic,
  type FileCode,
  ZerenzhiError,
} from '../../../src/diagnostics/diagnostics.js';
import { fileDiagnostic } from '../../../src/diagnostics/file-diagnostics.js';

/** A file to be read, and what tells it from another: the same bytes under another name are the same input, other bytes are not. */
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

/** Whether anything has this name, a link that leads nowhere included. */
export const exists = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

export const lengthOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

export const isInput = (file: string, { path }: InputFile): boolean =>
  statSync(file, { throwIfNoEntry: false }) !== undefined && realpathSync(file) === path;

export const faultOf = (code: FileCode, file: string, details?: Parameters<typeof diagnostic>[2]): Diagnostic => ({
  ...fileDiagnostic(code, '', details),
  file,
});

export const unreadable = (file: string, error: unknown) =>
  new ZerenzhiError([faultOf('file/unreadable', file, { expected: reasonOf(error) })]);

/** What the system says of a file: its code is the same in every language. */
export const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'error';
