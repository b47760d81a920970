import { reading } from '../diagnostics/reading.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';
import { pathOf } from './fact-schema.js';

// Where a record of an incident holds what: for those who write one, or look into one that was given.

/**
 * The facts an incident states, in the order of the rule files; what is computed, or a unit's or a system's, is not
 * among them.
 */
export const incidentFacts = (regulation: Regulation): readonly (readonly [name: string, fact: FactDefinition])[] =>
  reading(() => Object.entries(regulation.facts).filter(([, { of, derive }]) => of === 'incident' && !derive));

/** The keys under which an incident holds a fact or a person's finding on a term; of other inputs none. */
export function inputPath(kind: string, id: string): readonly string[] | undefined {
  if (kind === 'term') return ['findings', id];
  return kind === 'fact' ? pathOf(id, 'incident') : undefined;
}

/** A copy with a value under some keys, of objects or of lists; what is beside them is shared. */
export function withValueAt(record: object, [key, ...keys]: readonly (string | number)[], value: unknown): object {
  if (key === undefined) return record;
  const inner = (record as Record<string | number, object | null | undefined>)[key];
  const next = keys.length === 0 ? value : withValueAt(inner ?? {}, keys, value);
  return Array.isArray(record) ? record.map((entry, i) => (i === key ? next : entry)) : { ...record, [key]: next };
}
