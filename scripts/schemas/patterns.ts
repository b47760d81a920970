import type * as z from 'zod/mini';
import {
  DATE,
  jsonSchemaOf as generalSchemaOf,
  type JsonSchema,
  LEAP,
  YEAR,
} from '../../src/authoring/schemas/json-schema.js';
import { MARKS } from '../../src/messages/times.js';
import { fields } from '../../src/model/fields.js';
import { ONGOING } from '../../src/model/time.js';
import { basics } from '../../src/regulation/basic-schemas.js';
import { LAST_YEAR } from '../../src/regulation/dates.js';

// What the fields test in code, as patterns (ECMA-262, in Unicode mode) that say the same.

const OFFSET = '(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])';

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
  return generalSchemaOf(schema, ({ zodSchema, jsonSchema }) => Object.assign(jsonSchema, known.get(zodSchema)));
}
