import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../diagnostics/file-diagnostics.js';
import { FORBIDDEN_KEYS } from '../diagnostics/plain-data.js';
import { fullWidthIn } from './full-width.js';

/** A YAML or JSON document read as plain data, with the means to say where in the file something stands. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** A fault of this document with the file, line and column of its path. */
  locate(fault: Diagnostic): Diagnostic;
}
export type Parsed = Source | { readonly faults: Diagnostic[] };

export const LIMITS = { bytes: 5_000_000, depth: 40, aliases: 100 } as const;
/** What JSON can hold. */
const PLAIN_TAGS = new Set(
  ['map', 'seq', 'str', 'int', 'float', 'bool', 'null'].map((name) => `tag:yaml.org,2002:${name}`),
);

/**
 * Reads one document. Nothing in it is run: tags are refused; size, depth and aliases are bounded; `__proto__` is not a
 * key.
 */
export function parseYaml(text: string, file: string): Parsed {
  if (typeof text !== 'string')
    return { faults: [{ ...diagnostic('input/invalid-type', '', { value: typeof text, expected: 'string' }), file }] };
  if (text.length > LIMITS.bytes)
    return { faults: [{ ...diagnostic('input/too-large', '', { expected: `${LIMITS.bytes} bytes` }), file }] };
  const counter = new LineCounter();
  // Most brackets of most documents are words, if there are many at all: only then it is looked which of them nest.
  const most = LIMITS.depth * 4;
  if (nesting(text) > most && nesting(bracketsOf(text)) > most)
    return { faults: [{ ...diagnostic('input/too-deep', '', { expected: String(LIMITS.depth) }), file }] };
  const document = parseDocument(text, {
    lineCounter: counter,
    version: '1.2',
    merge: false,
    prettyErrors: false,
    // Keys are compared below, by what they become: as text, and an alias as what it stands for.
    uniqueKeys: false,
  });
  const at = (offset: number): { file: string; line: number; column: number } => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col };
  };
  // What follows a first error of syntax is mostly its consequence.
  const [syntax] = document.errors;
  if (syntax) {
    const { code, pos } = syntax;
    const slip = code === 'TAB_AS_INDENT' ? undefined : fullWidthIn(text.split('\n'), counter.linePos(pos[0]).line - 1);
    return {
      faults: [
        slip
          ? {
              ...fileDiagnostic('yaml/full-width', '', { value: slip.sign, expected: slip.right }),
              file,
              line: slip.line + 1,
              column: slip.column + 1,
            }
          : { ...fileDiagnostic('yaml/syntax', '', { expected: code }), ...at(pos[0]) },
      ],
    };
  }
  const { yaml } = document.directives ?? {};
  if (yaml?.explicit && yaml.version !== '1.2')
    return {
      faults: [
        { ...fileDiagnostic('yaml/version', '', { value: yaml.version, expected: '1.2' }), file, line: 1, column: 1 },
      ],
    };
  const unsafe = unsafeNodes(document, at);
  if (unsafe.length > 0) return { faults: unsafe };
  try {
    const value: unknown = document.toJS({ maxAliasCount: LIMITS.aliases });
    const offsetOf = offsetsIn(document);
    return { file, value, locate: (fault) => ({ ...fault, ...at(offsetOf(fault.path)) }) };
  } catch {
    const loose = looseAlias(document);
    if (loose) return { faults: [{ ...fileDiagnostic('yaml/syntax', '', { expected: 'BAD_ALIAS' }), ...at(loose) }] };
    return { faults: [{ ...fileDiagnostic('yaml/alias-limit', '', { expected: String(LIMITS.aliases) }), file }] };
  }
}

/** The deepest nesting of flow brackets: the parser recurses on them, so they are counted before it runs. */
function nesting(text: Iterable<string>): number {
  let depth = 0;
  let deepest = 0;
  for (const char of text) {
    if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
  }
  return deepest;
}

const SCALAR = '\u001f';

/** The parts of a text, without what stands in quotes, in words or behind a `#`: a bracket there is none. */
function* bracketsOf(text: string): Generator<string> {
  let isWord = false;
  for (const part of new Lexer().lex(text)) {
    if (!isWord) yield part;
    isWord = part === SCALAR;
  }
}

