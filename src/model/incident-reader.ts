import { parseInstant } from '../regulation/dates.js';
import type { Regulation } from '../regulation/schema.js';
import { factReader, listOf, pathOf } from './fact-schema.js';
import type { FactPlan, Given, Stated } from './fact-values.js';
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

/** What stands under a key: `read` gives what is kept of a value, or nothing where the schema would refuse it. */
interface Field {
  readonly nullable: boolean;
  readonly read: (value: unknown) => unknown;
  readonly store?: (into: IncidentReading, read: never, value: never) => void;
}
type Fields = Map<string, Fields | Field>;

/**
 * Reads an incident in one pass, value by value: the way of all that is in order. It accepts exactly what the schema accepts; where it
 * answers nothing, the schema says what is wrong.
 */
export function incidentReader(
  regulation: Regulation,
  plan: FactPlan,
): (value: unknown) => IncidentReading | undefined {
  const subject = (key: 'id' | 'unit' | 'system'): Field => ({
    nullable: key !== 'id',
    read: (value) => (isId(value) ? value : undefined),
    store: (into, id: string) => {
      into[key] = id;
    },
  });
  const text: Field = { nullable: false, read: (value) => (isText(value) ? value : undefined) };
  const root: Fields = new Map<string, Fields | Field>([
    ['id', subject('id')],
    ['title', text],
    ['source', text],
    ['unit', subject('unit')],
    ['system', subject('system')],
    ['parties', { nullable: false, read: (value) => listOf(value, isId), store: storeParties }],
  ]);
  root.set('findings', new Map(plan.terms.map((term, i) => [term, finding(i)])));
  plan.facts.forEach(({ name, definition }, i) => {
    if (definition.of !== 'incident' || definition.derive) return;
    const keys = pathOf(name, 'incident');
    let at = root;
    for (const key of keys.slice(0, -1)) {
      const inner = at.get(key) ?? new Map();
      at.set(key, inner);
      at = inner as Fields;
    }
    at.set(
      keys.at(-1) as string,
      definition.type === 'instant' ? instant(i) : fact(factReader(regulation, definition), i),
    );
  });
  return (value) => {
    const into: IncidentReading = {
      values: new Array(plan.facts.length),
      times: new Array(plan.facts.length),
      findings: new Array(plan.terms.length),
    };
    return readFields(value, root, into) ? into : undefined;
  };
}

function readFields(value: unknown, fields: Fields, into: IncidentReading): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isPlain(value)) return false;
  for (const key of Reflect.ownKeys(value)) {
    const field = fields.get(key as string);
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (field === undefined || property === undefined || !('value' in property)) return false;
    const inner: unknown = property.value;
    if (inner === undefined || (inner === null && (!('read' in field) || field.nullable))) continue;
    if (!('read' in field)) {
      if (!readFields(inner, field, into)) return false;
      continue;
    }
    const read = field.read(inner);
    if (read === undefined) return false;
    field.store?.(into, read as never, inner as never);
  }
  return true;
}

/** Objects of another realm have another `Object.prototype`: it is the one that has none above it. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

function storeParties(into: IncidentReading, parties: readonly string[]): void {
  into.parties = parties;
}

const finding = (index: number): Field => ({
  nullable: true,
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  store: (into, found: boolean) => {
    into.findings[index] = found;
  },
});

const fact = (read: (value: unknown) => Given, index: number): Field => ({
  nullable: true,
  read,
  store: (into, value: Given) => {
    into.values[index] = value;
  },
});

const instant = (index: number): Field => ({
  nullable: true,
  read: (value) => {
    const ms = typeof value === 'string' ? parseInstant(value) : undefined;
    return typeof ms === 'number' ? ms : undefined;
  },
  store: (into, ms: number, value: string) => {
    into.times[index] = ms;
    into.values[index] = value;
  },
});
