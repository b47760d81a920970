import type { Bound } from '../../create-policy.js';
import { pathOf } from '../../model/fact-schema.js';
import type { FactDefinition } from '../../regulation/schema.js';
import { optionsOf } from '../../regulation/vocabulary.js';
import { type ColumnType, distinctNames, type Sql } from './dialect.js';

/** A column of the table of incidents: what it holds of an incident, under which name. */
export type Column = { readonly name: string; readonly type: ColumnType } & (
  | { readonly holds: 'subject'; readonly key: 'id' | 'unit' | 'system' }
  | { readonly holds: 'fact'; readonly fact: number; readonly definition: FactDefinition; readonly path: readonly string[] | undefined }
  /** Whether a set has an option: NULL in all of its columns where the set is unknown. */
  | { readonly holds: 'option'; readonly fact: number; readonly option: string; readonly path: readonly string[] | undefined }
  | { readonly holds: 'finding'; readonly term: number; readonly path: readonly string[] }
);

const TYPES: Record<Exclude<FactDefinition['type'], 'set'>, ColumnType> = { boolean: 'boolean', number: 'number', enum: 'text', instant: 'instant' };

type Unnamed<C> = C extends unknown ? Omit<C, 'name'> & { readonly wanted: string } : never;

/** The columns of a policy's regulation: whatever an incident states, and what a register tells of its unit and its system. */
export function columnsOf({ regulation, plan }: Bound, sql: Sql): Column[] {
  const subjects = (['id', 'unit', 'system'] as const).map((key): Unnamed<Column> => ({ holds: 'subject', key, wanted: key, type: 'text' }));
  const facts = plan.facts.flatMap(({ name, definition }, fact): Unnamed<Column>[] => {
    if (definition.derive || (definition.of !== 'incident' && definition.source === undefined)) return [];
    const path = definition.of === 'incident' ? pathOf(name, 'incident') : undefined;
    if (definition.type === 'set')
      return optionsOf(regulation, definition).map((option) => ({ holds: 'option', fact, option, path, wanted: `${name}:${option}`, type: 'boolean' }));
    return [{ holds: 'fact', fact, definition, path, wanted: name, type: definition.integer ? 'integer' : TYPES[definition.type] }];
  });
  const findings = plan.terms.map(
    (name, term): Unnamed<Column> => ({ holds: 'finding', term, path: ['findings', name], wanted: `finding:${name}`, type: 'boolean' }),
  );
  const all = [...subjects, ...facts, ...findings];
  const names = distinctNames(
    all.map(({ wanted }) => wanted),
    sql,
  );
  return all.map(({ wanted: _, ...column }, i) => ({ ...column, name: names[i] as string }));
}
