import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../diagnostics/file-diagnostics.js';
import { decodeText } from './decode-text.js';

type Faults = { readonly faults: readonly Diagnostic[] };
export type Text = { readonly text: string; readonly bytes: Uint8Array };

/**
 * A file of a folder as text, or why it cannot be read. What a link leads to outside the folder is not read: of a file
 * that is none of its own, messages would tell the first words.
 */
export function textInside(folder: string, name: string): Text | Faults {
  try {
    const file = realpathSync(join(folder, name));
    if (!file.startsWith(join(realpathSync(folder), sep)))
      return { faults: [{ ...fileDiagnostic('file/outside', ''), file: name }] };
    return textOf(file, name);
  } catch (error) {
    return unreadable(name, error);
  }
}

/** A file as text, or why it cannot be read. */
export function textOf(path: string, name = path): Text | Faults {
  try {
    const bytes = readFileSync(path);
    const decoded = decodeText(bytes, name);
    return 'faults' in decoded ? decoded : { ...decoded, bytes };
  } catch (error) {
    return unreadable(name, error);
  }
}

/** The rule files of a folder within the folder, none where there is no such folder. */
export function rulesInside(folder: string, sub: string): { readonly names: readonly string[] } | Faults {
  if (!existsInside(folder, sub)) return { names: [] };
  try {
    const names = readdirSync(join(folder, sub)).filter((name) => name.endsWith('.yaml'));
    return { names: names.sort().map((name) => `${sub}/${name}`) };
  } catch (error) {
    return unreadable(sub, error);
  }
}

/** Whether a folder has something of a name, be it a link that leads nowhere; where nobody can look, reading tells why. */
export function existsInside(folder: string, name: string): boolean {
  try {
    return lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

function unreadable(file: string, error: unknown): Faults {
  const expected = (error as NodeJS.ErrnoException).code ?? 'error';
  return { faults: [{ ...fileDiagnostic('file/unreadable', '', { expected }), file }] };
}
