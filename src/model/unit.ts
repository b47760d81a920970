import * as z from 'zod/mini';
import { shapeFaults } from '../diagnostics/check-shape.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import { plainDataFaults } from '../diagnostics/plain-data.js';
import type { Duty, Regulation } from '../regulation/schema.js';
import { factShape } from './fact-schema.js';
import { fields, findings } from './fields.js';

/** Something that shows a duty performed, on a day. */
export interface Evidence {
  readonly obligation: string;
  readonly system?: string;
  readonly on: string;
  /** The first day on which it no longer holds. */
  readonly until?: string;
  readonly ref?: string;
  /** False if somebody judged it inadequate. */
  readonly adequate?: boolean;
}
/** An omission that is established: by an admission, or by a finding of an inspection. */
export interface Omission {
  readonly obligation: string;
  readonly system?: string;
  readonly on: string;
  readonly basis: 'admitted' | 'inspected';
}
/** A file declared complete on a day: what is not in it was not done. */
export interface Inventory {
  readonly obligation: string;
  readonly system?: string;
  readonly closedOn: string;
}
export interface UnitBase<Incident> {
  readonly id?: string;
  readonly name?: string;
  readonly evidence?: readonly Evidence[];
  readonly omissions?: readonly Omission[];
  readonly inventories?: readonly Inventory[];
  readonly findings?: { readonly [term: string]: boolean | null } | null;
  /** Incidents of the unit; an empty list says that there were none. */
  readonly incidents?: readonly Incident[];
}

export function unitSchema(regulation: Regulation, incident: z.ZodMiniType) {
  const { id, text, date } = fields();
  const entry = { obligation: z.string(), system: z.optional(id) };
  const terms = findings(Object.keys(regulation.terms));
  return z.strictObject({
    id: z.optional(id),
    name: z.optional(text),
    ...factShape(regulation, 'unit'),
    systems: z.optional(
      z.array(z.strictObject({ id, name: z.optional(text), findings: terms, ...factShape(regulation, 'system') })),
    ),
    evidence: z.optional(
      z.array(
        z.strictObject({
          ...entry,
          on: date,
          until: z.optional(date),
          ref: z.optional(text),
          adequate: z.optional(z.boolean()),
        }),
      ),
    ),
    omissions: z.optional(z.array(z.strictObject({ ...entry, on: date, basis: z.enum(['admitted', 'inspected']) }))),
    inventories: z.optional(z.array(z.strictObject({ ...entry, closedOn: date }))),
    findings: terms,
    incidents: z.optional(z.array(incident)),
  });
}

export interface UnitRecord extends UnitBase<object> {
  readonly systems?: readonly {
    readonly id: string;
    readonly name?: string;
    readonly findings?: UnitBase<object>['findings'];
  }[];
}

/** The faults of a unit's record: its shape, and entries for obligations or systems that are not there. */
export function unitFaults(
  schema: z.ZodMiniType,
  value: unknown,
  duties: readonly Duty[],
  systems: readonly string[],
): Diagnostic[] {
  const shape = plainDataFaults(value);
  if (shape.length === 0) shape.push(...shapeFaults(schema, value));
  if (shape.length > 0) return shape;
  const record = value as UnitRecord;
  const faults: Diagnostic[] = [];
  const own = (record.systems ?? []).map(({ id }) => id);
  own.forEach((id, i) => {
    if (own.indexOf(id) < i) faults.push(diagnostic('input/duplicate', `systems[${i}].id`, { value: id }));
  });
  const known = [...own, ...systems];
  for (const list of ['evidence', 'omissions', 'inventories'] as const)
    (record[list] ?? []).forEach((entry, i) => {
      const path = `${list}[${i}]`;
      const duty = duties.find(({ id }) => id === entry.obligation);
      if (!duty)
        faults.push(
          diagnostic('unit/unknown-obligation', `${path}.obligation`, {
            value: entry.obligation,
            among: duties.map(({ id }) => id),
          }),
        );
      else if (duty.response)
        faults.push(diagnostic('unit/per-incident', `${path}.obligation`, { value: entry.obligation }));
      else if (duty.per && entry.system === undefined)
        faults.push(diagnostic('unit/needs-system', `${path}.obligation`, { value: entry.obligation }));
      else if (!duty.per && entry.system !== undefined)
        faults.push(diagnostic('unit/not-per-system', `${path}.system`, { value: entry.obligation }));
      if (entry.system !== undefined && !known.includes(entry.system))
        faults.push(diagnostic('organization/unknown-system', `${path}.system`, { value: entry.system, among: known }));
      if ('until' in entry && entry.until !== undefined && entry.until <= entry.on)
        faults.push(diagnostic('input/out-of-order', `${path}.until`, { value: entry.until, expected: entry.on }));
    });
  return faults;
}
