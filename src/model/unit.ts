import * as z from 'zod/mini';
import { copyFaults } from '../diagnostics/check-shape.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import type { Named } from '../diagnostics/nearest.js';
import { isMapping, type PlainCopy } from '../diagnostics/plain-data.js';
import { basics, type FORMAT } from '../regulation/basic-schemas.js';
import { callOf } from '../regulation/rhythm.js';
import type { Duty, Regulation } from '../regulation/schema.js';
import { factShape } from './fact-schema.js';
import { duplicates, fields, findings } from './fields.js';

/** An activity that the institution holds, and that a duty calls upon the unit to take part in. */
export interface Activity<Id extends string = string> {
  readonly id: string;
  readonly obligation: Id;
  readonly name?: string;
  /** The day it begins. */
  readonly on: string;
  /** Its last day; that on which it begins, without one. */
  readonly until?: string;
}
/** A notice that sets a day by which something is to be done that is otherwise to be done at an opportune time. */
export interface Notice<Id extends string = string> {
  readonly id: string;
  readonly obligation: Id;
  readonly system?: string;
  /** The day of the notice. */
  readonly on: string;
  /** The day that it sets, itself included. */
  readonly due: string;
  readonly ref?: string;
}
/** Something that shows a duty performed, on a day. */
export interface Evidence<Id extends string = string> {
  readonly obligation: Id;
  readonly system?: string;
  /** The activity that it was part of. */
  readonly activity?: string;
  /** The notice that it answers. */
  readonly notice?: string;
  /** The other units that it was done towards. */
  readonly units?: readonly string[];
  readonly on: string;
  /** The last day that it covers. */
  readonly until?: string;
  readonly ref?: string;
  /** False if somebody judged it inadequate. */
  readonly adequate?: boolean;
}
/** An omission that is established: by an admission, or by a finding of an inspection. */
export interface Omission<Id extends string = string> {
  readonly obligation: Id;
  readonly system?: string;
  readonly activity?: string;
  readonly notice?: string;
  /** The other units that it concerns; all of them, if none is named. */
  readonly units?: readonly string[];
  readonly on: string;
  readonly basis: 'admitted' | 'inspected';
}
/** A file declared complete on a day: what is not in it was not done. */
export interface Inventory<Id extends string = string> {
  readonly obligation: Id;
  readonly system?: string;
  readonly activity?: string;
  readonly notice?: string;
  /** The other units that it concerns; all of them, if none is named. */
  readonly units?: readonly string[];
  readonly closedOn: string;
}
export interface UnitBase<Incident, ObligationId extends string = string, TermId extends string = string> {
  readonly format?: typeof FORMAT;
  readonly id?: string;
  readonly name?: string;
  /** The first day on which it was there. */
  readonly from?: string;
  /** Every activity that called upon the unit: what is not listed was not held. */
  readonly activities?: readonly Activity<ObligationId>[];
  /** Notices that set a day for a duty of the unit. */
  readonly notices?: readonly Notice<ObligationId>[];
  readonly evidence?: readonly Evidence<ObligationId>[];
  readonly omissions?: readonly Omission<ObligationId>[];
  readonly inventories?: readonly Inventory<ObligationId>[];
  readonly findings?: { readonly [term in TermId]?: boolean | null } | null;
  /** Incidents of the unit; an empty list says that there were none. */
  readonly incidents?: readonly Incident[];
}

