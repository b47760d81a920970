import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseYaml, type Source } from '../../src/authoring/parse-yaml.js';
import { type Diagnostic, ZerenzhiError } from '../../src/diagnostics/diagnostics.js';
import { fileDiagnostic } from '../../src/diagnostics/file-diagnostics.js';

/** A document, or the faults that keep it from being one. */
export type Document = Source | { readonly file: string; readonly faults: readonly Diagnostic[] };

const DOCUMENTS = ['.yaml', '.yml', '.json', '.ndjson', '.jsonl'];
const isLines = (file: string): boolean => ['.ndjson', '.jsonl'].includes(extname(file));

/** The documents of some paths in their order: a file, every file of a folder, the lines of NDJSON; `-` is standard input. */
export async function* documents(paths: readonly string[]): AsyncGenerator<Document> {
  for (const path of paths) {
    if (path === '-') {
      yield* standardInput();
    } else if (isFolder(path)) {
      const names = readdirSync(path).filter((name) => DOCUMENTS.includes(extname(name)));
      for (const name of names.sort()) yield* file(join(path, name));
    } else yield* file(path);
  }
}

/** One document, whole or refused. */
export function readDocument(path: string): Source {
  const parsed = parseYaml(readText(path), path);
  if ('faults' in parsed) throw new ZerenzhiError(parsed.faults);
  return parsed;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    throw new ZerenzhiError([
      {
        ...fileDiagnostic('file/unreadable', '', { expected: (error as NodeJS.ErrnoException).code ?? 'error' }),
        file: path,
      },
    ]);
  }
}

async function* file(path: string): AsyncGenerator<Document> {
  if (isLines(path)) {
    yield* lines(createReadStream(path), path);
  } else yield document(readText(path), path);
}

/** Standard input is NDJSON if its first line is a whole JSON object and another follows; else one document. */
async function* standardInput(): AsyncGenerator<Document> {
  const text = readText('-');
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  const many = rows.length > 1 && rows[0] !== undefined && isObject(rows[0]);
  if (!many) yield document(text, '<stdin>');
  else for (const [i, row] of text.split('\n').entries()) if (row.trim() !== '') yield line(row, '<stdin>', i + 1);
}

function isObject(row: string): boolean {
  try {
    return typeof JSON.parse(row) === 'object';
  } catch {
    return false;
  }
}

async function* lines(stream: NodeJS.ReadableStream, name: string): AsyncGenerator<Document> {
  let number = 0;
  for await (const row of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (row.trim() !== '') yield line(row, name, number);
  }
}

function line(row: string, file: string, number: number): Document {
  const place = { file, line: number, column: 1 };
  try {
    return {
      file: `${file}:${number}`,
      value: JSON.parse(row) as unknown,
      locate: (fault) => ({ ...fault, ...place }),
    };
  } catch {
    return {
      file: `${file}:${number}`,
      faults: [{ ...fileDiagnostic('input/syntax', '', { expected: 'JSON' }), ...place }],
    };
  }
}

function document(text: string, file: string): Document {
  const parsed = parseYaml(text, file);
  return 'faults' in parsed ? { file, faults: parsed.faults } : parsed;
}
