import type { Scalar } from '../../logic/condition.js';

/** An engine that the view can be made for. */
export type Dialect = 'duckdb' | 'postgres' | 'spark';

/** Keys of objects and places in lists. */
export type JsonPath = readonly (string | number)[];

export type ColumnType = 'boolean' | 'number' | 'integer' | 'text' | 'instant';

/** How one engine writes what the view needs. */
export interface Sql extends Engine {
  /** A value, of the type that a number or an unknown one shall have. */
  literal(value: Scalar | bigint | null, type?: ColumnType): string;
}

interface Engine {
  readonly types: Record<ColumnType, string>;
  /** The longest name it keeps whole, in bytes. */
  readonly longestName: number;
  /** The most columns that a table or a step may have. */
  readonly mostColumns: number;
  readonly checks: boolean;
  /**
   * What keeps a step of the query apart from the next, so that nothing in it is worked out twice: before it, and at
   * its end.
   */
  readonly step: readonly [string, string];
  /** What can be in no name or text, however it is quoted. */
  readonly unwritable: readonly string[];
  name(name: string): string;
  text(value: string): string;
  /** Milliseconds since 1970 of an instant. */
  milliseconds(instant: string): string;
  /** The text at a path in a JSON document; NULL where nothing or null stands. */
  jsonText(document: string, path: JsonPath): string;
  /** Whether null stands at a path in a JSON document; an engine that cannot tell says no. */
  jsonNull(document: string, path: JsonPath): string;
  /** Whether the list at a path in a JSON document has a text. */
  jsonHas(document: string, path: JsonPath, value: string): string;
}

const quoted = (mark: string) => (name: string) => `${mark}${name.replaceAll(mark, mark + mark)}${mark}`;
const plain = quoted("'");
// Keys are written as quoted members, with what those escape.
const jsonPath = (path: JsonPath) =>
  `$${path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${JSON.stringify(key)}`)).join('')}`;
const bracketPath = (path: JsonPath) =>
  `$${path.map((key) => (typeof key === 'number' ? `[${key}]` : `['${key}']`)).join('')}`;

const POSTGRES_TEXT = (text: string) =>
  text.includes('\\') ? `E${plain(text.replaceAll('\\', '\\\\'))}` : plain(text);
const SPARK_TEXT = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** An engine with its literals: numbers as text that is cast, so that none is written in a way of its own. */
const engine = (own: Engine): Sql => ({
  ...own,
  literal: (value, type = 'number') => {
    if (typeof value === 'string') return own.text(value);
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    return `CAST(${value === null ? 'NULL' : own.text(String(value))} AS ${own.types[type]})`;
  },
});

export const DIALECTS: Record<Dialect, Sql> = {
  duckdb: engine({
    types: { boolean: 'BOOLEAN', number: 'DOUBLE', integer: 'BIGINT', text: 'VARCHAR', instant: 'TIMESTAMPTZ' },
    longestName: Number.POSITIVE_INFINITY,
    mostColumns: Number.POSITIVE_INFINITY,
    checks: true,
    step: ['NOT MATERIALIZED ', ''],
    unwritable: ['\0'],
    name: quoted('"'),
    text: plain,
    milliseconds: (instant) => `epoch_ms(${instant})`,
    jsonText: (document, path) => `json_extract_string(${document}, ${plain(jsonPath(path))})`,
    jsonNull: (document, path) => `json_type(${document}, ${plain(jsonPath(path))}) = 'NULL'`,
    jsonHas: (document, path, value) =>
      `json_contains(json_extract(${document}, ${plain(jsonPath(path))}), ${plain(JSON.stringify(value))})`,
  }),
  postgres: engine({
    types: { boolean: 'BOOLEAN', number: 'DOUBLE PRECISION', integer: 'BIGINT', text: 'TEXT', instant: 'TIMESTAMPTZ' },
    longestName: 63,
    mostColumns: 1600,
    checks: true,
    step: ['', ' OFFSET 0'],
    unwritable: ['\0'],
    name: quoted('"'),
    text: POSTGRES_TEXT,
    milliseconds: (instant) => `CAST(FLOOR(EXTRACT(EPOCH FROM ${instant}) * 1000) AS BIGINT)`,
    jsonText: (document, path) =>
      `jsonb_extract_path_text(${[document, ...path.map((key) => POSTGRES_TEXT(String(key)))].join(', ')})`,
    jsonNull: (document, path) =>
      `jsonb_typeof(jsonb_extract_path(${[document, ...path.map((key) => POSTGRES_TEXT(String(key)))].join(', ')})) = 'null'`,
    jsonHas: (document, path, value) =>
      `jsonb_extract_path(${[document, ...path.map((key) => POSTGRES_TEXT(String(key)))].join(', ')}) @> CAST(${POSTGRES_TEXT(JSON.stringify([value]))} AS JSONB)`,
  }),
  spark: engine({
    types: { boolean: 'BOOLEAN', number: 'DOUBLE', integer: 'BIGINT', text: 'STRING', instant: 'TIMESTAMP' },
    longestName: Number.POSITIVE_INFINITY,
    mostColumns: Number.POSITIVE_INFINITY,
    checks: false,
    step: ['', ''],
    // Variables of the session, the environment or the system are put in before anything is parsed, and nothing escapes
    // them.
    unwritable: ['\0', '${'],
    name: quoted('`'),
    text: SPARK_TEXT,
    milliseconds: (instant) => `unix_millis(${instant})`,
    jsonText: (document, path) => `get_json_object(${document}, ${SPARK_TEXT(bracketPath(path))})`,
    jsonNull: () => 'FALSE',
    jsonHas: (document, path, value) =>
      `array_contains(from_json(get_json_object(${document}, ${SPARK_TEXT(bracketPath(path))}), 'array<string>'), ${SPARK_TEXT(value)})`,
  }),
};

/** Names that an engine keeps whole and apart: cut where they are too long, and told apart by more than capitals. */
export function distinctNames(names: readonly string[], { longestName }: Sql): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    for (let count = 1; ; count++) {
      const ending = count === 1 ? '' : `~${count}`;
      const candidate = cut(name, longestName - ending.length) + ending;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

function cut(name: string, bytes: number): string {
  let end = name.length;
  while (new TextEncoder().encode(name.slice(0, end)).length > bytes) end--;
  return name.slice(0, end);
}
