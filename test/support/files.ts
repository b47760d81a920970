import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of some folders, by their paths: as a page has them that a folder was dropped on. */
export const filesIn = (...folders: readonly string[]): { readonly [path: string]: Uint8Array } =>
  Object.fromEntries(
    folders
      .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
      .filter((path) => statSync(path).isFile())
      .map((path) => [path, readFileSync(path)]),
  );
