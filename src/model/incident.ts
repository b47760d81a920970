import * as z from 'zod/mini';
import { shapeFaults } from '../regulation/check-shape.js';
import { localInstant } from '../regulation/dates.js';
import { type Diagnostic, diagnostic } from '../regulation/diagnostics.js';
import type { Regulation } from '../regulation/schema.js';
import { factShape, statedIn } from './fact-schema.js';
import { impliedValue } from './fact-values.js';
import { findings, id, text } from './fields.js';
import { plainDataFaults } from './plain-data.js';

/** The fields every incident has, whatever the regulation's facts. */
export interface IncidentBase {
  readonly id?: string;
  readonly title?: string;
  /** Where the account of the incident comes from. */
  readonly source?: string;
  readonly unit?: string | null;
  readonly system?: string | null;
  /** Made-up or internal identifiers of the parties concerned (当事人). */
  readonly parties?: readonly string[];
  /** A person's findings on vague words; they go before any threshold. */
  readonly findings?: { readonly [term: string]: boolean | null };
}

export function incidentSchema(regulation: Regulation) {
  return z.strictObject({
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

/** The faults of an incident: its shape, and times or states that contradict each other. */
export function incidentFaults(regulation: Regulation, schema: z.ZodMiniType, value: unknown, asOf: number): Diagnostic[] {
  const shape = plainDataFaults(value);
  if (shape.length === 0) shape.push(...shapeFaults(schema, value));
  return shape.length > 0 ? shape : contradictions(regulation, value, asOf);
}

function contradictions(regulation: Regulation, value: unknown, asOf: number): Diagnostic[] {
  const faults: Diagnostic[] = [];
  for (const [name, fact] of Object.entries(regulation.facts)) {
    if (fact.of !== 'incident' || fact.derive) continue;
    const stated = statedIn(value, name, 'incident');
    const implied = impliedValue(fact, (other) => statedIn(value, other, 'incident'));
    if (stated != null && implied !== undefined && stated !== implied)
      faults.push(diagnostic('input/contradiction', name, { value: stated, expected: fact.implied?.by ?? name }));
    if (fact.type !== 'instant' || typeof stated !== 'string') continue;
    if (Date.parse(stated) > asOf) faults.push(diagnostic('input/in-the-future', name, { value: stated, expected: localInstant(asOf) }));
    for (let earlier = fact.notBefore; earlier !== undefined; earlier = regulation.facts[earlier]?.notBefore) {
      const before = statedIn(value, earlier, 'incident');
      if (typeof before !== 'string') continue;
      if (Date.parse(stated) < Date.parse(before)) faults.push(diagnostic('input/out-of-order', name, { value: stated, expected: `${earlier} (${before})` }));
      break;
    }
  }
  return faults;
}
