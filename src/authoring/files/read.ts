import { type Diagnostic, diagnostic, refuse } from '../../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../../diagnostics/file-diagnostics.js';
import { isMapping } from '../../diagnostics/plain-data.js';
import { reading } from '../../diagnostics/reading.js';
import { decodeText } from '../decode-text.js';
import { disk } from './disk.js';
import type { FileSystem, Files } from './file-system.js';
import { inMemory } from './in-memory.js';

type Faults = { readonly faults: readonly Diagnostic[] };
export type Text = { readonly text: string; readonly bytes: Uint8Array };

/** Files that are given, or those on the disk; throws `ZerenzhiError` if what is given are none. */
export function systemOf(files: Files | undefined): FileSystem {
  if (files === undefined) return disk;
  return reading(() => {
    if (!isMapping(files))
      refuse([diagnostic('input/invalid-type', 'files', { value: typeof files, expected: 'object' })]);
    return inMemory(files);
  });
}

/** What is wrong with something that is to be a path. */
export const pathFaults = (path: unknown): Diagnostic[] =>
  typeof path === 'string' ? [] : [diagnostic('input/invalid-type', '', { value: typeof path, expected: 'string' })];

/**
 * A file of a folder as text, or why it cannot be read. What a link leads to outside the folder is not read: of a file
 * that is none of its own, messages would tell the first words.
 */
export const textInside = (fs: FileSystem, folder: string, name: string): Text | Faults =>
  textOf(fs, fs.join(folder, name), name, folder);

/** A file as text, or why it cannot be read. */
export function textOf(fs: FileSystem, path: string, name = path, within?: string): Text | Faults {
  try {
    const bytes = fs.read(path, within);
    if (bytes === undefined) return { faults: [{ ...fileDiagnostic('file/outside', ''), file: name }] };
    const decoded = decodeText(bytes, name);
    return 'faults' in decoded ? decoded : { ...decoded, bytes };
  } catch (error) {
    return unreadable(name, error);
  }
}

/** The rule files of a folder within the folder, none where there is no such folder. */
export function rulesInside(
  fs: FileSystem,
  folder: string,
  sub: string,
): { readonly names: readonly string[] } | Faults {
  const path = fs.join(folder, sub);
  if (!fs.exists(path)) return { names: [] };
  try {
    const names = fs.list(path).filter((name) => name.endsWith('.yaml'));
    return { names: names.sort().map((name) => `${sub}/${name}`) };
  } catch (error) {
    return unreadable(sub, error);
  }
}

function unreadable(file: string, error: unknown): Faults {
  const { code } = error as { readonly code?: string };
  return { faults: [{ ...fileDiagnostic('file/unreadable', '', { expected: code ?? 'error' }), file }] };
}
