import * as z from 'zod/mini';
import { readOptions } from '../../case/options.js';
import { type Diagnostic, faultsOf, refuse } from '../../diagnostics/diagnostics.js';
import type { AsOf } from '../../model/as-of.js';
import type { Ruleset } from '../../policy/create-policy.js';
import { passing } from '../../regulation/basic-schemas.js';
import { ownOptions } from '../options.js';
import { sqlDiagnostic } from './diagnostics.js';
import { DIALECTS, type Dialect, type Sql } from './dialect.js';

/** A name, or a list for a name with its schema. */
export type TableName = string | readonly string[];

export const dialect = z.enum(Object.keys(DIALECTS) as [Dialect, ...Dialect[]]);
const isName = (value: unknown) => [value].flat().every((part) => typeof part === 'string');
const name = z.unknown().check(passing(isName, 'input/invalid-type', 'string / string[]'));

/** The names that a caller may give, by option, and whether they must be. */
const NAMES = { table: z.optional(name), name: z.optional(name), from: name, column: z.string() };

/** What a statement is made with. */
export interface Setting {
  readonly sql: Sql;
  readonly rules: Ruleset;
  /** The time of judgement, where one was given. */
  readonly asOf?: AsOf;
  readonly table?: TableName;
  readonly name?: TableName;
  readonly from?: TableName;
  readonly column?: string;
}

/** The options of a statement, or all their faults; `judged` if it has a time of judgement. */
export function settingOf(options: unknown, names: readonly (keyof typeof NAMES)[], judged = false): Setting {
  const read = readOptions(options ?? {}, ['dialect', ...names], judged ? ['policy', 'asOf'] : ['policy']);
  const shape = { dialect, ...Object.fromEntries(names.map((key) => [key, NAMES[key]])) };
  const { own, faults } = ownOptions(shape, read.own);
  const given = own as { readonly dialect: Dialect } & Pick<Setting, keyof typeof NAMES>;
  const unfit =
    faults.length > 0
      ? []
      : faultsOf(
          'options',
          names.flatMap((key) => nameFaults(key, given[key], given.dialect)),
        );
  refuse([...read.faults, ...faults, ...unfit]);
  const { rules, asOf } = read.setting;
  const { dialect: to, ...called } = given;
  return { sql: DIALECTS[to], rules, ...called, ...(read.time !== undefined && { asOf }) };
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