function unsafeNodes(document: Document, at: (offset: number) => object): Diagnostic[] {
  const faults: Diagnostic[] = [];
  visit(document, {
    Node(_, node, path) {
      const offset = node.range?.[0] ?? 0;
      if (!isAlias(node) && node.tag !== undefined && !PLAIN_TAGS.has(node.tag))
        faults.push({ ...fileDiagnostic('yaml/tag', '', { value: node.tag }), ...at(offset) });
      const depth = path.filter((parent) => isNode(parent)).length;
      if (depth > LIMITS.depth) {
        faults.push({ ...diagnostic('input/too-deep', '', { expected: String(LIMITS.depth) }), ...at(offset) });
        return visit.BREAK;
      }
      if (isMap(node)) faults.push(...keyFaults(node, document, at));
      return undefined;
    },
  });
  return faults;
}

/** Where the first alias stands of which no name was said before, if there is one. */
function looseAlias(document: Document): number | undefined {
  const named = new Set<string>();
  let found: number | undefined;
  visit(document, {
    Alias(_, { source, range }) {
      if (named.has(source)) return undefined;
      found = range?.[0] ?? 0;
      return visit.BREAK;
    },
    Value(_, { anchor }) {
      if (anchor !== undefined) named.add(anchor);
    },
  });
  return found;
}

/** What is wrong with the keys of a mapping, the first of equal ones being right. */
function keyFaults(map: YAMLMap, document: Document, at: (offset: number) => object): Diagnostic[] {
  const seen = new Map<string, object>();
  return map.items.flatMap(({ key }) => {
    const place = at(isNode(key) ? (key.range?.[0] ?? 0) : 0);
    const name = nameOf(key, document);
    if (name === undefined) return [{ ...fileDiagnostic('yaml/key', ''), ...place }];
    if (FORBIDDEN_KEYS.has(name)) return [{ ...diagnostic('input/forbidden-key', '', { value: name }), ...place }];
    const first = seen.get(name);
    if (first)
      return [{ ...diagnostic('input/duplicate', '', { value: name }), ...place, first: { path: '', ...first } }];
    seen.set(name, place);
    return [];
  });
}

/** A key as plain data has it: a text, so that `1:` and `"1":` are one key, and so are a key and an alias of it. */
function nameOf(key: unknown, document: Document): string | undefined {
  const node = isAlias(key) ? key.resolve(document) : key;
  if (node === null) return '';
  return isScalar(node) ? String(node.value ?? '') : undefined;
}

type Pair = YAMLMap['items'][number];
interface Step {
  readonly node: unknown;
  readonly offset: number;
  readonly rest: string;
}

/**
 * Where a path stands in a document: the key or the list entry itself, or the nearest thing above it that exists. The
 * keys of a mapping are looked up, since each of thousands may be at fault.
 */
function offsetsIn(document: Document): (path: string) => number {
  const keys = new Map<YAMLMap, Map<string, Pair>>();
  return (path) => {
    let node: unknown = document.contents;
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    for (let rest = path; rest !== ''; ) {
      const step = inList(node, rest) ?? (isMap(node) ? inMap(keysOf(node), rest) : undefined);
      if (!step) break;
      ({ node, offset, rest } = step);
    }
    return offset;
  };

  function keysOf(map: YAMLMap): Map<string, Pair> {
    const known = keys.get(map) ?? new Map(map.items.map((pair) => [nameOf(pair.key, document) ?? '', pair]));
    keys.set(map, known);
    return known;
  }
}

function inList(node: unknown, path: string): Step | undefined {
  const index = /^\[(\d+)\]\.?/.exec(path);
  const items = index && isNode(node) && 'items' in node ? (node.items as unknown[]) : [];
  const item = items[Number(index?.[1])];
  return index && isNode(item)
    ? { node: item, offset: item.range?.[0] ?? 0, rest: path.slice(index[0].length) }
    : undefined;
}

/** Keys may contain dots, so the longest key that the path begins with is taken. */
function inMap(keys: ReadonlyMap<string, Pair>, path: string): Step | undefined {
  for (let end = path.length; end > 0; end = Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1))) {
    const pair = keys.get(path.slice(0, end));
    if (!pair) continue;
    const range = isNode(pair.key) ? pair.key.range : undefined;
    return { node: pair.value, offset: range?.[0] ?? 0, rest: path.slice(end).replace(/^\./, '') };
  }
  return undefined;
}
