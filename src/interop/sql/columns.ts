import { ZerenzhiError } from '../../diagnostics/diagnostics.js';
import { pathOf } from '../../model/fact-schema.js';
import { ALLEGED, NOT_ALLEGED } from '../../model/fact-values.js';
import { type TimeKind, timeKind } from '../../model/time.js';
import type { Ruleset } from '../../policy/create-policy.js';
import type { FactDefinition, Regulation } from '../../regulation/schema.js';
import { optionsOf } from '../../regulation/vocabulary.js';
import { sqlDiagnostic } from './diagnostics.js';
import { type ColumnType, distinctNames, type JsonPath, type Sql } from './dialect.js';

/** A column of the table of incidents: what it holds of an incident, under which name. */
export type Column = { readonly name: string; readonly type: ColumnType } & (
  | { readonly holds: 'subject'; readonly key: 'id' | 'unit' | 'system' }
  | {
      readonly holds: 'fact';
      readonly fact: number;
      readonly definition: FactDefinition;
      readonly path: JsonPath | undefined;
    }
  /** A bound of a number of which no more is known. */
  | {
      readonly holds: 'bound';
      readonly fact: number;
      readonly definition: FactDefinition;
      readonly bound: Bound;
      readonly path: JsonPath | undefined;
    }
  /** An end of a time: a moment has only the first; of what lasted, those of its beginning and of its end. */
  | TimeColumn
  /** Whether a set has an option: NULL in all of its columns where the set is unknown. */
  | {
      readonly holds: 'option';
      readonly fact: number;
      readonly option: string;
      readonly path: JsonPath | undefined;
    }
  | { readonly holds: 'finding'; readonly term: number; readonly path: JsonPath }
);

/** The type of a fact's column, or of each of a set's columns. */
export const columnType = ({ type, integer, alleged }: FactDefinition): ColumnType =>
  alleged ? 'text' : integer ? 'integer' : type === 'enum' ? 'text' : type === 'set' ? 'boolean' : type;

/** What a column says of something that may be alleged: NULL where nothing was said of it. */
export const ASKED = 'unknown';
const STATES = ['true', 'false', ALLEGED, NOT_ALLEGED, ASKED];

export interface TimeColumn {
  readonly holds: 'time';
  readonly fact: number;
  readonly end: TimeEnd;
  /** What it is the time of: that says which ends it has, and what a day in a document means. */
  readonly kind: TimeKind;
  readonly path: readonly string[];
}

export const BOUNDS = ['atLeast', 'atMost'] as const;
export type Bound = (typeof BOUNDS)[number];

/** The columns of a time, by what is added to its name. */
export type TimeEnd = '' | '.until' | '.ended' | '.ended.until';

type Unnamed<C> = C extends unknown ? Omit<C, 'name'> & { readonly wanted: string } : never;

/**
 * The columns of a policy's regulation: whatever an incident states, and what a register tells of its unit and its
 * system.
 */
export function columnsOf({ regulation, plan }: Ruleset, sql: Sql): Column[] {
  const subjects = (['id', 'unit', 'system'] as const).map(
    (key): Unnamed<Column> => ({ holds: 'subject', key, wanted: key, type: 'text' }),
  );
  const facts = plan.facts.flatMap(({ name, definition }, fact): Unnamed<Column>[] => {
    const isOfCase = definition.of === 'incident' || definition.of === 'concerned';
    if (definition.derive || (!isOfCase && definition.source === undefined)) return [];
    const path = pathIn(name, definition.of);
    if (definition.type === 'set')
      return optionsOf(regulation, definition).map((option) => ({
        holds: 'option',
        fact,
        option,
        path,
        wanted: `${name}:${option}`,
        type: columnType(definition),
      }));
    if (definition.type === 'instant') {
      const ends: readonly TimeEnd[] = definition.lasts ? ['', '.until', '.ended', '.ended.until'] : ['', '.until'];
      return ends.map((end) => ({
        holds: 'time',
        fact,
        end,
        kind: timeKind(definition),
        path: pathOf(name, 'incident'),
        wanted: `${name}${end}`,
        type: 'instant',
      }));
    }
    const type = columnType(definition);
    const whole: Unnamed<Column> = { holds: 'fact', fact, definition, path, wanted: name, type };
    if (definition.type !== 'number') return [whole];
    const bounds = BOUNDS.map(
      (bound): Unnamed<Column> => ({
        holds: 'bound',
        fact,
        definition,
        bound,
        path: path && [...path, bound],
        wanted: `${name}.${bound}`,
        type,
      }),
    );
    return [whole, ...bounds];
  });
  const findings = plan.terms.map(
    (name, term): Unnamed<Column> => ({
      holds: 'finding',
      term,
      path: ['findings', name],
      wanted: `finding:${name}`,
      type: 'boolean',
    }),
  );
  const all = [...subjects, ...facts, ...findings];
  const names = distinctNames(
    all.map(({ wanted }) => wanted),
    sql,
  );
  return all.map(({ wanted: _, ...column }, i) => ({ ...column, name: names[i] as string }));
}

/** Where a document says it: a unit's facts stand with its first unit, a system's with its first system. */
function pathIn(name: string, of: FactDefinition['of']): JsonPath {
  const keys = pathOf(name, of);
  return of === 'incident' ? keys : [of === 'system' ? 'systems' : 'units', 0, ...keys];
}

/** What a value must be where it is known: the bounds of a number, the options of a choice. */
export function fitting(column: Column, regulation: Regulation, sql: Sql): string | undefined {
  if (column.holds !== 'fact' && column.holds !== 'bound') return undefined;
  const name = sql.name(column.name);
  const { type, integer, min, max, alleged } = column.definition;
  if (alleged) return `${name} IN (${STATES.map(sql.text).join(', ')})`;
  if (type === 'enum') return `${name} IN (${optionsOf(regulation, column.definition).map(sql.text).join(', ')})`;
  if (type !== 'number') return undefined;
  const largest = integer ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE;
  return `${name} BETWEEN ${sql.literal(min ?? -largest, column.type)} AND ${sql.literal(max ?? largest, column.type)}`;
}

/** Told before the engine does. */
export function columnsFit(count: number, { mostColumns }: Sql): void {
  if (count > mostColumns)
    throw new ZerenzhiError([
      sqlDiagnostic('sql/too-many-columns', 'policy', { value: count, expected: String(mostColumns) }),
    ]);
}
