import { DATE, type JsonSchema } from '../../src/authoring/schemas/json-schema.js';
import { FORMAT } from '../../src/regulation/basic-schemas.js';
import type { Regulation, TermDefinition } from '../../src/regulation/schema.js';
import { termValueSchema } from '../../src/regulation/term-value-schema.js';
import { described } from './inputs.js';
import { EVERY, FIXED_DAYS, measuresOf, type Named, strict, withInterval } from './measures.js';
import { overlaySchema } from './overlay.js';
import { jsonSchemaOf } from './patterns.js';

/**
 * The options of `createPolicy` for a regulation: its profiles, the measures of each term, the readings of each
 * question.
 */
export function policySchema(regulation: Regulation, condition: JsonSchema): JsonSchema {
  const { $defs: _, ...overlay } = overlaySchema(regulation, condition);
  const general = jsonSchemaOf(termValueSchema());
  const { cases, settles, source, because, effect } = general.properties as {
    [key in 'cases' | 'settles' | 'source' | 'because' | 'effect']: JsonSchema;
  };
  // Whoever made it, none but the one that interprets may.
  const by = { enum: [regulation.interpreter] };
  const made = { by, made: ref('date'), effect };
  const dated = { ...made, from: ref('date'), until: ref('date'), source: ref('source') };
  const threshold = general.additionalProperties as JsonSchema;
  const measured = Object.entries(regulation.terms).filter(([, term]) => measuresOf(term).length > 0);
  const values = measured.map(([, term]): [string, JsonSchema] => {
    const measures = term.interval
      ? { every: EVERY, on: FIXED_DAYS, cases: withInterval(cases) }
      : each(measuresOf(term), () => threshold);
    return [
      nameOf(term),
      {
        type: 'object',
        ...ref('value'),
        properties: term.interval ? measures : { ...measures, settles },
        anyOf: Object.keys(measures).map((name) => ({ required: [name] })),
        dependentRequired: MADE,
        unevaluatedProperties: false,
      },
    ];
  });
  const rulings = Object.entries(regulation.questions).map(([id, { readings, ask }]): [string, JsonSchema] => {
    const reading = { enum: Object.keys(readings) };
    return [
      id,
      {
        description: `${ask.zh} ${ask.en}`,
        anyOf: [
          reading,
          { type: 'array', items: { ...strict({ reading, ...dated }, ['reading']), dependentRequired: MADE } },
        ],
      },
    ];
  });
  return {
    ...strict({
      format: { type: 'number', const: FORMAT },
      profile: { enum: Object.keys(regulation.profiles) },
      terms: strict(
        Object.fromEntries(
          measured.map(([id, term]) => [id, { ...described(term.label), ...oneOrMany(ref(nameOf(term))) }]),
        ),
      ),
      rulings: strict(Object.fromEntries(rulings)),
      overlays: { type: 'array', items: overlay },
      issueDate: ref('date'),
      presume: { type: 'boolean' },
    }),
    $defs: {
      date: { type: 'string', ...DATE },
      source,
      value: { type: 'object', properties: { ...dated, because } },
      ...Object.fromEntries(values),
      ...condition.$defs,
    },
  };
}

/** What was made was made on a day. */
const MADE = { by: ['made'] };

/** Terms of the same measures have values of the same shape. */
const nameOf = (term: TermDefinition): string => (term.interval ? 'interval' : measuresOf(term).join('-'));

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const each = (names: readonly string[], of: (name: string) => JsonSchema): Named =>
  Object.fromEntries(names.map((name) => [name, of(name)]));
const oneOrMany = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'array', items: schema }] });
