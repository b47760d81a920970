import { type AssessOptions, judgeFor } from '../../assess-incident.js';
import { bindingOf, type Policy } from '../../create-policy.js';
import { impliedValue } from '../../model/fact-values.js';
import type { Regulation } from '../../regulation/schema.js';
import { optionsOf } from '../../regulation/vocabulary.js';
import { type Column, columnsOf } from './columns.js';
import { DIALECTS, type Dialect, type Sql } from './dialect.js';

export interface TableOptions {
  readonly policy?: Policy<object>;
  readonly dialect: Dialect;
  /** `incidents` by default; a list for a name with its schema. */
  readonly table?: string | readonly string[];
}

export const tableName = (sql: Sql, table: string | readonly string[] = 'incidents'): string => [table].flat().map(sql.name).join('.');

/**
 * The statement that makes the table of incidents which the view reads: a column for every fact, every option of a set and every finding.
 * NULL means unknown. DuckDB and PostgreSQL refuse values that the regulation does not know; Spark has no such checks.
 *
 * @example
 * const statement = tableOf({ dialect: 'duckdb' });
 */
export function tableOf({ policy, dialect, table }: TableOptions): string {
  const sql = DIALECTS[dialect];
  const { regulation, ...bound } = bindingOf(policy);
  const lines = columnsOf({ regulation, ...bound }, sql).map((column) => {
    const fits = sql.checks ? fitting(column, regulation, sql) : undefined;
    return `  ${sql.name(column.name)} ${sql.types[column.type]}${fits ? ` CHECK (${fits})` : ''}`;
  });
  return `CREATE TABLE ${tableName(sql, table)} (\n${lines.join(',\n')}\n)`;
}

/** What a value must be where it is known: the bounds of a number, the options of a choice. */
export function fitting(column: Column, regulation: Regulation, sql: Sql): string | undefined {
  if (column.holds !== 'fact') return undefined;
  const name = sql.name(column.name);
  const { type, integer, min, max } = column.definition;
  if (type === 'enum') return `${name} IN (${optionsOf(regulation, column.definition).map(sql.text).join(', ')})`;
  if (type !== 'number') return undefined;
  const largest = integer ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE;
  return `${name} BETWEEN ${number(min ?? -largest, column, sql)} AND ${number(max ?? largest, column, sql)}`;
}

const number = (value: number, { type }: Column, sql: Sql): string => `CAST(${sql.text(String(value))} AS ${sql.types[type]})`;

/** A row of the table as JavaScript has it: instants as ISO 8601 texts. */
export type Row = { readonly [column: string]: string | number | boolean | null };

/**
 * The row of an incident. The incident is checked as `assessIncident` checks it; what the organization's register tells of its unit and
 * its system is filled in where the incident does not say.
 *
 * @throws ZerenzhiError with every fault of the incident, the organization or the options
 * @example
 * const row = rowOf({ outage: { hours: 30 } }, { dialect: 'duckdb', asOf: '2024-06-30' });
 */
export function rowOf(incident: object, { dialect, ...options }: AssessOptions<object> & { readonly dialect: Dialect }): Row {
  return rowsOf({ dialect, ...options })(incident);
}

/** The same for many incidents: what depends on the options only is worked out once. */
export function rowsOf({ dialect, ...options }: AssessOptions<object> & { readonly dialect: Dialect }): (incident: object) => Row {
  const bound = bindingOf(options.policy);
  const columns = columnsOf(bound, DIALECTS[dialect]);
  const judged = judgeFor(options);
  return (incident) => {
    const { incident: reading, register } = judged(incident);
    const known = (fact: number) => {
      const planned = bound.plan.facts[fact] as (typeof bound.plan.facts)[number];
      const { source } = planned.definition;
      const stated = reading.values[fact];
      // What another fact settles, the view works out.
      if (stated !== undefined || source === undefined || impliedValue(planned, reading) !== undefined) return stated;
      return register.value(source, reading.unit, reading.system);
    };
    return Object.fromEntries(columns.map((column) => [column.name, cell(column)]));

    function cell(column: Column): Row[string] {
      if (column.holds === 'subject') return reading[column.key] ?? null;
      if (column.holds === 'finding') return reading.findings[column.term] ?? null;
      const value = known(column.fact);
      if (column.holds === 'fact') return typeof value === 'object' ? null : (value ?? null);
      if (Array.isArray(value)) return value.includes(column.option);
      if (typeof value !== 'object' || !('has' in value)) return null;
      return value.has.includes(column.option) ? true : value.lacks.includes(column.option) ? false : null;
    }
  };
}

export interface MappingOptions extends TableOptions {
  /** The table or view that has the documents. */
  readonly from: string | readonly string[];
  /** Its column with one incident as JSON (PostgreSQL: `jsonb`). */
  readonly column: string;
}

/**
 * A query from incidents as JSON documents to rows of the table. It trusts the documents: check them first, as `assessIncident` does. What
 * only a register tells is NULL.
 *
 * @example
 * const query = mappingOf({ dialect: 'duckdb', from: 'received', column: 'document' });
 */
export function mappingOf({ policy, dialect, from, column }: MappingOptions): string {
  const sql = DIALECTS[dialect];
  const document = sql.name(column);
  const lines = columnsOf(bindingOf(policy), sql).map((of) => `  ${valueIn(document, of, sql)} AS ${sql.name(of.name)}`);
  return `SELECT\n${lines.join(',\n')}\nFROM ${tableName(sql, from)}`;
}

function valueIn(document: string, column: Column, sql: Sql): string {
  const path = column.holds === 'subject' ? [column.key] : column.path;
  const type = sql.types[column.type];
  if (path === undefined) return `CAST(NULL AS ${type})`;
  const text = sql.jsonText(document, path);
  if (column.holds === 'option') return `CASE WHEN ${text} IS NOT NULL THEN ${sql.jsonHas(document, path, column.option)} END`;
  // A whole number may stand as 1e3.
  return `CAST(${column.type === 'integer' ? `CAST(${text} AS ${sql.types.number})` : text} AS ${type})`;
}
