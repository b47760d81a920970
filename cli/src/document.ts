import { readFile } from 'node:fs/promises';
import { type Diagnostic, FORMAT, ZerenzhiError } from 'zerenzhi';
import { decodeText, fileDiagnostic, parseYaml, type Source } from 'zerenzhi/authoring';
import { faultOf, refuse, unreadable } from './faults.js';
import { isTable } from './table/is-table.js';

/** A document, or the faults that keep it from being one. */
export type Document = (Source | { readonly file: string; readonly faults: readonly Diagnostic[] }) & {
  /** It is of a file that was read as GB 18030, which nothing in that says; said of the first of its documents. */
  readonly guessed?: true;
};

/** How standard input is named on the command line, and how it and standard output are called in what is told. */
export const STANDARD_INPUT = '-';
export const STDIN = '<stdin>';
export const STDOUT = '<stdout>';

/** A document with its text. */
export type Written = Source & { readonly text: string };

/**
 * A document that says that it is of the present format: what another one says would be misread.
 *
 * @throws ZerenzhiError if it cannot be read, or is a table
 */
export async function readDocument(path: string): Promise<Written> {
  if (isTable(path)) refuse([faultOf('table/no-table', path)]);
  return documentOf(await bytesOf(path), nameOf(path));
}

export function documentOf(bytes: Buffer, name: string): Written {
  const read = anyOf(bytes, name);
  const { value, text, file, locate } = read;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return read;
  const { format } = value as { readonly format?: unknown };
  const isMissing = format === undefined && !(file === STDIN && isLine(text));
  if (isMissing || format === FORMAT - 1)
    refuse([locate(fileDiagnostic('input/former-format', 'format', { expected: String(FORMAT) }))]);
  return read;
}

/** One document of whatever kind with its text, whole or refused. */
export const readAny = async (path: string): Promise<Written> => anyOf(await bytesOf(path), nameOf(path));

const nameOf = (path: string): string => (path === STANDARD_INPUT ? STDIN : path);

function anyOf(bytes: Buffer, file: string): Written {
  const decoded = decodeText(bytes, file);
  if ('faults' in decoded) throw new ZerenzhiError(decoded.faults);
  const read = parseYaml(decoded.text, file);
  if ('faults' in read) throw new ZerenzhiError(read.faults);
  // An empty document says nothing at all, which is more likely a mistake than all that somebody knows.
  if (read.value === null || read.value === undefined) refuse([faultOf('file/empty', file)]);
  return { ...read, text: decoded.text };
}

/** Standard input is waited for: whoever writes it may start later than this, and be slower. */
export async function bytesOf(path: string): Promise<Buffer> {
  try {
    if (path !== STANDARD_INPUT) return await readFile(path);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    throw unreadable(nameOf(path), error);
  }
}

/** Whether a text is one line of NDJSON. */
const isLine = (text: string): boolean => !text.trim().includes('\n') && isObject(text);

export function isObject(row: string): boolean {
  try {
    return typeof JSON.parse(row) === 'object';
  } catch {
    return false;
  }
}
