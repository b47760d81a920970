import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FileSystem } from './file-system.js';

// Nothing else in src/ needs Node: a bundle for browsers has something else in place of this file.

/** The files on the disk. */
export const disk: FileSystem = {
  join,
  isFolder(path) {
    try {
      return statSync(path).isDirectory();
    } catch {
      // What is not there is told as it is read.
      return false;
    }
  },
  exists(path) {
    try {
      return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    } catch {
      return true;
    }
  },
  list: (folder) => readdirSync(folder),
  read(path, within) {
    if (within === undefined) return readFileSync(path);
    const file = realpathSync(path);
    return file.startsWith(join(realpathSync(within), sep)) ? readFileSync(file) : undefined;
  },
};
