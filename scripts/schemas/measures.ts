import type { JsonSchema } from '../../src/authoring/schemas/json-schema.js';
import type { Regulation } from '../../src/regulation/schema.js';
import { DURATION } from './patterns.js';

// What measures terms, in a policy and in a unit's own rules.

type TermDefinition = Regulation['terms'][string];
export type Named = { [name: string]: JsonSchema };

/** Days of every year: in a leap year, each of them exists. */
export const FIXED_DAYS: JsonSchema = {
  type: 'array',
  minItems: 1,
  items: { type: 'string', pattern: '^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$', description: 'MM-DD' },
};
export const EVERY: JsonSchema = { type: 'string', ...DURATION };

export const measuresOf = ({ interval, thresholds = {} }: TermDefinition): string[] =>
  interval ? ['every', 'on', 'cases'] : Object.keys(thresholds);
export const withInterval = (cases: JsonSchema): JsonSchema => {
  const item = cases.items as JsonSchema;
  return { ...cases, items: { ...item, properties: { ...item.properties, every: EVERY } } };
};

export const strict = (properties: Named, required?: string[]): JsonSchema => ({
  type: 'object',
  properties,
  ...(required && { required }),
  additionalProperties: false,
});
