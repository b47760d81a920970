import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Regulation, regulation, ZerenzhiError } from 'zerenzhi';
import { readRegulation } from 'zerenzhi/authoring';
import { faultOf, refuse, unreadable } from './faults.js';

/**
 * The regulation of a folder of rule files; without one, the shipped one.
 *
 * @throws ZerenzhiError with every fault of the folder, by file, line and column
 */
export function regulationFrom(folder: string | undefined): Regulation {
  if (folder === undefined) return regulation;
  const loaded = readRegulation(folderOf(folder));
  if (loaded.regulation) return loaded.regulation;
  throw new ZerenzhiError(loaded.faults.map((fault) => ({ ...fault, file: join(folder, fault.file ?? '') })));
}

/** A folder, or an error that says why it is none. */
export function folderOf(path: string): string {
  refuse(isFolder(path) ? [] : [faultOf('file/unreadable', path, { expected: 'ENOTDIR' })]);
  return path;
}

/** The files of a folder of rules. */
export const ruleFilesIn = (folder: string | undefined): string[] =>
  folder !== undefined && isFolder(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
    : [];

/** Whether a path is that of a folder; an error if it leads nowhere. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
}
