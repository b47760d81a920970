import { type Diagnostic, diagnostic, refuse } from '../../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../../diagnostics/file-diagnostics.js';
import { onceFor } from '../../diagnostics/once.js';
import { isMapping } from '../../diagnostics/plain-data.js';
import type { Regulation } from '../../regulation/schema.js';
import { ruleShapeFaults } from '../check/shape.js';
import type { FileSystem, Files } from '../files/file-system.js';
import { pathFaults, systemOf, textOf } from '../files/read.js';
import { type Parsed, parseYaml, type Source } from '../parse-yaml.js';
import { refuseUnchecked } from '../refuse-unchecked.js';
import { chainRow, incidentRow, type Row, unitRow } from './form.js';
import { nameFaults } from './names.js';
import { wordFaults } from './words.js';

const DOCUMENTS = ['incident', 'unit', 'subject', 'organization', 'policy'] as const;
type DocumentKey = (typeof DOCUMENTS)[number];

/** A row of a table, with what it names read. */
export interface Scenario {
  readonly row: Row;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** What the row gives, or the files that it names. */
  readonly documents: { readonly [document in DocumentKey]?: unknown };
  /** A fault of the row, or of a document in it, in the file it stands in. */
  locate(fault: Diagnostic): Diagnostic;
}

/** The scenarios of a table, or every fault of those that have some. */
export interface Table {
  readonly scenarios: readonly Scenario[];
  readonly faults: readonly Diagnostic[];
}

/**
 * Reads a table of scenarios. The words that a row rests on are looked up in the text, and the provisions it names among
 * those of the regulation.
 *
 * @param file a YAML file with a list of rows; documents that a row names by a path stand there seen from this file
 * @param files in which the table and its documents stand; the disk by default
 * @throws ZerenzhiError if the regulation was not checked, or `files` are none
 */
export function readScenarios(file: string, regulation: Regulation, files?: Files): Table {
  refuseUnchecked({ regulation });
  refuse(pathFaults(file));
  return readTable(systemOf(files), file, regulation);
}

/** The same, with what the file is called in faults. */
export function readTable(fs: FileSystem, file: string, regulation: Regulation, name = file): Table {
  const table = readYaml(fs, file, name);
  if ('faults' in table) return { scenarios: [], faults: table.faults };
  const { value } = table;
  if (!Array.isArray(value)) {
    const fault = diagnostic('input/invalid-type', '', { value, expected: 'array' });
    return { scenarios: [], faults: [table.locate(fault)] };
  }
  const named = onceFor((path: string) => readYaml(fs, fs.join(file, '..', path), fs.join(name, '..', path)));
  const read = value.map((row: unknown, i) => readRow(row, i, table, regulation, named));
  const faults = [...read.flatMap((each) => each.faults), ...twice(value).map((fault) => table.locate(fault))];
  // What is wrong with a document that many rows name is told once.
  const once = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return { scenarios: read.flatMap(({ scenario }) => scenario ?? []), faults: [...once.values()] };
}

function readYaml(fs: FileSystem, file: string, name = file): Parsed {
  const read = textOf(fs, file, name);
  return 'faults' in read ? { faults: [...read.faults] } : parseYaml(read.text, name);
}

function readRow(
  row: unknown,
  i: number,
  table: Source,
  regulation: Regulation,
  named: (path: string) => Parsed,
): { readonly scenario?: Scenario; readonly faults: readonly Diagnostic[] } {
  const within = (fault: Diagnostic): Diagnostic => {
    const { path, ...located } = table.locate({ ...fault, path: `[${i}]${fault.path && `.${fault.path}`}` });
    return { ...located, path: path.replace(/^\[\d+\]\.?/, '') };
  };
  const faults = rowFaults(row, regulation);
  if (faults.length > 0) return { faults: faults.map(within) };
  const sound = row as Row;
  const sources = new Map<string, Source>();
  const documents: { [document in DocumentKey]?: unknown } = {};
  const unread: Diagnostic[] = [];
  for (const key of DOCUMENTS) {
    const given = (sound as { readonly [document in DocumentKey]?: unknown })[key];
    if (typeof given !== 'string') {
      documents[key] = given;
      continue;
    }
    const source = named(given);
    if ('faults' in source) unread.push(...source.faults);
    else {
      sources.set(key, source);
      documents[key] = source.value;
    }
  }
  if (unread.length > 0) return { faults: unread };
  const locate = (fault: Diagnostic): Diagnostic => {
    const { document = 'options', path } = fault;
    const source = sources.get(document);
    if (source) return source.locate(fault);
    return within({ ...fault, path: document === 'options' ? path : `${document}${path && `.${path}`}` });
  };
  const { line = 1 } = within({ ...diagnostic('input/invalid-type', ''), path: '' });
  return { scenario: { row: sound, file: table.file, line, documents, locate }, faults };
}

function rowFaults(row: unknown, regulation: Regulation): readonly Diagnostic[] {
  const form = isMapping(row) ? FORMS.find(({ key }) => key in row)?.form : undefined;
  if (!form) {
    const expected = FORMS.map(({ key }) => key).join(' / ');
    return [isMapping(row) ? diagnostic('input/missing-key', '', { expected }) : notARow(row)];
  }
  const faults = ruleShapeFaults(form, row);
  if (faults.length > 0) return faults;
  return [...wordFaults(row as Row, regulation), ...nameFaults(row as Row, regulation)];
}
const FORMS = [
  { key: 'incident', form: incidentRow },
  { key: 'unit', form: unitRow },
  { key: 'subject', form: chainRow },
] as const;
const notARow = (value: unknown) => diagnostic('input/invalid-type', '', { value, expected: 'object' });

/** Rows of one name: a report could not tell which of them failed. */
function twice(rows: readonly unknown[]): Diagnostic[] {
  const first = new Map<string, number>();
  return rows.flatMap((row, i) => {
    const name = isMapping(row) ? row.name : undefined;
    if (typeof name !== 'string') return [];
    if (first.has(name)) return [fileDiagnostic('input/duplicate', `[${i}].name`, { value: name })];
    first.set(name, i);
    return [];
  });
}
