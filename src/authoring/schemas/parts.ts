import type { JsonSchema } from './json-schema.js';
import type { Name } from './names.js';

// Schemas that others are put together from.

const DEFINED = '#/definitions/';
export const ref = (name: string): JsonSchema => ({ $ref: `${DEFINED}${name}` });

export const listed = (items: JsonSchema): JsonSchema => ({ type: 'array', items, minItems: 1 });

export const strict = (properties: { readonly [key: string]: JsonSchema }, required: string[]): JsonSchema => ({
  type: 'object',
  properties: { ...properties },
  required,
  additionalProperties: false,
});

/**
 * One of some names. Each is a choice of its own with what it is called: of a list of them, editors would show all,
 * whichever they are asked about.
 */
export const among = (names: readonly Name[], maybeMore = false): JsonSchema => {
  const known = names.map(({ id, words }): JsonSchema => ({ const: id, ...said(words) }));
  if (maybeMore) return { type: 'string', anyOf: [...known, {}] };
  return { type: 'string', ...(known.length > 0 ? { anyOf: known } : { not: {} }) };
};

/** Names as keys, each with what it is called. */
export const keyed = (names: readonly Name[], value: JsonSchema, maybeMore = false): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(names.map(({ id, words }) => [id, { ...said(words), allOf: [value] }])),
  additionalProperties: maybeMore ? value : false,
});

/** What else holds of what one schema takes, and of what it does not. */
export const given = (taken: JsonSchema, then: JsonSchema, otherwise?: JsonSchema): JsonSchema => ({
  if: taken,
  then,
  ...(otherwise && { else: otherwise }),
});

export const said = (words: string): { description?: string } => (words === '' ? {} : { description: words });

/** What a schema refers to. */
export const referredBy = (
  { $ref }: JsonSchema,
  definitions: { readonly [name: string]: JsonSchema },
): JsonSchema | undefined => definitions[$ref?.slice(DEFINED.length) ?? ''];

/** Those of some definitions that a schema refers to, or one that it refers to. */
export function neededBy(schema: unknown, definitions: { readonly [name: string]: JsonSchema }) {
  const needed = new Map<string, JsonSchema>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { $ref } = part as JsonSchema;
    const name = $ref?.slice(DEFINED.length);
    const definition = name === undefined ? undefined : definitions[name];
    if (name !== undefined && definition && !needed.has(name)) {
      needed.set(name, definition);
      visit(definition);
    }
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(schema);
  return Object.fromEntries(needed);
}
