import * as z from 'zod/mini';
import { copyFaults } from '../diagnostics/check-shape.js';
import { type Diagnostic, diagnostic, type Named } from '../diagnostics/diagnostics.js';
import { isMapping, type PlainCopy } from '../diagnostics/plain-data.js';
import { atLeast, atMost, basics, type FORMAT, whole } from '../regulation/basic-schemas.js';
import type { Regulation } from '../regulation/schema.js';
import { fields, oneOf } from './fields.js';

/** The schema of an organization: everything in it may be left out. */
export function organizationSchema(regulation: Regulation) {
  const { id, text, date } = fields();
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
        }),
      ),
    ),
    appointments: z.optional(
      z.array(
        z.strictObject({ post: id, person: id, from: date, until: z.optional(date), acting: z.optional(z.boolean()) }),
      ),
    ),
    systems: z.optional(
      z.array(
        z.strictObject({
          id,
          name: z.optional(text),
          kind: z.optional(oneOf(typeof systemKind === 'object' ? Object.keys(systemKind) : [])),
          level: z.optional(z.number().check(whole(), atLeast(1), atMost(5))),
          schoolLevel: z.optional(z.boolean()),
          ownedBy: z.optional(id),
          managedBy: z.optional(id),
          operatedBy: z.optional(id),
          usedBy: z.optional(z.array(id)),
          hostedFor: z.optional(z.array(id)),
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
}

export interface Unit<UnitKind extends string = string> {
  readonly id: string;
  readonly name?: string | undefined;
  readonly kind?: UnitKind | undefined;
  /** The unit it belongs to. */
  readonly parent?: string | undefined;
}

export interface Post<RoleId extends string = string> {
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

export interface System {
  readonly id: string;
  readonly name?: string | undefined;
  readonly kind?: string | undefined;
  /** Its level under classified protection, 1 to 5. */
  readonly level?: number | undefined;
  readonly schoolLevel?: boolean | undefined;
  readonly ownedBy?: string | undefined;
  readonly managedBy?: string | undefined;
  readonly operatedBy?: string | undefined;
  readonly usedBy?: readonly string[] | undefined;
  readonly hostedFor?: readonly string[] | undefined;
}

/**
 * The faults of an organization that was copied: its shape, references to what is not there, circles of parents,
 * impossible terms of office. What has a fault of its shape hides nothing of the rest.
 */
export function organizationFaults(schema: ReturnType<typeof organizationSchema>, given: PlainCopy): Diagnostic[] {
  const { copy } = given;
  const faults = copyFaults(schema, given);
  const { units, bodies, posts, appointments, systems } =
    faults.length > 0 ? readable(copy) : withLists(copy as OrganizationBase);
  const known = { unit: new Set(units.map(({ id }) => id)), post: new Set(posts.map(({ id }) => id)) };
  const refer = (kind: 'unit' | 'post', name: unknown, among: readonly Named[], path: string) => {
    if (typeof name === 'string' && !known[kind].has(name))
      faults.push(diagnostic(`organization/unknown-${kind}`, path, { value: name, among }));
  };
  for (const [list, key] of [
    [units, 'units'],
    [posts, 'posts'],
    [systems, 'systems'],
  ] as const) {
    const seen = new Set<string>();
    list.forEach((entry, i) => {
      if (entry.id !== undefined && seen.has(entry.id))
        faults.push(diagnostic('input/duplicate', `${key}[${i}].id`, { value: entry.id }));
      seen.add(entry.id);
    });
  }
  units.forEach((unit, i) => {
    refer('unit', unit.parent, units, `units[${i}].parent`);
  });
  for (const [body, unit] of Object.entries(bodies)) refer('unit', unit, units, `bodies.${body}`);
  posts.forEach((post, i) => {
    refer('unit', post.unit, units, `posts[${i}].unit`);
  });
  appointments.forEach(({ post, from, until }, i) => {
    refer('post', post, posts, `appointments[${i}].post`);
    if (until !== undefined && from !== undefined && until < from)
      faults.push(diagnostic('input/out-of-order', `appointments[${i}].until`, { value: until, expected: from }));
  });
  systems.forEach((system, i) => {
    for (const key of ['ownedBy', 'managedBy', 'operatedBy'] as const)
      refer('unit', system[key], units, `systems[${i}].${key}`);
    for (const key of ['usedBy', 'hostedFor'] as const)
      listOfTexts(system[key]).forEach((unit, j) => {
        refer('unit', unit, units, `systems[${i}].${key}[${j}]`);
      });
  });
  const cycle = parentCycle(units);
  if (cycle) faults.push(diagnostic('organization/cycle', 'units', { value: cycle.join(' → ') }));
  return faults;
}

/** The lists of an organization; what is not recorded is empty. */
const withLists = ({ units = [], bodies = {}, posts = [], appointments = [], systems = [] }: OrganizationBase) => ({
  units,
  bodies,
  posts,
  appointments,
  systems,
});

/**
 * What can be read of an organization whose shape has faults: lists of objects, and in them only texts and lists of
 * texts.
 */
function readable(copy: unknown): ReturnType<typeof withLists> {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const texts = (value: unknown) =>
    Array.isArray(value) ? value.filter((part) => typeof part === 'string') : text(value);
  const entry = (value: unknown): object =>
    isMapping(value) ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, texts(part)])) : {};
  const list = (value: unknown) => (Array.isArray(value) ? value.map(entry) : undefined);
  if (!isMapping(copy)) return withLists({});
  const { units, posts, appointments, systems, bodies } = copy;
  return withLists({
    units: list(units),
    posts: list(posts),
    appointments: list(appointments),
    systems: list(systems),
    bodies: entry(bodies),
  } as OrganizationBase);
}

const listOfTexts = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

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
