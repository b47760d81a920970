import * as z from 'zod/mini';
import { shapeFaults } from '../diagnostics/check-shape.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import { plainDataFaults } from '../diagnostics/plain-data.js';
import { atLeast, atMost, whole } from '../regulation/basic-schemas.js';
import type { Regulation } from '../regulation/schema.js';
import { fields, oneOf } from './fields.js';

/** The schema of an organization: everything in it may be left out. */
export function organizationSchema(regulation: Regulation) {
  const { id, text, date } = fields();
  const kinds = regulation.facts;
  const systemKind = Object.values(kinds).find(({ source }) => source === 'system.kind')?.options;
  return z.strictObject({
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
/** Units, bodies, posts, appointments and systems of an institution, each with made-up or internal identifiers. */
export type Organization = z.infer<ReturnType<typeof organizationSchema>>;
export type Unit = NonNullable<Organization['units']>[number];
export type System = NonNullable<Organization['systems']>[number];
export type Post = NonNullable<Organization['posts']>[number];
export type Appointment = NonNullable<Organization['appointments']>[number];

/** The faults of an organization: its shape, references to what is not there, circles of parents, impossible terms of office. */
export function organizationFaults(schema: ReturnType<typeof organizationSchema>, value: unknown): Diagnostic[] {
  const shape = [...plainDataFaults(value)];
  if (shape.length === 0) shape.push(...shapeFaults(schema, value));
  if (shape.length > 0) return shape;
  const { units = [], bodies = {}, posts = [], appointments = [], systems = [] } = value as Organization;
  const faults: Diagnostic[] = [];
  const unitIds = units.map(({ id }) => id);
  const refer = (
    code: 'organization/unknown-unit' | 'organization/unknown-post',
    name: string | undefined,
    among: readonly string[],
    path: string,
  ) => {
    if (name !== undefined && !among.includes(name)) faults.push(diagnostic(code, path, { value: name, among }));
  };
  for (const [list, key] of [
    [units, 'units'],
    [posts, 'posts'],
    [systems, 'systems'],
  ] as const) {
    const seen = new Set<string>();
    list.forEach((entry, i) => {
      if (seen.has(entry.id)) faults.push(diagnostic('input/duplicate', `${key}[${i}].id`, { value: entry.id }));
      seen.add(entry.id);
    });
  }
  units.forEach((unit, i) => {
    refer('organization/unknown-unit', unit.parent, unitIds, `units[${i}].parent`);
  });
  for (const [body, unit] of Object.entries(bodies))
    refer('organization/unknown-unit', unit, unitIds, `bodies.${body}`);
  posts.forEach((post, i) => {
    refer('organization/unknown-unit', post.unit, unitIds, `posts[${i}].unit`);
  });
  const postIds = posts.map(({ id }) => id);
  appointments.forEach(({ post, from, until }, i) => {
    refer('organization/unknown-post', post, postIds, `appointments[${i}].post`);
    if (until !== undefined && until <= from)
      faults.push(diagnostic('input/out-of-order', `appointments[${i}].until`, { value: until, expected: from }));
  });
  systems.forEach((system, i) => {
    for (const key of ['ownedBy', 'managedBy', 'operatedBy'] as const)
      refer('organization/unknown-unit', system[key], unitIds, `systems[${i}].${key}`);
    for (const key of ['usedBy', 'hostedFor'] as const)
      (system[key] ?? []).forEach((unit, j) => {
        refer('organization/unknown-unit', unit, unitIds, `systems[${i}].${key}[${j}]`);
      });
  });
  const cycle = parentCycle(units);
  if (cycle) faults.push(diagnostic('organization/cycle', 'units', { value: cycle.join(' → ') }));
  return faults;
}

function parentCycle(units: readonly Unit[]): string[] | undefined {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const clear = new Set<string>();
  for (const { id } of units) {
    const path: string[] = [];
    let at: string | undefined = id;
    while (at !== undefined && !clear.has(at)) {
      if (path.includes(at)) return [...path.slice(path.indexOf(at)), at];
      path.push(at);
      at = parents.get(at);
    }
    for (const unit of path) clear.add(unit);
  }
  return undefined;
}
