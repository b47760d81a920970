import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRegulation } from '../../src/authoring/load.js';

/** The first day of the made-up amendment. */
export const AMENDED = '2026-09-01';

/**
 * The shipped rules as an author would amend them, in a folder of their own: a file for the new version of Art. 8, one for Art. 16, the
 * last day of Art. 11 in its file, the edition in regulation.yaml, and the official text that holds from then on.
 */
export function amendedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'amended-'));
  cpSync('rules', folder, { recursive: true, filter: (path) => !path.startsWith('rules/generated') });
  cpSync('test/amended-regulation', folder, { recursive: true });
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
  const editions = readFileSync('test/amended-regulation/editions.yaml', 'utf8');
  edit('regulation.yaml', (text) => `${text.trimEnd()}\n${editions}`);
  edit('articles/11.yaml', (text) => text.replace('article: 11\n', "article: 11\nuntil: '2026-08-31'\n"));
  return folder;
}

export const amended = () => loadRegulation(amendedFolder());
