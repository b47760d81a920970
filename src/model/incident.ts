import * as z from 'zod/mini';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import { basics, type FORMAT } from '../regulation/basic-schemas.js';
import { localInstant } from '../regulation/dates.js';
import type { Regulation } from '../regulation/schema.js';
import { factShape } from './fact-schema.js';
import { type FactPlan, impliedValues, isAllegation, type Stated } from './fact-values.js';
import { fields, findings } from './fields.js';

/** The fields every incident has, whatever the regulation's facts. */
export interface IncidentBase<TermId extends string = string> {
  readonly format?: typeof FORMAT;
  readonly id?: string;
  readonly title?: string;
  /** Where the account of the incident comes from. */
  readonly source?: string;
  readonly unit?: string | null;
  readonly system?: string | null;
  /** Made-up or internal identifiers of the parties concerned (当事人). */
  readonly parties?: readonly string[];
  /** A person's findings on vague words; they go before any threshold. */
  readonly findings?: { readonly [term in TermId]?: boolean | null } | null;
}

export function incidentSchema(regulation: Regulation) {
  const { id, text } = fields();
  return z.strictObject({
    format: z.optional(basics().format),
    id: z.optional(id),
    title: z.optional(text),
    source: z.optional(text),
    unit: z.optional(z.nullable(id)),
    system: z.optional(z.nullable(id)),
    parties: z.optional(z.array(id)),
    findings: findings(Object.keys(regulation.terms)),
    ...factShape(regulation, 'incident'),
  });
}

const NONE: readonly Diagnostic[] = [];

/** Times or states of an incident that contradict each other, or lie in the future. */
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
    if (at > asOf) fault('input/in-the-future', fact.name, { value, expected: localInstant(asOf) });
    const before = fact.notBefore.find((earlier) => stated.times[earlier] !== undefined);
    if (before !== undefined && at < (stated.times[before] as number))
      fault('input/out-of-order', fact.name, { value, expected: `${facts[before]?.name} (${stated.values[before]})` });
  }
  return faults ?? NONE;
}
