import * as z from 'zod/mini';
import { once } from '../diagnostics/once.js';
import type { Bilingual } from '../language.js';
import type { Condition } from '../logic/condition.js';
import { basics, type FORMAT, passing } from '../regulation/basic-schemas.js';
import { beginningOf } from '../regulation/made.js';
import type { Source } from '../regulation/schema.js';
import { fields } from './fields.js';

/** The id of a duty that a unit's own rules add: no regulation has one that begins so. */
export type OwnDutyId = `own.${string}`;

/** How often a duty of a unit's own is owed: at intervals as ISO 8601 durations, or on fixed days of every year (`MM-DD`). */
export type OwnRhythm =
  | 'once'
  | 'standing'
  | 'activity'
  | { readonly every: string }
  | { readonly on: readonly string[] };

/** A duty that a unit's own rules add. */
export interface OwnDuty<Provision extends string = string, Role extends string = string> {
  /** As evidence in the unit's file names it: `own.…`. */
  readonly id: OwnDutyId;
  /** Words of the unit's own document. */
  readonly quote: string;
  /** Who within the unit bears it: a role of the regulation, or in words. */
  readonly bearer: Role | Bilingual;
  readonly action: Bilingual;
  readonly rhythm: OwnRhythm;
  /** Owed for each of the unit's systems. */
  readonly per?: 'system' | undefined;
  /** When it is owed, in facts of the regulation about a unit or a system. */
  readonly when?: Condition | undefined;
  /** The provision of the regulation that it makes concrete. */
  readonly makesConcrete?: Provision | undefined;
}

/** A stricter value for a term: its thresholds by name, or an interval, with words of the unit's own document. */
export interface OwnTerm {
  readonly quote: string;
  readonly every?: string | undefined;
  readonly on?: readonly string[] | undefined;
  readonly cases?: readonly { readonly when: Condition; readonly every: string }[] | undefined;
  readonly [threshold: string]: unknown;
}

/** Rules that a unit has made for itself: they add duties and make terms stricter, and can say nothing else. */
export interface Overlay<
  Provision extends string = string,
  Term extends string = string,
  Role extends string = string,
> {
  readonly format?: typeof FORMAT | undefined;
  /** The unit whose rules they are, and whom alone they bind. */
  readonly unit: string;
  readonly document: Source;
  /** The day on which they were made. */
  readonly made: string;
  /** The first day on which they hold; that on which they were made, without one. */
  readonly from?: string | undefined;
  /** The last day on which they hold. */
  readonly until?: string | undefined;
  readonly duties?: readonly OwnDuty<Provision, Role>[] | undefined;
  readonly terms?: { readonly [term in Term]?: OwnTerm } | undefined;
}

/** How the id of a duty of a unit's own is written. */
export const OWN_ID = /^own\.[\p{L}\p{N}._-]+$/u;

/** The days on which an overlay holds. */
export const daysOf = (overlay: Pick<Overlay, 'made' | 'from' | 'until'>) => ({
  from: beginningOf(overlay) as string,
  until: overlay.until,
});

/** The shape of an overlay; whether the names in it are those of a regulation is looked at beside. */
export const overlaySchema = once(() => {
  const { bilingual, condition, format, source } = basics();
  const { date, id, text } = fields();
  const quote = basics().text;
  const days = z.array(text).check(passing((list) => list.length > 0, 'input/out-of-range', '≥ 1'));
  const interval = z.strictObject({ every: z.optional(text), on: z.optional(days) });
  const duty = z.strictObject({
    id: z.string(),
    quote,
    bearer: z.union([z.string(), bilingual]),
    action: bilingual,
    rhythm: z.union([z.enum(['once', 'standing', 'activity']), interval]),
    per: z.optional(z.enum(['system'])),
    when: z.optional(condition),
    makesConcrete: z.optional(z.string()),
  });
  const term = z.catchall(
    z.object({
      quote,
      every: z.optional(text),
      on: z.optional(days),
      cases: z.optional(z.array(z.strictObject({ when: condition, every: text }))),
    }),
    z.unknown(),
  );
  return z.strictObject({
    format: z.optional(format),
    unit: id,
    document: source,
    made: date,
    from: z.optional(date),
    until: z.optional(date),
    duties: z.optional(z.array(duty)),
    terms: z.optional(z.catchall(z.object({}), term)),
  });
});
