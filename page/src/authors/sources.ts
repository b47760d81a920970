import { createPolicy, type Diagnostic, type Overlay, type Policy, type Regulation } from 'zerenzhi';
import { decodeText, type Files, parseYaml, readScenarios } from 'zerenzhi/authoring';
import { kindOf } from '../kind-of.js';
import { tried } from '../tried.js';

/** The folders of rules among some files, by where their head stands. */
export const foldersIn = (files: Files): string[] =>
  Object.keys(files)
    .filter((path) => /(^|\/)regulation\.yaml$/.test(path))
    .map((path) => path.replace(/\/?regulation\.yaml$/, '') || '.')
    .sort();

/** A file that stands in no folder of rules, by its kind. */
export interface Loose {
  readonly path: string;
  readonly kind: 'overlay' | 'scenarios' | 'policy' | 'incident' | 'unit' | 'organization' | 'all' | undefined;
  readonly value?: unknown;
  readonly faults: readonly Diagnostic[];
}

/** The files beside the folders of rules, each checked by some rules. */
export function looseIn(files: Files, folders: readonly string[], regulation: Regulation): Loose[] {
  return Object.keys(files)
    .filter((path) => !folders.some((folder) => folder === '.' || path.startsWith(`${folder}/`)))
    .map((path): Loose => {
      const given = files[path] ?? '';
      const text = typeof given === 'string' ? { text: given } : decodeText(given, path);
      const source = 'faults' in text ? text : parseYaml(text.text, path);
      if ('faults' in source) return { path, kind: undefined, faults: source.faults };
      const { value } = source;
      const kind = Array.isArray(value) ? 'scenarios' : kindOf(value);
      if (kind === 'scenarios') return { path, kind, value, faults: readScenarios(path, regulation, files).faults };
      if (kind !== 'overlay' && kind !== 'policy') return { path, kind, value, faults: [] };
      const options = kind === 'overlay' ? { overlays: [value as Overlay] } : (value as object);
      const { faults } = tried(() => createPolicy({ ...options, regulation }) as Policy);
      // A policy is made of the file: what is wrong with it stands there.
      return {
        path,
        kind,
        value,
        faults: faults.map((fault) => source.locate({ ...fault, path: fault.path.replace(/^overlays\[0\]\.?/, '') })),
      };
    });
}
