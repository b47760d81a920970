import type { JsonSchema } from '../../src/authoring/schemas/json-schema.js';
import { OWN_ID, overlaySchema as shapeOf } from '../../src/model/overlay.js';
import { measuredIn, rolesWithin, termsOfDuties } from '../../src/policy/overlays/power.js';
import type { Regulation } from '../../src/regulation/schema.js';
import { described } from './inputs.js';
import { EVERY, FIXED_DAYS, measuresOf, strict, withInterval } from './measures.js';
import { jsonSchemaOf } from './patterns.js';

/** A unit's own rules for a regulation: its provisions, the roles within a unit, the measures of each term. */
export function overlaySchema(regulation: Regulation, condition: JsonSchema): JsonSchema {
  const { $schema: _, ...shape } = jsonSchemaOf(shapeOf());
  const duty = inside(shape, 'duties').items as JsonSchema;
  const provisions = regulation.articles.flatMap((article) => article.provisions);
  const interval = strict({ every: EVERY, on: FIXED_DAYS });
  Object.assign(inside(duty, 'id'), { pattern: OWN_ID.source });
  Object.assign(inside(duty, 'makesConcrete'), { enum: provisions.map(({ id }) => id) });
  const [role = {}] = inside(duty, 'bearer').anyOf ?? [];
  Object.assign(role, { enum: rolesWithin(regulation) });
  const [named = {}] = inside(duty, 'rhythm').anyOf ?? [];
  Object.assign(inside(duty, 'rhythm'), { anyOf: [named, { ...interval, ...ONE }] });
  Object.assign(inside(shape, 'terms'), {
    properties: Object.fromEntries(
      settable(regulation).map(([id, term]) => [id, { ...described(term.label), ...termShape(shape, term) }]),
    ),
    additionalProperties: false,
  });
  return { ...shape, $defs: condition.$defs ?? {} };
}

const ONE: JsonSchema = { minProperties: 1, maxProperties: 1 };

/** The terms that those who may make rules of their own may make stricter. */
function settable(regulation: Regulation) {
  const powers = regulation.articles.flatMap(({ provisions }) =>
    provisions.flatMap((each) => (each.kind === 'power' && each.ownRules ? [each.holder] : [])),
  );
  const names = powers.flatMap((holder) => measuredIn(regulation, termsOfDuties(regulation, holder).keys()));
  return Object.entries(regulation.terms).filter(([id]) => names.includes(id));
}

function termShape(shape: JsonSchema, term: Regulation['terms'][string]): JsonSchema {
  const { quote, cases } = (inside(shape, 'terms').additionalProperties as JsonSchema).properties as {
    [key in 'quote' | 'cases']: JsonSchema;
  };
  const measures = measuresOf(term);
  const limits = Object.fromEntries(measures.map((measure) => [measure, { type: 'number', exclusiveMinimum: 0 }]));
  return term.interval
    ? { ...strict({ quote, every: EVERY, on: FIXED_DAYS, cases: withInterval(cases) }, ['quote']), ...QUOTE_AND_ONE }
    : { ...strict({ quote, ...limits } as never, ['quote']), anyOf: measures.map((name) => ({ required: [name] })) };
}

const QUOTE_AND_ONE: JsonSchema = { minProperties: 2, maxProperties: 2 };

function inside({ properties = {} }: JsonSchema, key: string): JsonSchema {
  const found = properties[key];
  if (typeof found !== 'object') throw new Error(`no schema at ${key}`);
  return found;
}
