import type { Lang } from '../language.js';
import { MESSAGES, type Message } from '../messages/diagnostics.js';
import type { FILE_MESSAGES } from '../messages/file-diagnostics.js';
import type { SQL_MESSAGES } from '../messages/sql-diagnostics.js';
import { type Named, nearestName } from './nearest.js';
import { visible } from './visible.js';

/** The codes of faults in inputs and policies. */
export type InputCode = keyof typeof MESSAGES;
/** Those of faults in rule files and other files. */
export type FileCode = InputCode | keyof typeof FILE_MESSAGES;
/** The stable codes of faults. */
export type DiagnosticCode = FileCode | keyof typeof SQL_MESSAGES;

/** What a fault is a fault of. */
export type DocumentName =
  | 'incident'
  | 'organization'
  | 'unit'
  | 'policy'
  | 'options'
  | 'assessment'
  | 'result'
  | 'record';

/** One fault: a stable code, where it stands, the offending value, and what would be right. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** The document it stands in: a server can tell its caller's fault from one of its own register. */
  readonly document?: DocumentName;
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
  /** Of what stands twice: the first place. */
  readonly first?: Place;
  /** In rule files: the article, paragraph and item, as `9.2.1`. */
  readonly place?: string;
}
/** Where in a document something stands. */
export type Place = Pick<Diagnostic, 'path' | 'file' | 'line' | 'column'>;

export interface Details {
  readonly value?: unknown;
  readonly expected?: string;
  /** The valid names: the nearest one is told. What has an id may be meant by its name. */
  readonly among?: readonly (string | Named)[];
  /** What was most likely meant, where it is no name among others. */
  readonly nearest?: string;
  /** Of what stands twice: where it stands first. */
  readonly first?: Place;
  /** How it would have to be nested. */
  readonly nest?: string;
}

/** What makes faults out of a catalogue of messages. */
export const diagnosticsOf =
  <Code extends DiagnosticCode>(messages: Readonly<Record<Code, Message>>) =>
  (code: Code, path: string, { value, expected, among, nest, first, ...given }: Details = {}): Diagnostic => {
    const nearest = given.nearest ?? (among && typeof value === 'string' ? nearestName(value, among) : undefined);
    const shown = show(value);
    const { zh, en } = messages[code];
    return {
      code,
      path,
      message: { zh: zh(shown, expected ?? '', nearest, nest), en: en(shown, expected ?? '', nearest, nest) },
      ...(value !== undefined && { value: plain(value) }),
      ...(nearest !== undefined && { nearest }),
      ...(expected !== undefined && { expected }),
      ...(first !== undefined && { first }),
    };
  };

export const diagnostic = diagnosticsOf(MESSAGES);

const LIMIT = 64;
function show(value: unknown): string {
  const text = typeof value === 'object' || typeof value === 'function' ? json(value) : String(value);
  return text.length > LIMIT ? `${text.slice(0, LIMIT)}…` : text;
}
/** The most parts of a value that are looked at to show it: a list may have thousands of millions. */
const PARTS = 1000;

/** A value as JSON; of what has none, is too large or refuses to be read, what it is. */
function json(value: unknown): string {
  let parts = 0;
  const bounded = (_: string, part: unknown): unknown => {
    if (++parts > PARTS) throw TOO_LARGE;
    return part;
  };
  try {
    return JSON.stringify(value, bounded) ?? typeof value;
  } catch {
    return typeof value;
  }
}
const TOO_LARGE = Symbol('too large');
/** A value that can be told on: no object is shared with whoever gave it. */
const plain = (value: unknown): unknown =>
  ['object', 'function', 'symbol', 'bigint'].includes(typeof value) && value !== null ? show(value) : value;

const BRAND = Symbol.for('zerenzhi.error');

/** Input that was refused whole: every fault at once, nothing half-done. */
export class ZerenzhiError extends Error {
  // On the prototype, as those of the language: a field would make the CommonJS build call the class by another name.
  declare readonly name: 'ZerenzhiError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    super(diagnostics.map((fault) => inOneLine(fault, 'en')).join('\n'), options);
    this.diagnostics = diagnostics;
  }

  /** An error of the other module format, or of another copy of the library, is one too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore-start lint/complexity/noThisInStatic: a class that an app derives from this one is its own
    if (!Object.hasOwn(this.prototype, BRAND)) return Function.prototype[Symbol.hasInstance].call(this, value);
    // biome-ignore-end lint/complexity/noThisInStatic: nothing more of it
    try {
      return typeof value === 'object' && value !== null && BRAND in value;
    } catch {
      return false;
    }
  }

  /** The code of the first fault. */
  get code(): DiagnosticCode | undefined {
    return this.diagnostics[0]?.code;
  }
}

Object.defineProperties(ZerenzhiError.prototype, { [BRAND]: { value: true }, name: { value: 'ZerenzhiError' } });

/** Throws all faults at once, if there are any; each is told once. */
export function refuse(faults: readonly Diagnostic[]): void {
  if (faults.length === 0) return;
  const keys = new Set<string>();
  const isNew = ({ document, path, code, message }: Diagnostic) => {
    const key = JSON.stringify([document, path, code, message.en]);
    return !keys.has(key) && keys.add(key);
  };
  throw new ZerenzhiError(faults.filter(isNew));
}

/** Faults of one document, said to be so; a path inside it may go before. */
export const faultsOf = (document: DocumentName, faults: readonly Diagnostic[], base = ''): readonly Diagnostic[] =>
  faults.map((fault) => ({
    ...fault,
    document,
    path: base && fault.path ? `${base}.${fault.path}` : base || fault.path,
  }));

/** A fault as one line of words, whatever names and values are in it. */
export function inOneLine(fault: Diagnostic, lang: Lang): string {
  const position = fault.line === undefined ? '' : `:${fault.line}:${fault.column ?? 1}`;
  // Of the documents that a function takes, only a path in the register does not speak for itself.
  const inRegister = fault.file === undefined && fault.document === 'organization';
  const path = inRegister ? [fault.document, fault.path].filter(Boolean).join('.') : fault.path;
  const where = [fault.file === undefined ? '' : `${fault.file}${position}`, path].filter(Boolean).join(' ');
  return visible(`${where === '' ? '' : `${where}: `}${fault.message[lang]} [${fault.code}]`);
}
