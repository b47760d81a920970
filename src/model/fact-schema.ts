import * as z from 'zod/mini';
import { atLeast, atMost, whole } from '../regulation/basic-schemas.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';
import { optionsOf } from '../regulation/vocabulary.js';
import { ALLEGED, type Given, isAllegation, NOT_ALLEGED } from './fact-values.js';
import { fields, oneOf } from './fields.js';
import { boundable, partable, readNumber, readSet, unknownable } from './partial.js';
import { readTime, timeKind } from './time.js';

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
  Object.fromEntries(
    [...tree].map(([key, part]) => [key, part instanceof Map ? unknownable(z.strictObject(shape(part))) : part]),
  );

function factSchema(regulation: Regulation, fact: FactDefinition): z.ZodMiniType {
  switch (fact.type) {
    case 'boolean':
      return fact.alleged ? z.union([z.boolean(), oneOf([ALLEGED, NOT_ALLEGED])]) : z.boolean();
    case 'number': {
      const checks = [
        ...(fact.min === undefined ? [] : [atLeast(fact.min)]),
        ...(fact.max === undefined ? [] : [atMost(fact.max)]),
      ];
      return boundable(z.number().check(...(fact.integer ? [whole()] : []), ...checks));
    }
    case 'enum':
      return oneOf(optionsOf(regulation, fact));
    case 'set':
      return partable(z.array(oneOf(optionsOf(regulation, fact))));
    case 'instant':
      return fields()[timeKind(fact)];
  }
}

/** What is kept of a value that the schema of a fact accepts, neither null nor absent; of any other, nothing. */
export function factReader(regulation: Regulation, fact: FactDefinition): (value: unknown) => Given {
  const options = new Set<unknown>(optionsOf(regulation, fact));
  const kept = (test: (value: unknown) => boolean) => (value: unknown) => (test(value) ? (value as Given) : undefined);
  switch (fact.type) {
    case 'boolean':
      return kept((value) => typeof value === 'boolean' || (fact.alleged !== undefined && isAllegation(value)));
    case 'number':
      return (value) => readNumber(value, fact);
    case 'enum':
      return kept((value) => options.has(value));
    case 'set':
      return (value) => readSet(value, options);
    case 'instant':
      return (value) => {
        const read = readTime(value, timeKind(fact));
        return 'faults' in read ? undefined : read.written;
      };
  }
}

/** The keys a fact's name is made of; a record of a unit or a system of its own leaves out the first. */
export const pathOf = (name: string, of: FactDefinition['of']): readonly string[] =>
  name.split('.').slice(of === 'incident' ? 0 : 1);

/** The value a record states for a fact; null and absent both mean unknown. */
export function statedIn(record: unknown, name: string, of: FactDefinition['of']): Given {
  let at = record;
  for (const key of pathOf(name, of)) at = (at as Record<string, unknown> | null | undefined)?.[key];
  return (at ?? undefined) as Given;
}
