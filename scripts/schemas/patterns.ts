import * as z from 'zod/mini';
import { ID } from '../../src/model/fields.js';
import { basics } from '../../src/regulation/basic-schemas.js';

// What the fields test in code, as patterns (ECMA-262, in Unicode mode) that say the same.

const LEAP = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const DAY = `(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|${LEAP}-02-29)`;
/** No calendar has a year nought, and no date after the last year is read. */
const YEAR = '(?!0000|9)';
const TIME = '(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,3})?)?';
const OFFSET = '(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])';

export const DATE = { pattern: `^${YEAR}${DAY}$`, examples: ['2025-03-01'] };
export const INSTANT = { pattern: `^${YEAR}${DAY}T${TIME}${OFFSET}$`, examples: ['2025-03-01T09:30:00+08:00'] };
export const DURATION = {
  pattern: '^P(?=.*[1-9])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?$',
  examples: ['P1Y', 'P6M'],
};

export type JsonSchema = z.core.JSONSchema.BaseSchema;

type Kind = 'string' | 'number' | 'array';
const LEAST = { string: 'minLength', number: 'minimum', array: 'minItems' } as const;
const MOST = { string: 'maxLength', number: 'maximum', array: 'maxItems' } as const;

/** What a test says of the values it lets pass. */
function saying({ code, expected }: { readonly code: string; readonly expected: string }, kind: Kind): JsonSchema {
  const [, sign, rules] = /^([≤≥]) (\d+)$/.exec(expected) ?? [];
  if (sign !== undefined) return { [sign === '≥' ? LEAST[kind] : MOST[kind]]: Number(rules) };
  if (expected.startsWith('> ')) return { exclusiveMinimum: Number(expected.slice('> '.length)) };
  switch (code) {
    case 'input/out-of-range':
      // The patterns of dates and instants say which years are read.
      return {};
    case 'input/invalid-id':
      return { pattern: ID.source };
    case 'input/invalid-date':
      return DATE;
    case 'input/naive-timestamp':
    case 'input/invalid-instant':
      return INSTANT;
    case 'input/former-format':
    case 'input/unknown-value':
      return { const: Number(expected) };
    case 'input/invalid-type':
      return { type: 'integer' };
    default:
      throw new Error(`no JSON Schema says ${code} ${expected}`);
  }
}

/** The JSON Schema of a zod schema. */
export function jsonSchemaOf(schema: z.ZodMiniType): JsonSchema {
  const { condition } = basics();
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) === condition) Object.assign(jsonSchema, { $ref: '#/$defs/Condition' });
      const { type, checks = [] } = zodSchema._zod.def as {
        type: Kind;
        checks?: readonly { _zod: { def: { params?: { code: string; expected: string } } } }[];
      };
      for (const { _zod } of checks) if (_zod.def.params) Object.assign(jsonSchema, saying(_zod.def.params, type));
    },
  });
}
