import { closest, distance } from 'fastest-levenshtein';
import type { Lang } from '../language.js';
import { MESSAGES, type Message } from '../messages/diagnostics.js';
import type { FILE_MESSAGES } from '../messages/file-diagnostics.js';
import type { SQL_MESSAGES } from '../messages/sql-diagnostics.js';
import { visible } from './visible.js';

/** The codes of faults in inputs and policies. */
export type InputCode = keyof typeof MESSAGES;
/** Those of faults in rule files and other files. */
export type FileCode = InputCode | keyof typeof FILE_MESSAGES;
/** The stable codes of faults. */
export type DiagnosticCode = FileCode | keyof typeof SQL_MESSAGES;

/** One fault: a stable code, where it stands, the offending value, and what would be right. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** The place in the document, for example `attack.tampered` or `provisions[2].when.all[0]`; empty for the whole. */
  readonly path: string;
  readonly message: { readonly zh: string; readonly en: string };
  readonly value?: unknown;
  /** The valid name nearest to an unknown one. */
  readonly nearest?: string;
  /** What would be right, where that is short to say. */
  readonly expected?: string;
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly column?: number;
}

export interface Details {
  readonly value?: unknown;
  readonly expected?: string;
  /** The valid names: the nearest one is told. */
  readonly among?: readonly string[];
}

/** What makes faults out of a catalogue of messages. */
export const diagnosticsOf =
  <Code extends DiagnosticCode>(messages: Readonly<Record<Code, Message>>) =>
  (code: Code, path: string, { value, expected, among }: Details = {}): Diagnostic => {
    const nearest = among && typeof value === 'string' ? nearestName(value, among) : undefined;
    const shown = show(value);
    const { zh, en } = messages[code];
    return {
      code,
      path,
      message: { zh: zh(shown, expected ?? '', nearest), en: en(shown, expected ?? '', nearest) },
      ...(value !== undefined && { value: plain(value) }),
      ...(nearest !== undefined && { nearest }),
      ...(expected !== undefined && { expected }),
    };
  };

export const diagnostic = diagnosticsOf(MESSAGES);

/** The name a writer most likely meant: close enough to be a slip, or nothing. */
function nearestName(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0 || name.length > 80) return undefined;
  const candidate = closest(name, names);
  return distance(name, candidate) <= Math.max(2, Math.floor(name.length / 3)) ? candidate : undefined;
}

const LIMIT = 60;
function show(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > LIMIT ? `${text.slice(0, LIMIT)}…` : text;
}
const plain = (value: unknown): unknown => (typeof value === 'object' && value !== null ? show(value) : value);

/** Input that was refused whole: every fault at once, nothing half-done. */
export class ZerenzhiError extends Error {
  override readonly name = 'ZerenzhiError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((fault) => formatDiagnostic(fault)).join('\n'));
    this.diagnostics = diagnostics;
  }

  /** The code of the first fault. */
  get code(): DiagnosticCode | undefined {
    return this.diagnostics[0]?.code;
  }
}

/** Throws all faults at once, if there are any. */
export function refuse(faults: readonly Diagnostic[]): void {
  if (faults.length > 0) throw new ZerenzhiError(faults);
}

/** One line for people and logs: place, message, code. Whatever names and values are in it, it stays one line of words. */
export function formatDiagnostic(fault: Diagnostic, lang: Lang = 'en'): string {
  const position = fault.line === undefined ? '' : `:${fault.line}:${fault.column ?? 1}`;
  const where = [fault.file === undefined ? '' : `${fault.file}${position}`, fault.path].filter(Boolean).join(' ');
  return visible(`${where === '' ? '' : `${where}: `}${fault.message[lang]} [${fault.code}]`);
}
