import { isMapping } from '../../diagnostics/plain-data.js';
import { KEYS, VALUES } from '../../messages/rule-keys.js';
import type { JsonSchema } from './json-schema.js';
import { referredBy } from './parts.js';

type Part = { readonly [key: string]: unknown };

/** A schema whose keys and words say what they mean, where they do not say it yet. */
export function explained(schema: JsonSchema, definitions: { readonly [name: string]: JsonSchema }): JsonSchema {
  return visit(schema) as JsonSchema;

  function visit(part: unknown): unknown {
    if (Array.isArray(part)) return part.map(visit);
    if (!isMapping(part)) return part;
    // What only tells cases apart is not shown.
    const { if: cases, enum: choices, properties, ...rest } = part;
    const inside = Object.entries(rest).map(([key, inner]) => [key, visit(inner)] as const);
    return {
      ...(cases !== undefined && { if: cases }),
      ...wordsOfValue(rest.const),
      ...Object.fromEntries(inside),
      ...(isMapping(properties) && { properties: withWords(properties) }),
      // Each is a choice of its own: of a list, editors would show all.
      ...(Array.isArray(choices) && { anyOf: choices.map((value) => ({ const: value, ...wordsOfValue(value) })) }),
    };
  }

  function withWords(properties: Part): Part {
    return Object.fromEntries(
      Object.entries(properties).map(([key, inner]) => {
        const part = visit(inner) as JsonSchema;
        const words = wordsOf(KEYS, key);
        if (words === undefined || part.description !== undefined) return [key, part];
        const type = referredBy(part, definitions)?.type;
        // Beside a reference nothing counts.
        const beside = part.$ref === undefined ? part : { ...(type && { type }), allOf: [part] };
        return [key, { description: words, ...beside }];
      }),
    );
  }
}

const wordsOf = (table: typeof KEYS, word: string): string | undefined =>
  Object.hasOwn(table, word) ? table[word]?.join(' · ') : undefined;

function wordsOfValue(value: unknown): { description?: string } {
  const description = typeof value === 'string' ? wordsOf(VALUES, value) : undefined;
  return description === undefined ? {} : { description };
}
