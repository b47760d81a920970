import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Diagnostic, ZerenzhiError } from 'zerenzhi';
import { decodeText, parseYaml, type Source } from 'zerenzhi/authoring';
import { faultOf, unreadable } from './faults.js';
import { parseLine } from './json-line.js';
import { readLines } from './lines.js';

/** A document, or the faults that keep it from being one. */
export type Document = Source | { readonly file: string; readonly faults: readonly Diagnostic[] };

/** How standard input is named on the command line, and how it is called in what is told. */
export const STANDARD_INPUT = '-';
const STDIN = '<stdin>';
const LINES = ['.ndjson', '.jsonl'];
const DOCUMENTS = ['.yaml', '.yml', '.json', ...LINES];
const isLines = (file: string): boolean => LINES.includes(extname(file).toLowerCase());

/**
 * The documents of some paths in their order: a file, every file of a folder, the lines of NDJSON; `-` is standard
 * input.
 */
export async function* documents(paths: readonly string[]): AsyncGenerator<Document> {
  for (const path of paths) {
    if (path === STANDARD_INPUT) yield* told(STDIN, standardInput());
    else if (isFolder(path)) yield* told(path, documentsIn(path));
    else yield* told(path, documentsOf(path));
  }
}

async function* documentsIn(folder: string): AsyncGenerator<Document> {
  const files = filesIn(folder);
  if (files.length === 0)
    yield { file: folder, faults: [faultOf('file/no-documents', folder, { expected: DOCUMENTS.join(' ') })] };
  for (const file of files) yield* told(file, documentsOf(file));
}

/** The files that some paths stand for: what a command that writes may not write over. */
export const filesOf = (paths: readonly string[]): string[] =>
  paths.flatMap((path) => (path === STANDARD_INPUT ? [] : isFolder(path) ? filesIn(path) : [path]));

/** One document with its text, whole or refused. */
export async function readDocument(path: string): Promise<Source & { readonly text: string }> {
  const file = path === STANDARD_INPUT ? STDIN : path;
  const decoded = decodeText(await bytesOf(path), file);
  if ('faults' in decoded) throw new ZerenzhiError(decoded.faults);
  const read = document(decoded.text, file);
  if ('faults' in read) throw new ZerenzhiError(read.faults);
  return { ...read, text: decoded.text };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => DOCUMENTS.includes(extname(name).toLowerCase()))
      .sort()
      .map((name) => join(folder, name))
      .filter((file) => !isFolder(file));
  } catch (error) {
    throw unreadable(folder, error);
  }
}

/** Standard input is waited for: whoever writes it may start later than this, and be slower. */
async function bytesOf(path: string): Promise<Buffer> {
  try {
    if (path !== STANDARD_INPUT) return await readFile(path);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    throw unreadable(path === STANDARD_INPUT ? STDIN : path, error);
  }
}

async function* documentsOf(file: string): AsyncGenerator<Document> {
  if (isLines(file)) yield* linesOf(file);
  else yield await readDocument(file);
}

/** A file or folder that cannot be read is told like one that is at fault, and the others go on. */
async function* told(file: string, read: AsyncGenerator<Document>): AsyncGenerator<Document> {
  try {
    yield* read;
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) throw error;
    yield { file, faults: error.diagnostics };
  }
}

async function* linesOf(file: string): AsyncGenerator<Document> {
  let count = 0;
  for await (const { number, text, bytes } of (await readLines(file)).lines) {
    if (!bytes && text.trim() === '') continue;
    count++;
    const fault = { ...faultOf('file/encoding', file), line: number, column: 1 };
    yield bytes ? { file: `${file}:${number}`, faults: [fault] } : line(text, file, number);
  }
  if (count === 0) yield { file, faults: [faultOf('file/empty', file)] };
}

/** Standard input is NDJSON if its first line is a whole JSON object and another follows; else one document. */
async function* standardInput(): AsyncGenerator<Document> {
  const file = STDIN;
  const decoded = decodeText(await bytesOf(STANDARD_INPUT), file);
  if ('faults' in decoded) throw new ZerenzhiError(decoded.faults);
  const rows = decoded.text.split('\n');
  const [first, second] = rows.filter((row) => row.trim() !== '');
  if (first === undefined || second === undefined || !isObject(first)) yield document(decoded.text, file);
  else for (const [i, row] of rows.entries()) if (row.trim() !== '') yield line(row, file, i + 1);
}

function isObject(row: string): boolean {
  try {
    return typeof JSON.parse(row) === 'object';
  } catch {
    return false;
  }
}

function line(row: string, file: string, number: number): Document {
  const parsed = parseLine(row);
  const located = (fault: Diagnostic): Diagnostic => ({ ...fault, file, line: number, column: fault.column ?? 1 });
  return {
    file: `${file}:${number}`,
    ...('faults' in parsed ? { faults: parsed.faults.map(located) } : { value: parsed.value, locate: located }),
  };
}

/** An empty document says nothing at all, which is more likely a mistake than all that somebody knows. */
function document(text: string, file: string): Document {
  const parsed = parseYaml(text, file);
  if ('faults' in parsed) return { file, faults: parsed.faults };
  return parsed.value === null || parsed.value === undefined ? { file, faults: [faultOf('file/empty', file)] } : parsed;
}