export function unitSchema(regulation: Regulation, incident: z.ZodMiniType) {
  const { id, text, date } = fields();
  const obligation = z.string();
  const entry = {
    obligation,
    system: z.optional(id),
    units: z.optional(z.array(id)),
    activity: z.optional(id),
    notice: z.optional(id),
  };
  const terms = findings(Object.keys(regulation.terms));
  return z.strictObject({
    format: z.optional(basics().format),
    id: z.optional(id),
    name: z.optional(text),
    from: z.optional(date),
    ...factShape(regulation, 'unit'),
    systems: z.optional(
      z.array(
        z.strictObject({
          id,
          name: z.optional(text),
          from: z.optional(date),
          findings: terms,
          ...factShape(regulation, 'system'),
        }),
      ),
    ),
    activities: z.optional(
      z.array(z.strictObject({ id, obligation, name: z.optional(text), on: date, until: z.optional(date) })),
    ),
    notices: z.optional(
      z.array(z.strictObject({ id, obligation, system: z.optional(id), on: date, due: date, ref: z.optional(text) })),
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
    readonly from?: string;
    readonly findings?: UnitBase<object>['findings'];
  }[];
}

/**
 * The faults of a unit's record that was copied: its shape, and entries for obligations or systems that are not there.
 */
export function unitFaults(
  schema: z.ZodMiniType,
  given: PlainCopy,
  duties: readonly Duty[],
  recorded: { readonly units?: readonly Named[] | undefined; readonly systems?: readonly Named[] | undefined },
): Diagnostic[] {
  const faults = copyFaults(schema, given);
  const record = isMapping(given.copy) ? given.copy : {};
  const own = entriesOf(record.systems);
  const activities = entriesOf(record.activities);
  const notices = entriesOf(record.notices);
  faults.push(
    ...duplicates(own, 'systems'),
    ...duplicates(activities, 'activities'),
    ...duplicates(notices, 'notices'),
  );
  const known = [
    ...own.filter((system): system is { id: string } => typeof system.id === 'string'),
    ...(recorded.systems ?? []),
  ];
  const knownIds = new Set(known.map(({ id }) => id));
  const byId = new Map(duties.map((duty) => [duty.id, duty]));
  for (const list of ['activities', 'notices', 'evidence', 'omissions', 'inventories'] as const)
    entriesOf(record[list]).forEach((entry, i) => {
      const { obligation: value, system, units, activity, notice, on, until, due } = entry;
      const path = `${list}[${i}]`;
      const duty = byId.get(String(value));
      const isActivity = duty?.rhythm === 'activity';
      if (typeof value === 'string' && !duty)
        faults.push(diagnostic('unit/unknown-obligation', `${path}.obligation`, { value, among: [...byId.keys()] }));
      else if (duty && callOf(duty)) faults.push(diagnostic('unit/per-incident', `${path}.obligation`, { value }));
      else if (duty && list === 'notices' && !duty.standard)
        faults.push(diagnostic('unit/no-day-set', `${path}.obligation`, { value }));
      else if (isActivity && list !== 'activities' && activity === undefined)
        faults.push(diagnostic('unit/needs-activity', `${path}.obligation`, { value }));
      else if (duty && !isActivity && (list === 'activities' || activity !== undefined))
        faults.push(diagnostic('unit/not-per-activity', `${path}.obligation`, { value }));
      else if (duty?.per === 'system' && system === undefined)
        faults.push(diagnostic('unit/needs-system', `${path}.obligation`, { value }));
      else if (duty && duty.per !== 'system' && system !== undefined)
        faults.push(diagnostic('unit/not-per-system', `${path}.system`, { value }));
      const isTowards = typeof duty?.per === 'object';
      if (isTowards && units === undefined && list === 'evidence')
        faults.push(diagnostic('unit/needs-units', `${path}.obligation`, { value }));
      if (duty && !isTowards && units !== undefined)
        faults.push(diagnostic('unit/not-per-unit', `${path}.units`, { value }));
      faults.push(...unknownUnits(units, recorded.units, `${path}.units`));
      if (typeof system === 'string' && !knownIds.has(system))
        faults.push(diagnostic('organization/unknown-system', `${path}.system`, { value: system, among: known }));
      const isSame = (other: Record<string, unknown>) => other.obligation === value && other.system === system;
      faults.push(...occasionFaults(activity, activities.filter(isSame), on, path, 'activity'));
      faults.push(...occasionFaults(notice, notices.filter(isSame), on, path, 'notice'));
      if (isBefore(until, on))
        faults.push(diagnostic('input/out-of-order', `${path}.until`, { value: until, expected: String(on) }));
      if (isBefore(due, on))
        faults.push(diagnostic('input/out-of-order', `${path}.due`, { value: due, expected: String(on) }));
    });
  return faults;
}

const isBefore = (day: unknown, other: unknown): boolean =>
  typeof day === 'string' && typeof other === 'string' && day < other;

/** An entry that names an activity or a notice which is not on file for the same duty, or that is older than it. */
function occasionFaults(
  named: unknown,
  among: readonly Record<string, unknown>[],
  on: unknown,
  path: string,
  kind: 'activity' | 'notice',
): Diagnostic[] {
  if (typeof named !== 'string') return [];
  const occasion = among.find(({ id }) => id === named);
  if (!occasion)
    return [
      diagnostic(`unit/unknown-${kind}`, `${path}.${kind}`, { value: named, among: among.map(({ id }) => String(id)) }),
    ];
  return isBefore(on, occasion.on)
    ? [diagnostic('input/out-of-order', `${path}.on`, { value: on, expected: String(occasion.on) })]
    : [];
}

function unknownUnits(named: unknown, among: readonly Named[] | undefined, path: string): Diagnostic[] {
  if (!among || !Array.isArray(named)) return [];
  return named.flatMap((value: unknown, i) =>
    typeof value === 'string' && !among.some(({ id }) => id === value)
      ? [diagnostic('organization/unknown-unit', `${path}[${i}]`, { value, among })]
      : [],
  );
}

/** The entries of a list that can be read. */
const entriesOf = (list: unknown): Record<string, unknown>[] =>
  Array.isArray(list) ? list.map((entry) => (isMapping(entry) ? entry : {})) : [];
