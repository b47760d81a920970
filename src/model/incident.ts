import * as z from 'zod/mini';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import { basics, type FORMAT } from '../regulation/basic-schemas.js';
import { localInstant } from '../regulation/dates.js';
import type { Regulation } from '../regulation/schema.js';
import { factShape } from './fact-schema.js';
import { type FactPlan, impliedValues, isAllegation, type Stated } from './fact-values.js';
import { fields, findings, oneOf } from './fields.js';

/** A person's findings on vague words; they go before any threshold. */
type Findings<TermId extends string> = { readonly [term in TermId]?: boolean | null } | null;

/** A unit or a system that an incident concerns. What is said of it here goes before what is said of the incident. */
interface Subject<TermId extends string> {
  readonly id?: string;
  readonly findings?: Findings<TermId>;
}

/** A person concerned (当事人), by a made-up or internal identifier. */
export interface Party<AffiliationId extends string = string> {
  readonly id: string;
  /** What the person is to the institution. */
  readonly affiliation?: AffiliationId;
  /** The unit the person belongs to. */
  readonly unit?: string;
}

/** A person concerned as an incident tells of one: a name is shown on pages, and kept out of results and records. */
export interface NamedParty<AffiliationId extends string = string> extends Party<AffiliationId> {
  readonly name?: string;
}

/** The fields every incident has, whatever the regulation's facts: those of an incident, a unit in it, a system. */
export interface IncidentBase<
  TermId extends string = string,
  Facts = object,
  OfUnit = object,
  OfSystem = object,
  AffiliationId extends string = string,
> {
  readonly format?: typeof FORMAT;
  readonly id?: string;
  readonly title?: string;
  /** Where the account of the incident comes from. */
  readonly source?: string;
  /** What happened (事件经过), in prose of one or several paragraphs: told in the memo; nothing is judged by it. */
  readonly account?: string;
  /** The units concerned. One that is named had a part in the incident, unless `part` says otherwise. */
  readonly units?: readonly (Subject<TermId> & OfUnit & Facts)[] | null;
  /** The systems concerned. */
  readonly systems?: readonly (Subject<TermId> & OfSystem & Facts)[] | null;
  readonly parties?: readonly NamedParty<AffiliationId>[] | null;
  readonly findings?: Findings<TermId>;
}

export function incidentSchema(regulation: Regulation) {
  const { id, text } = fields();
  const said = { id: z.optional(id), findings: findings(Object.keys(regulation.terms)) };
  const facts = factShape(regulation, 'incident');
  const unit = { ...factShape(regulation, 'unit'), ...factShape(regulation, 'concerned') };
  const affiliation = z.optional(oneOf(Object.keys(regulation.affiliations ?? {})));
  const listOf = (entry: Record<string, z.ZodMiniType>) => z.optional(z.nullable(z.array(z.strictObject(entry))));
  return z.strictObject({
    format: z.optional(basics().format),
    title: z.optional(text),
    source: z.optional(text),
    account: z.optional(text),
    units: listOf({ ...said, ...unit, ...facts }),
    systems: listOf({ ...said, ...factShape(regulation, 'system'), ...facts }),
    parties: listOf({ id, name: z.optional(text), affiliation, unit: z.optional(id) }),
    ...said,
    ...facts,
  });
}

const NONE: readonly Diagnostic[] = [];

/** Times or states of an incident that contradict each other, or lie in the future, whatever is not known of them. */
export function contradictions({ facts, checked }: FactPlan, stated: Stated, asOf: number): readonly Diagnostic[] {
  let faults: Diagnostic[] | undefined;
  const fault = (...given: Parameters<typeof diagnostic>) => {
    faults ??= [];
    faults.push(diagnostic(...given));
  };
  for (const i of checked) {
    const value = stated.values[i];
    if (value === undefined) continue;
    const fact = facts[i] as FactPlan['facts'][number];
    for (const { by, value: implied } of isAllegation(value) ? [] : impliedValues(fact, stated))
      if (value !== implied) fault('input/contradiction', fact.name, { value, expected: facts[by]?.name ?? fact.name });
    const at = stated.times[i];
    if (at === undefined) continue;
    const end = at.ended?.from;
    if (
      (at.from > asOf && !fact.definition.deadline) ||
      (end !== undefined && end > asOf && end !== Number.POSITIVE_INFINITY)
    )
      fault('input/in-the-future', fact.name, { value, expected: localInstant(asOf) });
    // What had ended by then had begun by then.
    const latest = Math.min(at.until, at.ended?.until ?? at.until);
    const before = fact.notBefore.find((earlier) => latest < (stated.times[earlier]?.from ?? Number.NEGATIVE_INFINITY));
    if (before !== undefined) {
      const written = stated.values[before];
      const told = typeof written === 'string' ? written : JSON.stringify(written);
      fault('input/out-of-order', fact.name, { value, expected: `${facts[before]?.name} (${told})` });
    }
  }
  return faults ?? NONE;
}
