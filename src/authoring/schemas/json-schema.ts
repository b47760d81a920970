import * as z from 'zod/mini';
import { ID } from '../../model/fields.js';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

// What the schemas test in code, as patterns (ECMA-262, in Unicode mode) that say the same.

export const LEAP = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const DAY = `(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|${LEAP}-02-29)`;
/** No calendar has a year nought, and no date after the last year is read. */
export const YEAR = '(?!0000|9)';
export const DATE = { pattern: `^${YEAR}${DAY}$`, examples: ['2025-03-01'] };

type Kind = 'string' | 'number' | 'array';
const LEAST = { string: 'minLength', number: 'minimum', array: 'minItems' } as const;
const MOST = { string: 'maxLength', number: 'maximum', array: 'maxItems' } as const;

interface Said {
  readonly code: string;
  readonly expected: string;
  /** The form of a text. */
  readonly pattern?: string;
}

/** What a test says of the values it lets pass. */
function saying({ code, expected, pattern }: Said, kind: Kind): JsonSchema {
  if (pattern !== undefined) return { pattern };
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
    case 'input/former-format':
    case 'input/unknown-value':
      return { const: Number(expected) };
    case 'input/missing-key':
      return { minProperties: 1 };
    case 'input/invalid-type':
      return { type: 'integer' };
    default:
      throw new Error(`no JSON Schema says ${code} ${expected}`);
  }
}

/** A part of a schema as it comes out, to be changed. */
export type Part = Parameters<NonNullable<z.core.ToJSONSchemaParams['override']>>[0];

/**
 * The JSON Schema of a zod schema, with the tests of our own.
 *
 * @param change what else a part says
 */
export const jsonSchemaOf = (
  schema: z.ZodMiniType,
  change: (part: Part) => void,
  target: 'draft-7' | 'draft-2020-12' = 'draft-2020-12',
): JsonSchema =>
  z.toJSONSchema(schema, {
    target,
    io: 'input',
    unrepresentable: 'any',
    override: (part) => {
      change(part);
      const { type, checks = [] } = part.zodSchema._zod.def as {
        type: Kind;
        checks?: readonly { _zod: { def: { params?: Said } } }[];
      };
      for (const { _zod } of checks) if (_zod.def.params) Object.assign(part.jsonSchema, saying(_zod.def.params, type));
    },
  });
