import * as z from 'zod/mini';
import { optionsOf } from '../regulation/check.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';
import { instant, oneOf } from './fields.js';

/** A strict, nested schema of the facts of one kind: `outage.hours` is the key `hours` of the object `outage`. */
export function factShape(regulation: Regulation, of: FactDefinition['of']): Record<string, z.ZodMiniType> {
  const tree: Tree = new Map();
  for (const [name, fact] of Object.entries(regulation.facts)) {
    if (fact.of !== of || fact.derive) continue;
    const keys = keysOf(name, of);
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
      const checks = [...(fact.min === undefined ? [] : [z.gte(fact.min)]), ...(fact.max === undefined ? [] : [z.lte(fact.max)])];
      return fact.integer ? z.int().check(...checks) : z.number().check(...checks);
    }
    case 'enum':
      return oneOf(optionsOf(regulation, fact));
    case 'set':
      return z.array(oneOf(optionsOf(regulation, fact)));
    case 'instant':
      return instant;
  }
}

const paths = new Map<string, readonly string[]>();

/** The keys a fact's name is made of; a unit's or a system's own record leaves out the first. Names are those of a regulation, so the cache is bounded. */
function keysOf(name: string, of: FactDefinition['of']): readonly string[] {
  const key = of === 'incident' ? name : `.${name}`;
  const known = paths.get(key) ?? name.split('.').slice(of === 'incident' ? 0 : 1);
  paths.set(key, known);
  return known;
}

/** The value a record states for a fact. */
export function statedIn(record: unknown, name: string, of: FactDefinition['of']): string | number | boolean | readonly string[] | null | undefined {
  let at = record;
  for (const key of keysOf(name, of)) at = (at as Record<string, unknown> | null | undefined)?.[key];
  return at as ReturnType<typeof statedIn>;
}
