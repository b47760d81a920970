import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Diagnostic, ZerenzhiError } from 'zerenzhi';
import { encodingOf, type Source } from 'zerenzhi/authoring';
import { bytesOf, type Document, documentOf, isObject, readDocument, STANDARD_INPUT, STDIN } from './document.js';
import { atLine, faultOf, unreadable } from './faults.js';
import { parseLine } from './json-line.js';
import { type Line, lineFault, linesIn, readLines } from './lines.js';
import { isTable } from './table/is-table.js';

const LINES = ['.ndjson', '.jsonl'];
const DOCUMENTS = ['.yaml', '.yml', '.json', ...LINES];
export const isLines = (file: string): boolean => LINES.includes(extname(file).toLowerCase());

/**
 * The documents of some paths in their order: a file, every file of a folder, the lines of NDJSON, the rows of a table;
 * `-` is standard input.
 *
 * @param tables false where a table is no document
 */
export async function* documents(paths: readonly string[], tables = true): AsyncGenerator<Document> {
  for (const path of paths) {
    if (path === STANDARD_INPUT) yield* told(STDIN, standardInput());
    else if (isFolder(path)) yield* told(path, documentsIn(path));
    else yield* told(path, tables && isTable(path) ? rowsOf(path) : documentsOf(path));
  }
}

async function* documentsIn(folder: string): AsyncGenerator<Document> {
  const files = filesIn(folder);
  if (files.length === 0) yield { file: folder, faults: [noDocuments(folder)] };
  for (const file of files) yield* told(file, documentsOf(file));
}

const noDocuments = (folder: string): Diagnostic =>
  faultOf('file/no-documents', folder, { expected: DOCUMENTS.join(' ') });

/** What is wrong with those of some paths that are folders in which nothing can be read. */
export const emptyFolders = (paths: readonly string[]): Diagnostic[] =>
  paths.filter((path) => path !== STANDARD_INPUT && isFolder(path) && filesIn(path).length === 0).map(noDocuments);

/** The files that some paths stand for: what a command that writes may not write over. */
export const filesOf = (paths: readonly string[]): string[] =>
  paths.flatMap((path) => (path === STANDARD_INPUT ? [] : isFolder(path) ? filesIn(path) : [path]));

/**
 * The one incident of a file: a document, or the only row of a table.
 *
 * @throws ZerenzhiError if it cannot be read, or is a table of several
 */
export async function readIncident(path: string): Promise<Source & Pick<Document, 'guessed'>> {
  if (!isTable(path)) return readDocument(path);
  const rows: Document[] = [];
  for await (const row of rowsOf(path)) rows.push(row);
  const [first] = rows;
  if (first === undefined || rows.length > 1)
    throw new ZerenzhiError([faultOf('table/one-row', path, { value: rows.length })]);
  if ('faults' in first) throw new ZerenzhiError(first.faults);
  return first;
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

async function* documentsOf(file: string): AsyncGenerator<Document> {
  if (isLines(file)) yield* linesOf((await readLines(file)).lines, file);
  else yield await readDocument(file);
}

/** Only who reads a table pays for what reads it. */
async function* rowsOf(table: string): AsyncGenerator<Document> {
  yield* (await import('./table/documents.js')).tableDocuments(table);
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

async function* linesOf(lines: AsyncIterable<Line>, file: string): AsyncGenerator<Document> {
  let count = 0;
  for await (const read of lines) {
    const { number, text } = read;
    const fault = lineFault(read, file);
    if (!fault && text.trim() === '') continue;
    count++;
    yield fault ? { file: `${file}:${number}`, faults: [fault] } : line(text, file, number);
  }
  if (count === 0) yield { file, faults: [faultOf('file/empty', file)] };
}

/** Standard input is NDJSON if its first line is a whole JSON object and another follows; else one document. */
async function* standardInput(): AsyncGenerator<Document> {
  const bytes = await bytesOf(STANDARD_INPUT);
  const lines = () => linesIn([bytes], encodingOf(bytes));
  if (await isNdjson(lines())) yield* linesOf(lines(), STDIN);
  else yield documentOf(bytes, STDIN);
}

async function isNdjson(lines: AsyncIterable<Line>): Promise<boolean> {
  let first: Line | undefined;
  for await (const read of lines) {
    if (read.text.trim() === '') continue;
    if (first) return true;
    first = read;
    // Of a line that is too long only the beginning is known; a document has no such line first.
    if (read.cut ? !read.text.startsWith('{') : !isObject(read.text)) return false;
  }
  return false;
}

function line(row: string, file: string, number: number): Document {
  const parsed = parseLine(row);
  const located = (fault: Diagnostic) => ({ ...atLine(number, fault), file });
  return {
    file: `${file}:${number}`,
    ...('faults' in parsed ? { faults: parsed.faults.map(located) } : { value: parsed.value, locate: located }),
  };
}
