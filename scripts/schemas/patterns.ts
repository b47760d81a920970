import * as z from 'zod/mini';
import { MARKS } from '../../src/messages/times.js';
import { fields, ID } from '../../src/model/fields.js';
import { ONGOING } from '../../src/model/time.js';
import { basics } from '../../src/regulation/basic-schemas.js';
import { LAST_YEAR } from '../../src/regulation/dates.js';

// What the fields test in code, as patterns (ECMA-262, in Unicode mode) that say the same.

const LEAP = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const DAY = `(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|${LEAP}-02-29)`;
/** No calendar has a year nought, and no date after the last year is read. */
const YEAR = '(?!0000|9)';
const OFFSET = '(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])';

export const DATE = { pattern: `^${YEAR}${DAY}$`, examples: ['2025-03-01'] };

// A day as people write it, with what stands after the year, the month and the day.
const NATURAL = (year: string, month: string, day: string) =>
  `(?:[0-9]{4}${year}(?:(?:0?[13578]|1[02])${month}(?:0?[1-9]|[12][0-9]|3[01])|(?:0?[469]|11)${month}(?:0?[1-9]|[12][0-9]|30)|0?2${month}(?:0?[1-9]|1[0-9]|2[0-8]))|${LEAP}${year}0?2${month}29)${day}`;
const CLOCK = (colon: string) => `(?:[01]?[0-9]|2[0-3])${colon}[0-5][0-9](?:${colon}[0-5][0-9](?:\\.[0-9]{1,3})?)?`;
const MONTH = '(?:0?[1-9]|1[0-2])';
const [HOURS, MINUTES] = ['(?:[01]?[0-9]|2[0-3])', '[0-5]?[0-9]'];
const { year: Y, month: M, day: D, hour: H, minute: MIN, second: S, colon: COLON } = MARKS;
const CHINESE = `(?: ?(?:${CLOCK(`[:${COLON}]`)}|${HOURS}[${H}](?:${MINUTES}${MIN}(?:${MINUTES}${S})?)?))?`;
/** A time as a text, in each of the ways that are read. */
export const TIME_TEXT = {
  pattern: `^${YEAR}(?:${[
    `${NATURAL('-', '-', '')}(?:[T ]${CLOCK(':')}${OFFSET}?)?`,
    `${NATURAL('/', '/', '')}(?: ${CLOCK(':')})?`,
    `${NATURAL(Y, M, `[${D}]`)}${CHINESE}`,
    `[0-9]{4}(?:-${MONTH}|/${MONTH}|${Y}(?:${MONTH}${M})?)?`,
  ].join('|')})$`,
  examples: ['2025-03-01T09:30:00+08:00', '2025-03-01 09:30', '2025-03-01', '2025-03'],
};
const END: JsonSchema = { anyOf: [{ $ref: '#/$defs/TimeText' }, { type: 'null' }] };
const WITHIN = {
  type: 'object',
  properties: { from: END, until: END },
  additionalProperties: false,
  minProperties: 1,
  description: 'Somewhere between the two, both included; either may be left out or null.',
} as const;
/** Times as incidents have them; a period of `began` and `ended` where what it is the time of may last. */
export const TIMES: { readonly [name: string]: JsonSchema } = {
  TimeText: {
    anyOf: [
      { type: 'string', ...TIME_TEXT },
      { type: 'integer', minimum: 1000, maximum: LAST_YEAR },
    ],
  },
  Time: { anyOf: [{ $ref: '#/$defs/TimeText' }, WITHIN] },
  LastingTime: {
    anyOf: [
      { $ref: '#/$defs/Time' },
      {
        type: 'object',
        properties: {
          began: { $ref: '#/$defs/OrUnknown' },
          ended: { anyOf: [{ $ref: '#/$defs/OrUnknown' }, { const: ONGOING }] },
        },
        additionalProperties: false,
        minProperties: 1,
        description: `Throughout, both included; an end that is not known is left out or null, and what still goes on has ended: ${ONGOING}.`,
      },
    ],
  },
  OrUnknown: { anyOf: [{ $ref: '#/$defs/Time' }, { type: 'null' }] },
};

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

/** The JSON Schema of a zod schema. */
export function jsonSchemaOf(schema: z.ZodMiniType): JsonSchema {
  const { condition } = basics();
  const { date, moment, lasting, deadline } = fields();
  const known = new Map<unknown, JsonSchema>([
    [condition, { $ref: '#/$defs/Condition' }],
    [moment, { $ref: '#/$defs/Time' }],
    [deadline, { $ref: '#/$defs/Time' }],
    [lasting, { $ref: '#/$defs/LastingTime' }],
    [date, DATE],
  ]);
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, known.get(zodSchema));
      const { type, checks = [] } = zodSchema._zod.def as {
        type: Kind;
        checks?: readonly { _zod: { def: { params?: { code: string; expected: string } } } }[];
      };
      for (const { _zod } of checks) if (_zod.def.params) Object.assign(jsonSchema, saying(_zod.def.params, type));
    },
  });
}
