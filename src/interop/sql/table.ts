import type { AssessOptions } from '../../assessment/assess-incident.js';
import { type IncidentCase, readCases } from '../../case/incident-case.js';
import { readOptions } from '../../case/options.js';
import { periodOf } from '../../case/when.js';
import { refuse } from '../../diagnostics/diagnostics.js';
import { type FactValue, isBounds } from '../../logic/operators.js';
import { impliedValue } from '../../model/fact-values.js';
import type { Time } from '../../model/time.js';
import type { Policy } from '../../policy/create-policy.js';
import type { Names } from '../../policy/names.js';
import { LAST_MOMENT } from '../../regulation/dates.js';
import { ownOptions } from '../options.js';
import { ASKED, type Bound, type Column, columnsFit, columnsOf, fitting, type TimeEnd } from './columns.js';
import { DIALECTS, type Dialect, type JsonPath, type Sql } from './dialect.js';
import { dialect, settingOf, type TableName } from './options.js';
import { endIn } from './times.js';

export interface TableOptions {
  readonly policy?: Policy<Names> | undefined;
  readonly dialect: Dialect;
  /** `incidents` by default; a list for a name with its schema. */
  readonly table?: TableName;
}

export const tableName = (sql: Sql, table: TableName = 'incidents'): string => [table].flat().map(sql.name).join('.');

/**
 * The statement that makes the table of incidents which the view reads: a column for every fact, every option of a set
 * and every finding.
 * NULL means unknown. DuckDB and PostgreSQL refuse values that the regulation does not know; Spark has no such checks.
 *
 * @throws ZerenzhiError with every fault of the options, and where the regulation takes more columns than the engine
 * has
 * @example
 * const statement = tableOf({ dialect: 'duckdb' });
 */
export function tableOf(options: TableOptions): string {
  const { sql, rules, table } = settingOf(options, ['table']);
  const columns = columnsOf(rules, sql);
  columnsFit(columns.length, sql);
  const lines = columns.map((column) => {
    const fits = sql.checks ? fitting(column, rules.regulation, sql) : undefined;
    return `  ${sql.name(column.name)} ${sql.types[column.type]}${fits ? ` CHECK (${fits})` : ''}`;
  });
  return `CREATE TABLE ${tableName(sql, table)} (\n${lines.join(',\n')}\n)`;
}

/** A row of the table as JavaScript has it: instants as ISO 8601 texts, whole and in UTC. */
export type Row = { readonly [column: string]: string | number | boolean | null };

export interface RowOptions extends AssessOptions<Names> {
  readonly dialect: Dialect;
}

/**
 * What makes rows of incidents: one for each unit that an incident concerns, by each of its systems. An incident is
 * checked as `assessIncident` checks it; what the organization's register tells of its units and systems is filled in
 * where it does not say. A provision is met of an incident if it is in any of its rows.
 *
 * @throws ZerenzhiError with every fault of the options; the function it gives, with every fault of an incident
 * @example
 * const rows = incidents.flatMap(rowsOf({ dialect: 'postgres', asOf: '2024-06-30' }));
 */
export function rowsOf(options: RowOptions): (incident: unknown) => Row[] {
  const { setting, own, faults } = readOptions(options ?? {}, ['dialect']);
  const checked = ownOptions({ dialect }, own);
  refuse([...faults, ...checked.faults]);
  const { rules } = setting;
  const columns = columnsOf(rules, DIALECTS[(checked.own as RowOptions).dialect]);
  return (incident) => readCases(setting, incident).map(rowFor);

  function rowFor({ incident: reading, register, spans }: IncidentCase): Row {
    const known = (fact: number) => {
      const planned = rules.plan.facts[fact] as (typeof rules.plan.facts)[number];
      const { source } = planned.definition;
      const stated = reading.values[fact];
      // What another fact settles, the view works out.
      if (stated !== undefined || source === undefined || impliedValue(planned, reading) !== undefined) return stated;
      return register.value(source, reading.unit, reading.system, () => periodOf(rules, spans));
    };
    return Object.fromEntries(columns.map((column) => [column.name, cell(column)]));

    /** Yes, no, or how an allegation stands. */
    function stateOf(fact: number): string | null {
      const name = rules.plan.facts[fact]?.name ?? '';
      const said = reading.values[fact] ?? (reading.unknown?.includes(name) ? ASKED : null);
      return said === null ? null : String(said);
    }

    function cell(column: Column): Row[string] {
      if (column.holds === 'subject') return reading[column.key] ?? null;
      if (column.holds === 'finding') return reading.findings[column.term] ?? null;
      if (column.holds === 'time') return timeCell(reading.times[column.fact], column.end);
      if (column.holds === 'fact' && column.definition.alleged) return stateOf(column.fact);
      const value = known(column.fact);
      if (column.holds === 'fact') return typeof value === 'object' ? null : (value ?? null);
      if (column.holds === 'bound') return boundOf(value, column.bound);
      if (Array.isArray(value)) return value.includes(column.option);
      if (typeof value !== 'object' || !('has' in value)) return null;
      return value.has.includes(column.option) ? true : value.lacks.includes(column.option) ? false : null;
    }
  }
}

const boundOf = (value: FactValue, bound: Bound): number | null =>
  typeof value === 'object' && isBounds(value) ? (value[bound] ?? null) : null;

/**
 * An end of a time. What begins at no known time is NULL, what ends at none is the last moment that is read: the view
 * takes the time of judgement for it.
 */
