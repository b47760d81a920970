import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { faultOf, reasonOf, refuse, unwritable } from './faults.js';

// Every command that writes a file writes it here: whole or not at all, and over nothing that was there before it was
// asked to.
// Libraries that write beside and rename replace what exists and follow links; both are refused here.

/** A file that may be written; `replace` if what stands there may go. */
export interface Target {
  readonly file: string;
  readonly replace: boolean;
}

/** Whether anything has this name, a link that leads nowhere included. */
export const exists = (file: string): boolean => found(file) !== undefined;

/** What has this name, be it a link; a name inside what is no folder is none that could be written. */
function found(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** Whether two names are of one file, by whatever links. */
export function isSameFile(file: string, other: string): boolean {
  const [a, b] = [file, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

/**
 * The file that a command is to write, looked at before any work goes into it.
 *
 * @param inputs what the command reads: never written over, not even by force
 * @throws ZerenzhiError if it is an input, if it exists and is not to be replaced, or if it cannot be written
 */
export function targetOf(file: string, inputs: readonly string[], force = false): Target {
  if (inputs.some((input) => isSameFile(file, input))) refuse([faultOf('file/is-input', file)]);
  const there = found(file);
  if (there && !force) refuse([faultOf('file/exists', file)]);
  if (there && !there.isFile()) refuse([faultOf('file/not-plain', file)]);
  writableOrRefused(file, there ? [file, dirname(file)] : [dirname(file)]);
  return { file, replace: there !== undefined };
}

/** The document that a command began with, to be written again: by its own name, so that a link to it stays one. */
export function sameTarget(file: string): Target {
  const target = realpathSync(file);
  writableOrRefused(file, [target, dirname(target)]);
  return { file: target, replace: true };
}

function writableOrRefused(file: string, paths: readonly string[]): void {
  try {
    for (const path of paths) accessSync(path, constants.W_OK);
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** Writes a file whole: whoever looks finds what was there before, or all of the new. */
export function writeWhole({ file, replace }: Target, content: string | Uint8Array): void {
  try {
    if (replace) putInstead(beside(file, content, modeOf(file)), file);
    else writeNew(file, content);
  } catch (error) {
    throw unwritable(file, error);
  }
}

/**
 * Writes whole what must not exist yet.
 *
 * @throws what the system says, as it says it
 */
export const writeNew = (file: string, content: string | Uint8Array): void => putInPlace(beside(file, content), file);

/** Who may read and write what is replaced; of a link that came in between this says nothing. */
function modeOf(file: string): number | undefined {
  const there = lstatSync(file, { throwIfNoEntry: false });
  return there?.isFile() ? there.mode : undefined;
}

/** A name in a folder that nothing else has. */
export const temporaryIn = (folder: string): string => join(folder, `.zerenzhi-${randomBytes(8).toString('hex')}.tmp`);

/**
 * The content in a new file beside another, on the disk. What a run leaves that is killed here no later one clears:
 * whose it was may still be at work, on another machine too.
 */
function beside(file: string, content: string | Uint8Array, mode?: number): string {
  const temporary = temporaryIn(dirname(file));
  const opened = openSync(temporary, 'wx', mode);
  try {
    writeFileSync(opened, content);
    // Whoever may write it still may, whatever a new file would be.
    if (mode !== undefined) fchmodSync(opened, mode);
    fsyncSync(opened);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(opened);
  }
  return temporary;
}

/** What is replaced may be held fast: in a folder where only its owner may, or by a mount. */
function putInstead(temporary: string, file: string): void {
  try {
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EACCES'];

/**
 * A second name is refused where the first exists by then, also as a link; file systems without second names look
 * first.
 */
function putInPlace(temporary: string, file: string): void {
  try {
    linkSync(temporary, file);
  } catch (error) {
    if (!NO_LINKS.includes(reasonOf(error))) throw error;
    if (exists(file)) throw Object.assign(new Error(file), { code: 'EEXIST' });
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}
