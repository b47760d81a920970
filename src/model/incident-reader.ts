import { isPlain } from '../diagnostics/plain-data.js';
import { FORMAT } from '../regulation/basic-schemas.js';
import { parseInstant } from '../regulation/dates.js';
import type { Regulation } from '../regulation/schema.js';
import { factReader, listOf, pathOf } from './fact-schema.js';
import type { FactPlan, Given, Stated } from './fact-values.js';
import { isId, isText } from './fields.js';

/** An incident as it was when it was read: what is said of it later does not change what was judged. */
export interface IncidentReading extends Stated {
  id?: string;
  title?: string;
  source?: string;
  unit?: string;
  system?: string;
  parties?: readonly string[];
  /** By term index. */
  readonly findings: (boolean | undefined)[];
}

/** What stands under a key: `read` gives what is kept of a value, or nothing where the schema would refuse it. */
interface Field {
  readonly nullable: boolean;
  /** The fact or term that stands there. */
  readonly name?: string;
  readonly read: (value: unknown) => unknown;
  readonly store: (into: IncidentReading, read: never, value: never) => void;
}
type Fields = Map<string, Fields | Field>;

/** An incident as far as it can be read, and whether that is all of it. */
export interface Reading {
  readonly incident: IncidentReading;
  readonly whole: boolean;
}

/**
 * Reads an incident in one pass, value by value. It accepts exactly what the schema accepts; what it does not accept it
 * leaves out, and the schema says what is wrong with it.
 */
export function incidentReader(regulation: Regulation, plan: FactPlan): (value: unknown) => Reading {
  const root = fieldsOf(regulation, plan);
  const [facts, terms] = [plan.facts.length, plan.terms.length];
  return (value) => {
    const incident: IncidentReading = {
      values: new Array(facts),
      times: [],
      findings: new Array(terms),
    };
    return { incident, whole: readFields(value, root, incident) };
  };
}

function fieldsOf(regulation: Regulation, plan: FactPlan): Fields {
  const subject = (key: 'unit' | 'system'): Field => ({
    nullable: true,
    read: (value) => (isId(value) ? value : undefined),
    store: (into, id: string) => {
      into[key] = id;
    },
  });
  const words = (key: 'id' | 'title' | 'source', accepts: (value: unknown) => value is string): Field => ({
    nullable: false,
    read: (value) => (accepts(value) ? value : undefined),
    store: (into, text: string) => {
      into[key] = text;
    },
  });
  const root: Fields = new Map<string, Fields | Field>([
    ['format', { nullable: false, read: (value) => (value === FORMAT ? value : undefined), store: () => undefined }],
    ['id', words('id', isId)],
    ['title', words('title', isText)],
    ['source', words('source', isText)],
    ['unit', subject('unit')],
    ['system', subject('system')],
    ['parties', { nullable: false, read: (value) => listOf(value, isId), store: storeParties }],
    ['findings', new Map(plan.terms.map((term, i) => [term, finding(term, i)]))],
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
    at.set(
      keys.at(-1) as string,
      definition.type === 'instant' ? instant(name, i) : fact(name, factReader(regulation, definition), i),
    );
  });
  return root;
}

function readFields(value: unknown, fields: Fields, into: IncidentReading): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isPlain(value)) return false;
  let whole = true;
  // Each value is read once. What JSON does not show, a symbol's value for one, is not part of the incident.
  for (const key in value) {
    const field = fields.get(key);
    const inner: unknown = (value as Record<string, unknown>)[key];
    if (inner === undefined) continue;
    if (field === undefined) whole = false;
    else if (inner === null && (!('read' in field) || field.nullable))
      into.unknown = [...(into.unknown ?? []), ...namesIn(field)];
    else if (!('read' in field)) whole = readFields(inner, field, into) && whole;
    else {
      const read = field.read(inner);
      if (read === undefined) whole = false;
      else field.store(into, read as never, inner as never);
    }
  }
  return whole;
}

/** The facts and terms under a key, however deep. */
const namesIn = (field: Fields | Field): string[] =>
  'read' in field ? (field.name === undefined ? [] : [field.name]) : [...field.values()].flatMap(namesIn);

function storeParties(into: IncidentReading, parties: readonly string[]): void {
  into.parties = parties;
}

const finding = (name: string, index: number): Field => ({
  nullable: true,
  name,
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  store: (into, found: boolean) => {
    into.findings[index] = found;
  },
});

const fact = (name: string, read: (value: unknown) => Given, index: number): Field => ({
  nullable: true,
  name,
  read,
  store: (into, value: Given) => {
    into.values[index] = value;
  },
});

const instant = (name: string, index: number): Field => ({
  nullable: true,
  name,
  read: (value) => {
    const ms = typeof value === 'string' ? parseInstant(value) : undefined;
    return typeof ms === 'number' ? ms : undefined;
  },
  store: (into, ms: number, value: string) => {
    into.times[index] = ms;
    into.values[index] = value;
  },
});
