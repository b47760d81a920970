import * as z from 'zod/mini';
import { copyFaults } from '../diagnostics/check-shape.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import type { Named } from '../diagnostics/nearest.js';
import { isMapping, type PlainCopy } from '../diagnostics/plain-data.js';
import { atLeast, atMost, basics, type FORMAT, whole } from '../regulation/basic-schemas.js';
import type { Regulation } from '../regulation/schema.js';
import { duplicates, fields, oneOf } from './fields.js';

/** The schema of an organization: everything in it may be left out. */
export function organizationSchema(regulation: Regulation) {
  const { id, text, date } = fields();
  const dated = { from: z.optional(date), until: z.optional(date) };
  const tenure = z.strictObject({ unit: id, ...dated });
  const one = z.optional(z.union([id, z.array(tenure)]));
  const several = z.optional(z.array(z.union([id, tenure])));
  const systemKind = Object.values(regulation.facts).find(({ source }) => source === 'system.kind')?.options;
  return z.strictObject({
    format: z.optional(basics().format),
    name: z.optional(text),
    units: z.optional(
      z.array(
        z.strictObject({
          id,
          name: z.optional(text),
          kind: z.optional(oneOf(Object.keys(regulation.unitKinds))),
          parent: z.optional(id),
          ...dated,
        }),
      ),
    ),
    bodies: z.optional(
      z.strictObject(Object.fromEntries(Object.keys(regulation.bodies).map((body) => [body, z.optional(id)]))),
    ),
    posts: z.optional(
      z.array(
        z.strictObject({
          id,
          unit: z.optional(id),
          role: oneOf(Object.keys(regulation.roles)),
          title: z.optional(text),
          principal: z.optional(z.boolean()),
          ...dated,
        }),
      ),
    ),
    appointments: z.optional(
      z.array(
        z.strictObject({ post: id, person: id, from: date, until: z.optional(date), acting: z.optional(z.boolean()) }),
      ),
    ),
    persons: z.optional(z.array(z.strictObject({ id, name: text }))),
    systems: z.optional(
      z.array(
        z.strictObject({
          id,
          name: z.optional(text),
          kind: z.optional(oneOf(typeof systemKind === 'object' ? Object.keys(systemKind) : [])),
          level: z.optional(z.number().check(whole(), atLeast(1), atMost(5))),
          schoolLevel: z.optional(z.boolean()),
          ownedBy: one,
          managedBy: one,
          operatedBy: one,
          usedBy: several,
          hostedFor: several,
          ...dated,
        }),
      ),
    ),
  });
}

/**
 * Units, bodies, posts, appointments and systems of an institution, whatever its regulation calls kinds, bodies and
 * roles.
 */
export interface OrganizationBase<
  UnitKind extends string = string,
  BodyId extends string = string,
  RoleId extends string = string,
> {
  readonly format?: typeof FORMAT | undefined;
  readonly name?: string | undefined;
  readonly units?: readonly Unit<UnitKind>[] | undefined;
  /** The unit that has the role of a body. */
  readonly bodies?: { readonly [body in BodyId]?: string | undefined } | undefined;
  readonly posts?: readonly Post<RoleId>[] | undefined;
  readonly appointments?: readonly Appointment[] | undefined;
  readonly systems?: readonly System[] | undefined;
  /** What persons are called: shown on pages, and kept out of results and records. */
  readonly persons?: readonly Person[] | undefined;
}

