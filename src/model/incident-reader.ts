import { parseInstant } from '../regulation/dates.js';
import type { Regulation } from '../regulation/schema.js';
import { acceptsFact, pathOf } from './fact-schema.js';
import { type FactPlan, type Given, nothingStated, type Stated } from './fact-values.js';
import { isId, isText } from './fields.js';

/** An incident as it was when it was read: what is said of it later does not change what was judged. */
export interface IncidentReading extends Stated {
  id?: string;
  unit?: string;
  system?: string;
  parties?: readonly string[];
  /** By term index. */
  readonly findings: (boolean | undefined)[];
}

type Field = (value: unknown, into: IncidentReading) => boolean;

/**
 * Reads an incident in one pass, value by value: the way of all that is in order. It accepts exactly what the schema accepts; where it
 * answers nothing, the schema says what is wrong.
 */
export function incidentReader(regulation: Regulation, plan: FactPlan): (value: unknown) => IncidentReading | undefined {
  const terms: Fields = new Map(plan.terms.map((term, i) => [term, orNull((value, into) => typeof value === 'boolean' && set(into.findings, i, value))]));
  const root: Fields = new Map<string, Fields | Field>([
    ['id', (value, into) => isId(value) && set(into, 'id', value)],
    ['title', isText],
    ['source', isText],
    ['unit', orNull((value, into) => isId(value) && set(into, 'unit', value))],
    ['system', orNull((value, into) => isId(value) && set(into, 'system', value))],
    ['parties', (value, into) => Array.isArray(value) && value.every(isId) && set(into, 'parties', [...value])],
    ['findings', (value, into) => readFields(value, terms, into)],
  ]);
  plan.facts.forEach(({ name, definition }, i) => {
    if (definition.of !== 'incident' || definition.derive) return;
    const keys = pathOf(name, 'incident');
    let at = root;
    for (const key of keys.slice(0, -1)) {
      const inner = at.get(key) ?? new Map();
      at.set(key, inner);
      at = inner as Fields;
    }
    at.set(keys.at(-1) as string, orNull(definition.type === 'instant' ? instant(i) : fact(acceptsFact(regulation, definition), i)));
  });
  return (value) => {
    const into: IncidentReading = { ...nothingStated(plan), findings: new Array(plan.terms.length) };
    return readFields(value, root, into) ? into : undefined;
  };
}

type Fields = Map<string, Fields | Field>;

function readFields(value: unknown, fields: Fields, into: IncidentReading): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isPlain(value)) return false;
  for (const key of Reflect.ownKeys(value)) {
    const field = fields.get(key as string);
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (field === undefined || property === undefined || !('value' in property)) return false;
    const inner: unknown = property.value;
    if (inner === undefined) continue;
    if (typeof field === 'function' ? !field(inner, into) : inner !== null && !readFields(inner, field, into)) return false;
  }
  return true;
}

/** Objects of another realm have another `Object.prototype`: it is the one that has none above it. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

const orNull =
  (field: Field): Field =>
  (value, into) =>
    value === null || field(value, into);

const fact =
  (accepts: (value: unknown) => boolean, index: number): Field =>
  (value, into) =>
    accepts(value) && set(into.values, index, (Array.isArray(value) ? [...value] : value) as Given);

const instant =
  (index: number): Field =>
  (value, into) => {
    const ms = typeof value === 'string' ? parseInstant(value) : 'invalid';
    return typeof ms === 'number' && set(into.times, index, ms) && set(into.values, index, value as string);
  };

function set<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): true {
  target[key] = value;
  return true;
}
