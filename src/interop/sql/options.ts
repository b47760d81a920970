import * as z from 'zod/mini';
import { type Diagnostic, refuse } from '../../diagnostics/diagnostics.js';
import { readAsOf } from '../../model/as-of.js';
import { type Bound, bindingOf, type Policy } from '../../policy/create-policy.js';
import { passing } from '../../regulation/basic-schemas.js';
import { attempt, optionFaults } from '../options.js';
import { sqlDiagnostic } from './diagnostics.js';
import { DIALECTS, type Dialect, type Sql } from './dialect.js';

/** A name, or a list for a name with its schema. */
export type TableName = string | readonly string[];

export const dialect = z.enum(Object.keys(DIALECTS) as [Dialect, ...Dialect[]]);
const isName = (value: unknown) => [value].flat().every((part) => typeof part === 'string');
const name = z.unknown().check(passing(isName, 'input/invalid-type', 'string / string[]'));

/** The names that a caller may give, by option, and whether they must be. */
const NAMES = { table: z.optional(name), name: z.optional(name), from: name, column: z.string() };

interface Given {
  readonly policy?: Policy<object>;
  readonly dialect: Dialect;
  readonly asOf?: string;
}
export interface Setting {
  readonly sql: Sql;
  readonly bound: Bound;
}

/** The dialect and the policy of a statement, or all the faults of its options; `judged` if it has a time of judgement. */
export function settingOf(options: Given, names: readonly (keyof typeof NAMES)[], judged = false): Setting {
  const given: Partial<Given> & { readonly [name: string]: unknown } = { ...options };
  const shape = {
    dialect,
    ...Object.fromEntries(names.map((key) => [key, NAMES[key]])),
    ...(judged && { asOf: z.optional(z.string()) }),
  };
  const faults = optionFaults(shape, given);
  if (faults.length === 0)
    faults.push(...names.flatMap((key) => nameFaults(key, given[key] as TableName | undefined, options.dialect)));
  const bound = attempt(() => bindingOf(given.policy));
  const asOf = attempt(() => judged && readAsOf(given.asOf));
  refuse([...faults, ...bound.faults, ...asOf.faults]);
  return { sql: DIALECTS[options.dialect], bound: bound.value as Bound };
}

/** Names are quoted, but an engine has none that is empty, and some characters no quoting keeps. */
function nameFaults(path: string, given: TableName | undefined, to: Dialect): Diagnostic[] {
  if (given === undefined) return [];
  const parts = [given].flat();
  if (parts.length === 0 || parts.includes('')) return [sqlDiagnostic('sql/empty-name', path)];
  return DIALECTS[to].unwritable
    .filter((mark) => parts.some((part) => part.includes(mark)))
    .map((mark) => sqlDiagnostic('sql/unwritable', path, { value: parts.join('.'), expected: JSON.stringify(mark) }));
}
