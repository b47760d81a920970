import * as z from 'zod/mini';
import { date, ID, id, instant } from '../../src/model/fields.js';
import { condition, localDate } from '../../src/regulation/basic-schemas.js';

// What the fields test in code, as patterns (ECMA-262, in Unicode mode) that say the same.

const LEAP = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const DAY = `(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|${LEAP}-02-29)`;
const TIME = '(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,3})?)?';
const OFFSET = '(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])';

export const DATE = { pattern: `^${DAY}$`, examples: ['2025-03-01'] };
export const INSTANT = { pattern: `^${DAY}T${TIME}${OFFSET}$`, examples: ['2025-03-01T09:30:00+08:00'] };
export const DURATION = { pattern: '^P(?=.*[1-9])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?$', examples: ['P1Y', 'P6M'] };

export type JsonSchema = z.core.JSONSchema.BaseSchema;

const SAID = new Map<unknown, JsonSchema>([
  [id, { pattern: ID.source }],
  [date, DATE],
  [localDate, DATE],
  [instant, INSTANT],
  [condition, { $ref: '#/$defs/Condition' }],
]);

/** The JSON Schema of a zod schema. */
export function jsonSchemaOf(schema: z.ZodMiniType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, SAID.get(zodSchema));
    },
  });
}
