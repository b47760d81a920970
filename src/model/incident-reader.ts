import { isPlain } from '../diagnostics/plain-data.js';
import { FORMAT } from '../regulation/basic-schemas.js';
import { parseInstant } from '../regulation/dates.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';
import { factReader, pathOf } from './fact-schema.js';
import type { FactPlan, Given, Stated } from './fact-values.js';
import { isId, isText } from './fields.js';
import type { NamedParty, Party } from './incident.js';
import { listOf } from './partial.js';
import { readTime, type Time, type TimeKind, timeKind, type WrittenTime } from './time.js';

/** What is said of an incident, or of one of its units or systems. */
export interface Said extends Stated {
  id?: string;
  /** By term index. */
  readonly findings: (boolean | undefined)[];
}

/** An incident as it was when it was read: what is said of it later does not change what was judged. */
export interface IncidentReading extends Said {
  title?: string;
  source?: string;
  account?: string;
  units?: readonly Said[];
  systems?: readonly Said[];
  parties?: readonly Party[];
}

/** What stands under a key: `read` gives what is kept of a value, or nothing where the schema would refuse it. */
interface Field {
  readonly nullable: boolean;
  /** The fact or term that stands there. */
  readonly name?: string;
  readonly read: (value: unknown) => unknown;
  readonly store: (into: IncidentReading, read: never) => void;
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
  return (value) => {
    const incident: IncidentReading = nothingSaid(plan);
    return { incident, whole: readFields(value, root, incident) };
  };
}

export const nothingSaid = ({ facts, terms }: FactPlan): Said => ({
  values: new Array(facts.length),
  times: [],
  findings: new Array(terms.length),
});

function fieldsOf(regulation: Regulation, plan: FactPlan): Fields {
  const id: Field = {
    nullable: false,
    read: (value) => (isId(value) ? value : undefined),
    store: (into, text: string) => {
      into.id = text;
    },
  };
  const words = (key: 'title' | 'source' | 'account'): Field => ({
    nullable: false,
    read: (value) => (isText(value) ? value : undefined),
    store: (into, text: string) => {
      into[key] = text;
    },
  });
  const listed = <Key extends 'units' | 'systems' | 'parties'>(
    key: Key,
    read: (entry: unknown) => NonNullable<IncidentReading[Key]>[number] | undefined,
  ): Field => ({
    nullable: true,
    read: (value) => listOf(value, read),
    store: (into, entries: NonNullable<IncidentReading[Key]>) => {
      into[key] = entries;
    },
  });
  const said = (...of: FactDefinition['of'][]): Fields => {
    const fields: Fields = new Map<string, Fields | Field>([
      ['id', id],
      ['findings', new Map(plan.terms.map((term, i) => [term, finding(term, i)]))],
    ]);
    plan.facts.forEach(({ name, definition }, i) => {
      if (!of.includes(definition.of) || definition.derive) return;
      const read =
        definition.type === 'instant'
          ? time(name, i, timeKind(definition))
          : fact(name, factReader(regulation, definition), i);
      place(fields, pathOf(name, definition.of), read);
    });
    return fields;
  };
  const entry =
    (fields: Fields) =>
    (value: unknown): Said | undefined => {
      const read = nothingSaid(plan);
      return readFields(value, fields, read) ? read : undefined;
    };
  const affiliations = Object.keys(regulation.affiliations ?? {});
  return new Map<string, Fields | Field>([
    ['format', { nullable: false, read: (value) => (value === FORMAT ? value : undefined), store: () => undefined }],
    ['title', words('title')],
    ['source', words('source')],
    ['account', words('account')],
    ['units', listed('units', entry(said('incident', 'unit', 'concerned')))],
    ['systems', listed('systems', entry(said('incident', 'system')))],
    ['parties', listed('parties', (value) => party(value, affiliations))],
    ...said('incident'),
  ]);
}

function place(fields: Fields, keys: readonly string[], field: Field): void {
  let at = fields;
  for (const key of keys.slice(0, -1)) {
    const inner = at.get(key) ?? new Map();
    at.set(key, inner);
    at = inner as Fields;
  }
  at.set(keys.at(-1) as string, field);
}

function party(value: unknown, affiliations: readonly string[]): Party | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isPlain(value)) return undefined;
  // Results tell of a person by the id alone.
  const { id, name, affiliation, unit, ...rest } = value as { [key in keyof NamedParty]?: unknown };
  const strange = Object.values(rest).some((other) => other !== undefined);
  if (strange || !isId(id) || (name !== undefined && !isText(name)) || (unit !== undefined && !isId(unit)))
    return undefined;
  if (affiliation !== undefined && !affiliations.includes(affiliation as string)) return undefined;
  return {
    id,
    ...(affiliation !== undefined && { affiliation: affiliation as string }),
    ...(unit !== undefined && { unit }),
  };
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
      else field.store(into, read as never);
    }
  }
  return whole;
}

/** The facts and terms under a key, however deep. */
const namesIn = (field: Fields | Field): string[] =>
  'read' in field ? (field.name === undefined ? [] : [field.name]) : [...field.values()].flatMap(namesIn);

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

const time = (name: string, index: number, kind: TimeKind): Field => ({
  nullable: true,
  name,
  read: (value) => {
    // Most times are instants as computers write them.
    const ms = typeof value === 'string' ? parseInstant(value) : undefined;
    if (ms !== undefined) return { time: { from: ms, until: ms }, written: value };
    const read = readTime(value, kind);
    return 'faults' in read ? undefined : read;
  },
  store: (into, { time, written }: { readonly time: Time; readonly written: WrittenTime }) => {
    into.times[index] = time;
    into.values[index] = written;
  },
});
