import * as z from 'zod/mini';
import { atLeast, atMost, whole } from '../regulation/basic-schemas.js';
import { parseInstant } from '../regulation/dates.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';
import { optionsOf } from '../regulation/vocabulary.js';
import type { Given } from './fact-values.js';
import { fields, oneOf } from './fields.js';

/** A strict, nested schema of the facts of one kind: `outage.hours` is the key `hours` of the object `outage`. */
export function factShape(regulation: Regulation, of: FactDefinition['of']): Record<string, z.ZodMiniType> {
  const tree: Tree = new Map();
  for (const [name, fact] of Object.entries(regulation.facts)) {
    if (fact.of !== of || fact.derive) continue;
    const keys = pathOf(name, of);
    let at = tree;
    for (const key of keys.slice(0, -1)) {
      const inner = at.get(key);
      const next: Tree = inner instanceof Map ? inner : new Map();
      at.set(key, next);
      at = next;
    }
    at.set(keys.at(-1) as string, unknownable(factSchema(regulation, fact)));
  }
  return shape(tree);
}

type Tree = Map<string, Tree | z.ZodMiniType>;

const shape = (tree: Tree): Record<string, z.ZodMiniType> =>
  Object.fromEntries([...tree].map(([key, part]) => [key, part instanceof Map ? unknownable(z.strictObject(shape(part))) : part]));

/** Absent and null both mean unknown. */
const unknownable = (schema: z.ZodMiniType): z.ZodMiniType => z.optional(z.nullable(schema));

function factSchema(regulation: Regulation, fact: FactDefinition): z.ZodMiniType {
  switch (fact.type) {
    case 'boolean':
      return z.boolean();
    case 'number': {
      const checks = [...(fact.min === undefined ? [] : [atLeast(fact.min)]), ...(fact.max === undefined ? [] : [atMost(fact.max)])];
      return z.number().check(...(fact.integer ? [whole()] : []), ...checks);
    }
    case 'enum':
      return oneOf(optionsOf(regulation, fact));
    case 'set':
      return z.array(oneOf(optionsOf(regulation, fact)));
    case 'instant':
      return fields().instant;
  }
}

/** Whether the schema of a fact accepts a value that is neither null nor absent. */
export function acceptsFact(regulation: Regulation, fact: FactDefinition): (value: unknown) => boolean {
  const options = new Set<unknown>(optionsOf(regulation, fact));
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = fact;
  switch (fact.type) {
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'number': {
      const test = fact.integer ? Number.isSafeInteger : Number.isFinite;
      return (value) => test(value) && (value as number) >= min && (value as number) <= max;
    }
    case 'enum':
      return (value) => options.has(value);
    case 'set':
      return (value) => Array.isArray(value) && value.every((member) => options.has(member)) && Object.keys(value).length === value.length;
    case 'instant':
      return (value) => typeof value === 'string' && typeof parseInstant(value) === 'number';
  }
}

/** The keys a fact's name is made of; a unit's or a system's own record leaves out the first. */
export const pathOf = (name: string, of: FactDefinition['of']): readonly string[] => name.split('.').slice(of === 'incident' ? 0 : 1);

/** The value a record states for a fact; null and absent both mean unknown. */
export function statedIn(record: unknown, name: string, of: FactDefinition['of']): Given {
  let at = record;
  for (const key of pathOf(name, of)) at = (at as Record<string, unknown> | null | undefined)?.[key];
  return (at ?? undefined) as Given;
}
