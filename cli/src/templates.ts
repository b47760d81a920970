import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from './whole-folder.js';

// What files begin from is data beside the program, built or not.
const TEMPLATES = fileURLToPath(new URL('../templates/', import.meta.url));

export const templateFolder = (name: string): string => join(TEMPLATES, name);

/** The files of a template. */
export function template(name: string): Files {
  const folder = templateFolder(name);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}
