import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { FORMAT, regulation } from 'zerenzhi';
import { faultOf, refuse } from './faults.js';

/** A place of a text with what is to stand there instead. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * What is to be written anew in a document of the former format: only what the formats say differently, in its place,
 * so that comments, order and quotes stay. Nothing where it is of the present format already.
 *
 * @throws ZerenzhiError if it uses YAML in a way that leaves no such place, as where a part with an anchor is meant
 * twice
 */
export function editsFor(text: string, file: string): Edit[] {
  const document = parseDocument(text, YAML);
  const root = document.contents;
  const before: unknown = document.toJS();
  if (!isMap(root) || (root.get('format') as unknown) === FORMAT) return [];
  const after = migrated(before as Mapping);
  const writer = new Writer(text, /\.json$/i.test(file));
  writer.format(root);
  writer.map(root, before as Mapping, after);
  const edits = writer.edits.sort((one, other) => one.from - other.from);
  const made = parseDocument(edited(text, edits), YAML);
  if (made.errors.length > 0 || !isDeepStrictEqual(made.toJS(), after)) refuse([faultOf('file/not-migrated', file)]);
  return edits;
}
const YAML = { version: '1.2', merge: false } as const;

/** A text with its edits made, which stand in their order. */
export function edited(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts = edits.map(({ from, to, text: instead }) => {
    const part = text.slice(at, from) + instead;
    at = to;
    return part;
  });
  return parts.join('') + text.slice(at);
}

interface Mapping {
  readonly [key: string]: unknown;
}
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// What the formats say differently. Periods of days end with their last day, where they ended with the day after it;
// conduct that somebody alleges is not yet established; an incident may concern several units, systems and parties.

const PERIODS = ['appointments', 'evidence'];
const DATED = ['terms', 'rulings'];
const SUBJECTS: { readonly [key: string]: string } = { unit: 'units', system: 'systems' };
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 24 * 60 * 60 * 1000;
const isConduct = (name: string): boolean => {
  const fact = Object.entries(regulation.facts).find(([id]) => id === name)?.[1];
  return fact?.type === 'boolean' && fact.alleged !== undefined;
};

function migrated({ format: _, ...document }: Mapping): Mapping {
  const entries = Object.entries(document).map(([key, value]): [string, unknown] => {
    if (PERIODS.includes(key)) return [key, ending(value)];
    if (DATED.includes(key) && isMapping(value))
      return [key, Object.fromEntries(Object.entries(value).map(([name, dated]) => [name, ending(dated)]))];
    if (key === 'incidents' && Array.isArray(value))
      return [key, value.map((one) => (isMapping(one) ? incident(one) : one))];
    return entry(key, value);
  });
  return { format: FORMAT, ...Object.fromEntries(entries) };
}

const incident = (record: Mapping): Mapping =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => entry(key, value)));

function entry(key: string, value: unknown): [string, unknown] {
  const several = Object.hasOwn(SUBJECTS, key) ? SUBJECTS[key] : undefined;
  if (several !== undefined) return [several, typeof value === 'string' ? [{ id: value }] : value];
  if (key === 'parties' && Array.isArray(value))
    return [key, value.map((one) => (typeof one === 'string' ? { id: one } : one))];
  return [key, alleged(key, value)];
}

function alleged(name: string, value: unknown): unknown {
  if (value === true && isConduct(name)) return 'alleged';
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, alleged(`${name}.${key}`, inner)]));
}

/** Periods that end with their last day. */
function ending(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ending);
  if (!isMapping(value) || typeof value.until !== 'string' || !DAY.test(value.until)) return value;
  return { ...value, until: new Date(Date.parse(value.until) - DAY_MS).toISOString().slice(0, 10) };
}

/** Walks a document beside its value before and after, and notes where they differ. */
class Writer {
  readonly edits: Edit[] = [];
  readonly #text: string;
  readonly #json: boolean;

  constructor(text: string, json: boolean) {
    this.#text = text;
    this.#json = json;
  }

  /** The line that says the format, before all others. */
  format(root: YAMLMap): void {
    const given = root.items.find((pair) => keyOf(pair) === 'format');
    if (given) return this.#replace(given.value, FORMAT);
    const from = root.range?.[0] ?? 0;
    const line = this.#text.slice(this.#text.lastIndexOf('\n', from - 1) + 1, from);
    const text = this.#json ? `"format": ${FORMAT}` : `format: ${FORMAT}`;
    const end = this.#text.includes('\r\n') ? '\r\n' : '\n';
    if (!root.flow) this.edits.push({ from, to: from, text: `${text}${end}${line}` });
    else {
      const [space = ''] = /^\s*/.exec(this.#text.slice(from + 1)) ?? [];
      const [before, after] = space.includes('\n') ? [space, ','] : ['', ', '];
      this.edits.push({ from: from + 1, to: from + 1, text: before + text + (root.items.length === 0 ? '' : after) });
    }
  }

  map(map: YAMLMap, before: Mapping, after: Mapping): void {
    const pairs = map.items.filter((pair) => keyOf(pair) !== 'format');
    const changed = Object.entries(after).filter(([key]) => key !== 'format');
    for (const [i, pair] of pairs.entries()) {
      const [key, value] = changed[i] ?? [];
      if (key === undefined) return;
      if (key !== keyOf(pair)) this.#replace(pair.key, key);
      this.#value(pair.value, before[keyOf(pair)], value);
    }
  }

  #value(node: unknown, before: unknown, after: unknown): void {
    if (isDeepStrictEqual(before, after)) return;
    if (isMap(node) && isMapping(before) && isMapping(after)) this.map(node, before, after);
    else if (isSeq(node) && Array.isArray(before) && Array.isArray(after))
      for (const [i, item] of node.items.entries()) this.#value(item, before[i], after[i]);
    else this.#replace(node, after);
  }

  #replace(node: unknown, value: unknown): void {
    const [from = 0, to = 0] = (isNode(node) && node.range) || [];
    const first = this.#text[from];
    this.edits.push({ from, to, text: written(value, first === '"' || first === "'" ? first : '', this.#json) });
  }
}

const keyOf = ({ key }: Pair): string => String(isNode(key) ? key.toJSON() : key);

/** Words that need no quotes, wherever they stand. */
const PLAIN = /^\p{L}[\p{L}\p{N}._/-]*$|^\d{4}-\d{2}-\d{2}$/u;

/** A value in one line, its words in the quotes that stood there before. */
function written(value: unknown, quote: string, json: boolean): string {
  if (json) return JSON.stringify(value);
  if (typeof value === 'string') return PLAIN.test(value) ? `${quote}${value}${quote}` : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((part) => written(part, quote, json)).join(', ')}]`;
  if (!isMapping(value)) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key}: ${written(part, quote, json)}`)
    .join(', ')} }`;
}
