import { refuse } from '../../diagnostics/diagnostics.js';
import { isMapping, plainCopy } from '../../diagnostics/plain-data.js';
import { reading } from '../../diagnostics/reading.js';
import { basics } from '../../regulation/basic-schemas.js';
import { type Kind, refersTo } from '../../regulation/rule-names.js';
import {
  articleSchema,
  profileSchema,
  type Regulation,
  regulationHeadSchema,
  regulationSchema,
} from '../../regulation/schema.js';
import type { Files } from '../files/file-system.js';
import { systemOf } from '../files/read.js';
import { readFolder } from '../folder.js';
import { conditionSchema, type Place, testedFacts, valuesOfFacts } from './conditions.js';
import { explained } from './explained.js';
import { DATE, type JsonSchema, jsonSchemaOf, type Part } from './json-schema.js';
import { labelled, type Names, namesIn } from './names.js';
import { among, given, keyed, neededBy, ref, said } from './parts.js';

const { facts, terms, questions } = regulationSchema.shape;
/** The files of a regulation, by the name of their schema, with what they are read by and what stands in them. */
const FILES = {
  regulation: { schema: regulationHeadSchema, place: 'elsewhere' },
  facts: { schema: facts, place: 'elsewhere' },
  terms: { schema: terms, place: 'term' },
  questions: { schema: questions, place: 'elsewhere' },
  profile: { schema: profileSchema, place: 'elsewhere' },
  article: { schema: articleSchema, place: 'article' },
} as const;
export type RuleFile = keyof typeof FILES;

/** A JSON Schema for each kind of rule file. */
export type RuleSchemas = { readonly [file in RuleFile]: JsonSchema };

/** What a schema says that it is: others may stand in its place, and nothing else. */
const MARK = 'Made by zerenzhi schemas: made again when names change';

/**
 * Whether a value is one of these schemas, of whatever folder.
 *
 * @example
 * const mayBeReplaced = isRuleSchema(JSON.parse(text));
 */
export const isRuleSchema = (value: unknown): boolean => reading(() => isMapping(value) && value.$comment === MARK);

/**
 * JSON Schemas of the rule files of a folder, or of a regulation, for editors: with its names as what may be chosen, and
 * what they are called in both languages. Of a folder with faults they have what could be read.
 *
 * They are of draft-07, which every version of the language server for YAML reads.
 *
 * @param files in which a folder stands; the disk by default
 * @throws ZerenzhiError if a regulation is given that is no plain data, or `files` are none
 * @example
 * const { article } = ruleSchemasOf('rules');
 */
export function ruleSchemasOf(rules: string | Regulation, files?: Files): RuleSchemas {
  const { whole, absent } =
    typeof rules === 'string' ? readFolder(systemOf(files), rules) : { whole: copied(rules), absent: [] };
  const names = namesIn(whole, absent);
  return Object.fromEntries(
    Object.entries(FILES).map(([file, { schema, place }]) => [file, schemaOf(schema, names, place)]),
  ) as RuleSchemas;
}

function copied(rules: unknown): unknown {
  const { copy, faults } = plainCopy(rules);
  refuse(faults);
  return copy;
}

function schemaOf(schema: Parameters<typeof jsonSchemaOf>[0], names: Names, place: Place): JsonSchema {
  const definitions: { [name: string]: JsonSchema } = {
    ...referred(names),
    condition: conditionSchema(place),
    'named-condition': among(names.of.condition, names.maybeMore('condition')),
    'tested-fact': among(testedFacts(names), names.maybeMore('fact')),
    threshold: among(names.of.threshold, names.maybeMore('threshold')),
    'values-of-facts': valuesOfFacts(names),
    'readings-of-question': readingsBy('question', names),
    'readings-of-several': readingsBy('several', names),
  };
  const { $schema: _, ...rest } = jsonSchemaOf(schema, (part) => fill(part, names, definitions), 'draft-7');
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: MARK,
    ...explained({ ...rest, definitions: neededBy(rest, definitions) }, definitions),
  };
}

const referred = (names: Names): { [kind: string]: JsonSchema } =>
  Object.fromEntries(
    (Object.keys(refersTo) as Kind[]).map((kind) => [kind, among(names.of[kind], names.maybeMore(kind))]),
  );

const KINDS = new Map<unknown, Kind>(Object.entries(refersTo).map(([kind, schema]) => [schema, kind as Kind]));

/** Names in place of their form, conditions in place of anything, the readings of the question that is asked. */
function fill({ zodSchema, jsonSchema }: Part, names: Names, definitions: { [name: string]: JsonSchema }): void {
  const { keyType, shape } = zodSchema._zod.def as { keyType?: unknown; shape?: { readonly [key: string]: unknown } };
  const { condition, localDate } = basics();
  const kind = KINDS.get(zodSchema);
  const keys = KINDS.get(keyType);
  if (kind) become(jsonSchema, ref(kind));
  else if (zodSchema === condition) become(jsonSchema, ref('condition'));
  else if (zodSchema === localDate) Object.assign(jsonSchema, DATE);
  else if (keys) {
    // The same for each of the names.
    definitions[`value-of-${keys}`] = jsonSchema.additionalProperties as JsonSchema;
    become(jsonSchema, keyed(names.of[keys], ref(`value-of-${keys}`), names.maybeMore(keys)));
  } else if (shape?.readings)
    for (const key of ['question', 'several'] as const) if (shape[key]) jsonSchema.allOf = [ref(`readings-of-${key}`)];
}

function become(jsonSchema: object, other: JsonSchema): void {
  for (const key of Object.keys(jsonSchema)) delete (jsonSchema as { [key: string]: unknown })[key];
  Object.assign(jsonSchema, other);
}

/** The readings that stand beside a question are those it has. */
function readingsBy(key: 'question' | 'several', names: Names): JsonSchema {
  const rules = names.of.question.map(({ id, entry }) => {
    const readings = labelled(entry.readings);
    const those: JsonSchema = {
      type: 'object',
      properties: Object.fromEntries(readings.map(({ id, words }) => [id, said(words)])),
      required: readings.map(({ id }) => id),
      additionalProperties: false,
    };
    return given({ properties: { [key]: { const: id } }, required: [key] }, { properties: { readings: those } });
  });
  return rules.length > 0 ? { allOf: rules } : {};
}
