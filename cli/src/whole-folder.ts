import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unwritable } from './faults.js';
import { exists, type Target, targetOf, temporaryIn, writeNew, writeWhole } from './whole-file.js';

/** Files by their names inside a folder. */
export type Files = { readonly [name: string]: string };

/**
 * Writes a folder that does not exist yet: whole, or not at all.
 *
 * @throws ZerenzhiError if there is something of its name, or if it cannot be written
 */
export function writeNewFolder(folder: string, files: Files): void {
  targetOf(folder, []);
  const temporary = temporaryIn(dirname(folder));
  try {
    mkdirSync(temporary);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(temporary, name)), { recursive: true });
      writeNew(join(temporary, name), content);
    }
    renameSync(temporary, folder);
  } catch (error) {
    throw unwritable(folder, error);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Writes files into a folder, a new one or one that has some of them: what stands in the way is found before any is
 * written, and each is whole.
 *
 * @param mayReplace whether what stands in a file may go
 * @throws ZerenzhiError if something else stands where one is to be, or if one cannot be written
 */
export function writeInto(folder: string, files: Files, mayReplace: (file: string) => boolean): void {
  if (!exists(folder)) return writeNewFolder(folder, files);
  const targets = Object.entries(files).map(([name, content]): [Target, string] => {
    const file = join(folder, name);
    return [targetOf(file, [], mayReplace(file)), content];
  });
  for (const [target, content] of targets) writeWhole(target, content);
}