function timeCell(time: Time | undefined, end: TimeEnd): string | null {
  const interval = end.startsWith('.ended') ? time?.ended : time;
  if (!interval) return null;
  const { from, until } = interval;
  if (end.endsWith('.until')) return from === until ? null : momentText(until);
  return from === Number.NEGATIVE_INFINITY ? null : momentText(from);
}

const momentText = (ms: number): string => new Date(Math.min(ms, LAST_MOMENT)).toISOString();

export interface MappingOptions extends TableOptions {
  /** The table or view that has the documents. */
  readonly from: TableName;
  /** Its column with one incident as JSON (PostgreSQL: `jsonb`). */
  readonly column: string;
}

/**
 * A query from incidents as JSON documents to rows of the table. It trusts the documents: check them first, as
 * `assessIncident` does. It reads the first unit and the first system of each, and not what is said of them apart from
 * the incident; `rowsOf` reads all. What only a register tells is NULL. Of times it reads those that are written in ISO
 * 8601 (a day, a month, a year and a time without an offset too); the engine refuses others, which `rowsOf` reads.
 *
 * @throws ZerenzhiError with every fault of the options
 * @example
 * const query = mappingOf({ dialect: 'duckdb', from: 'received', column: 'document' });
 */
export function mappingOf(options: MappingOptions): string {
  const { sql, rules, from, column } = settingOf(options, ['table', 'from', 'column']);
  const document = sql.name(column as string);
  // What a time is read of is looked up once, in a query within.
  const texts: string[] = [];
  const named = (expression: string): string => {
    if (!texts.includes(expression)) texts.push(expression);
    return `zerenzhi_${texts.indexOf(expression) + 1}`;
  };
  const lines = columnsOf(rules, sql).map((of) => `  ${valueIn(document, of, sql, named)} AS ${sql.name(of.name)}`);
  const within = [document, ...texts.map((expression, i) => `${expression} AS zerenzhi_${i + 1}`)];
  return `SELECT\n${lines.join(',\n')}\nFROM (\n  SELECT\n    ${within.join(',\n    ')}\n  FROM ${tableName(sql, from)}\n) AS documents`;
}

/** Documents name at most one unit and one system. */
const SUBJECT = { id: ['id'], unit: ['units', 0, 'id'], system: ['systems', 0, 'id'] };

function valueIn(document: string, column: Column, sql: Sql, named: (expression: string) => string): string {
  const path = column.holds === 'subject' ? SUBJECT[column.key] : column.path;
  const type = sql.types[column.type];
  if (path === undefined) return sql.literal(null, column.type);
  const text = sql.jsonText(document, path);
  if (column.holds === 'fact' && column.definition.alleged) {
    // Null, there or further out, says that it was asked; what is not there says nothing.
    const asked = path.map((_, i) => sql.jsonNull(document, path.slice(0, i + 1))).join(' OR ');
    return `COALESCE(${text}, CASE WHEN ${asked} THEN ${sql.text(ASKED)} END)`;
  }
  if (column.holds === 'fact' && column.definition.of === 'concerned') {
    // Named without more, a unit had a part; of somebody not named that is what is known.
    const said = `COALESCE(CAST(${text} AS ${type}), CASE WHEN NOT COALESCE(${sql.jsonNull(document, path)}, FALSE) THEN TRUE END)`;
    return `CASE WHEN ${sql.jsonText(document, path.slice(0, 2))} IS NULL THEN TRUE ELSE ${said} END`;
  }
  if (column.holds === 'option') {
    const isObject = `${text} LIKE '{%'`;
    const has = (...keys: readonly string[]) => sql.jsonHas(document, [...path, ...keys], column.option);
    const part = `CASE WHEN ${has('has')} THEN TRUE WHEN ${has('lacks')} THEN FALSE END`;
    return `CASE WHEN ${isObject} THEN ${part} WHEN ${text} IS NOT NULL THEN ${has()} END`;
  }
  if (column.holds === 'time') return endIn(document, column, sql, named);
  if ((column.holds === 'fact' || column.holds === 'bound') && column.definition.type === 'number')
    return numberIn(document, column, sql);
  return `CAST(${text} AS ${type})`;
}

/** A number of a document, or what is known of it, as it is kept: a number where its bounds leave only one. */
function numberIn(document: string, column: Column & { readonly holds: 'fact' | 'bound' }, sql: Sql): string {
  const path = (column.holds === 'fact' ? column.path : column.path?.slice(0, -1)) as JsonPath;
  const { min, max } = column.definition;
  const text = sql.jsonText(document, path);
  // A whole number may stand as 1e3.
  const number = (written: string) => `CAST(${written} AS ${sql.types.number})`;
  const limit = (bound: Bound, own: number | undefined) => {
    const written = number(sql.jsonText(document, [...path, bound]));
    return own === undefined ? written : `COALESCE(${written}, ${sql.literal(own)})`;
  };
  const [least, most] = [limit('atLeast', min), limit('atMost', max)];
  const isObject = `${text} LIKE '{%'`;
  const whole = `CASE WHEN NOT (${isObject}) THEN ${number(text)} WHEN ${least} = ${most} THEN ${least} END`;
  const isOne = `COALESCE(${least} = ${most}, FALSE)`;
  const value =
    column.holds === 'fact'
      ? whole
      : `CASE WHEN ${isObject} AND NOT ${isOne} THEN ${column.bound === 'atLeast' ? least : most} END`;
  return column.type === 'integer' ? `CAST(${value} AS ${sql.types.integer})` : value;
}
