import { OPERATORS } from '../../logic/condition.js';
import { LISTING, NODES, OPERATORS_OF } from '../../regulation/check-condition.js';
import type { FactDefinition } from '../../regulation/schema.js';
import type { JsonSchema } from './json-schema.js';
import type { Name, Names } from './names.js';
import { among, given, listed, ref, strict } from './parts.js';

/** Where conditions stand: named ones are those of articles, and thresholds stand in terms. */
export type Place = 'article' | 'term' | 'elsewhere';

/** What `condition` is in a file: one of the kinds, told apart by the key that makes it one. */
export function conditionSchema(place: Place): JsonSchema {
  const kinds = Object.keys(NODES).filter((kind) => kind !== 'condition' || place === 'article');
  return { type: 'object', anyOf: kinds.map((kind) => kindSchema(kind, place)) };
}

function kindSchema(kind: string, place: Place): JsonSchema {
  const keys = [kind, ...(NODES[kind] ?? [])].filter((key) => key !== 'threshold' || place === 'term');
  const schema = strict(
    Object.fromEntries(keys.map((key) => [key, KEYS[key] ?? {}])),
    keys.filter((key) => key === kind || key === 'operator' || key === 'readings'),
  );
  if (kind === 'question') return { ...schema, allOf: [ref('readings-of-question')] };
  if (kind !== 'fact') return schema;
  const measure = place === 'term' ? { oneOf: [{ required: ['value'] }, { required: ['threshold'] }] } : {};
  const required = [...(schema.required ?? []), ...(place === 'term' ? [] : ['value'])];
  return { ...schema, required, ...measure, allOf: [ref('values-of-facts')] };
}

const KEYS: { readonly [key: string]: JsonSchema } = {
  all: listed(ref('condition')),
  any: listed(ref('condition')),
  not: ref('condition'),
  condition: ref('named-condition'),
  fact: ref('tested-fact'),
  term: ref('term'),
  question: ref('question'),
  // As the fact has them.
  operator: { type: 'string' },
  value: { anyOf: [{ not: { type: 'object' } }] },
  threshold: ref('threshold'),
  quote: { type: 'string', minLength: 1 },
  readings: { type: 'object', additionalProperties: { anyOf: [ref('condition'), { type: 'boolean' }] } },
};

/** The facts that a condition may ask for: of a time, only what is worked out of it can be asked. */
export const testedFacts = (names: Names): readonly Name[] =>
  names.of.fact.filter(({ entry }) => typeOf(entry) !== 'instant');

const typeOf = ({ type }: Name['entry']): FactDefinition['type'] | undefined =>
  Object.hasOwn(OPERATORS_OF, String(type)) ? (type as FactDefinition['type']) : undefined;

/** The operators and values that fit each fact; facts that take the same are told of together. */
export function valuesOfFacts(names: Names): JsonSchema {
  const alike = new Map<string, { readonly facts: string[]; readonly then: JsonSchema }>();
  for (const { id, entry } of testedFacts(names)) {
    const then = fitting(typeOf(entry), names.optionsOf(entry));
    const key = JSON.stringify(then);
    const group = alike.get(key) ?? { facts: [], then };
    alike.set(key, group);
    group.facts.push(id);
  }
  const ofLists = { properties: { operator: { enum: [...LISTING] } }, required: ['operator'] };
  return {
    allOf: [
      given(
        ofLists,
        { properties: { value: { type: 'array' } } },
        { properties: { value: { not: { type: 'array' } } } },
      ),
      ...[...alike.values()].map(({ facts, then }) =>
        // Each for itself: of a list of them, editors would show all.
        given({ properties: { fact: { anyOf: facts.map((id) => ({ const: id })) } }, required: ['fact'] }, then),
      ),
    ],
  };
}

function fitting(type: FactDefinition['type'] | undefined, options: readonly Name[]): JsonSchema {
  if (type === undefined) return { properties: { operator: { enum: [...OPERATORS] } } };
  const operator: JsonSchema = { enum: [...OPERATORS_OF[type]] };
  if (type !== 'boolean' && type !== 'number' && options.length === 0) return { properties: { operator } };
  const value = type === 'boolean' || type === 'number' ? { type } : among(options);
  return { properties: { operator, value: { anyOf: [value, listed(value)] } } };
}