/** The days on which something in the register is so, both included; all of them, where none is named. */
export interface Recorded {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export interface Unit<UnitKind extends string = string> extends Recorded {
  readonly id: string;
  readonly name?: string | undefined;
  readonly kind?: UnitKind | undefined;
  /** The unit it belongs to. */
  readonly parent?: string | undefined;
}

export interface Post<RoleId extends string = string> extends Recorded {
  readonly id: string;
  readonly unit?: string | undefined;
  readonly role: RoleId;
  readonly title?: string | undefined;
  /** Whether its holder is the principal among several. */
  readonly principal?: boolean | undefined;
}

/** Who holds a post, from a day until another, both included. */
export interface Appointment {
  readonly post: string;
  readonly person: string;
  readonly from: string;
  readonly until?: string | undefined;
  readonly acting?: boolean | undefined;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A unit that has a place in a system, always or for some time. */
export type Tenure = string | (Recorded & { readonly unit: string });

export const unitOf = (tenure: Tenure): string => (typeof tenure === 'string' ? tenure : tenure.unit);

export interface System extends Recorded {
  readonly id: string;
  readonly name?: string | undefined;
  readonly kind?: string | undefined;
  /** Its level under classified protection, 1 to 5. */
  readonly level?: number | undefined;
  readonly schoolLevel?: boolean | undefined;
  readonly ownedBy?: string | readonly Exclude<Tenure, string>[] | undefined;
  readonly managedBy?: string | readonly Exclude<Tenure, string>[] | undefined;
  readonly operatedBy?: string | readonly Exclude<Tenure, string>[] | undefined;
  readonly usedBy?: readonly Tenure[] | undefined;
  readonly hostedFor?: readonly Tenure[] | undefined;
}

/**
 * The faults of an organization that was copied: its shape, references to what is not there, circles of parents,
 * impossible terms of office. What has a fault of its shape hides nothing of the rest.
 */
export function organizationFaults(schema: ReturnType<typeof organizationSchema>, given: PlainCopy): Diagnostic[] {
  const { copy } = given;
  const faults = copyFaults(schema, given);
  const { units, bodies, posts, appointments, systems, persons } =
    faults.length > 0 ? readable(copy) : withLists(copy as OrganizationBase);
  const known = { unit: new Set(units.map(({ id }) => id)), post: new Set(posts.map(({ id }) => id)) };
  const refer = (kind: 'unit' | 'post', name: unknown, among: readonly Named[], path: string) => {
    if (typeof name === 'string' && !known[kind].has(name))
      faults.push(diagnostic(`organization/unknown-${kind}`, path, { value: name, among }));
  };
  faults.push(...duplicates(units, 'units'), ...duplicates(posts, 'posts'), ...duplicates(systems, 'systems'));
  faults.push(...duplicates(persons, 'persons'));
  units.forEach((unit, i) => {
    refer('unit', unit.parent, units, `units[${i}].parent`);
  });
  for (const [body, unit] of Object.entries(bodies)) refer('unit', unit, units, `bodies.${body}`);
  posts.forEach((post, i) => {
    refer('unit', post.unit, units, `posts[${i}].unit`);
  });
  appointments.forEach(({ post }, i) => {
    refer('post', post, posts, `appointments[${i}].post`);
  });
  const ordered = ({ from, until }: Recorded, path: string) => {
    if (until !== undefined && from !== undefined && until < from)
      faults.push(diagnostic('input/out-of-order', `${path}.until`, { value: until, expected: from }));
  };
  for (const [list, key] of [
    [units, 'units'],
    [posts, 'posts'],
    [appointments, 'appointments'],
    [systems, 'systems'],
  ] as const)
    list.forEach((entry: Recorded, i) => {
      ordered(entry, `${key}[${i}]`);
    });
  systems.forEach((system, i) => {
    for (const key of ['ownedBy', 'managedBy', 'operatedBy', 'usedBy', 'hostedFor'] as const) {
      const tenures = system[key];
      const path = `systems[${i}].${key}`;
      if (typeof tenures === 'string') refer('unit', tenures, units, path);
      else
        (tenures ?? []).forEach((tenure: Tenure, j) => {
          const isDated = typeof tenure !== 'string';
          refer('unit', unitOf(tenure), units, `${path}[${j}]${isDated ? '.unit' : ''}`);
          if (isDated) ordered(tenure, `${path}[${j}]`);
        });
    }
  });
  const cycle = parentCycle(units);
  if (cycle) faults.push(diagnostic('organization/cycle', 'units', { value: cycle.join(' → ') }));
  return faults;
}

/** The lists of an organization; what is not recorded is empty. */
const withLists = ({
  units = [],
  bodies = {},
  posts = [],
  appointments = [],
  systems = [],
  persons = [],
}: OrganizationBase) => ({
  units,
  bodies,
  posts,
  appointments,
  systems,
  persons,
});

/**
 * What can be read of an organization whose shape has faults: lists of objects, and in them only texts and units with
 * their days.
 */
function readable(copy: unknown): ReturnType<typeof withLists> {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const tenures = (value: unknown) =>
    typeof value === 'string' || (isMapping(value) && typeof value.unit === 'string') ? [value] : [];
  const texts = (value: unknown) => (Array.isArray(value) ? value.flatMap(tenures) : text(value));
  const entry = (value: unknown): object =>
    isMapping(value) ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, texts(part)])) : {};
  const list = (value: unknown) => (Array.isArray(value) ? value.map(entry) : undefined);
  if (!isMapping(copy)) return withLists({});
  const { units, posts, appointments, systems, persons, bodies } = copy;
  return withLists({
    units: list(units),
    posts: list(posts),
    appointments: list(appointments),
    systems: list(systems),
    persons: list(persons),
    bodies: entry(bodies),
  } as OrganizationBase);
}

function parentCycle(units: readonly Unit[]): string[] | undefined {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const clear = new Set<string>();
  for (const { id } of units) {
    const path = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !clear.has(at)) {
      if (path.has(at)) return [...[...path].slice([...path].indexOf(at)), at];
      path.add(at);
      at = parents.get(at);
    }
    for (const unit of path) clear.add(unit);
  }
  return undefined;
}
