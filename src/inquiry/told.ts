import { openPointsOf, type WholeOpenPoint } from '../case/open-points.js';
import type { Given } from '../model/fact-values.js';
import { incidentFacts, inputPath } from '../model/record-path.js';
import type { Ruleset } from '../policy/create-policy.js';
import { answerForm, type Question } from './questions.js';

/** What an incident says of something that can be asked, with the question, so that it can be answered anew. */
export interface Told extends Omit<WholeOpenPoint, 'kind'>, Pick<Question, 'answer' | 'unit'> {
  readonly kind: 'fact' | 'term';
  /** `null`: it was asked, and nobody knows. */
  readonly value: Given | null;
}

/** What a record says, in the order of the rule files: facts, then findings. What was not asked is not in it. */
export function toldIn(rules: Pick<Ruleset, 'regulation' | 'policy'>, record: object): Told[] {
  const { regulation } = rules;
  const inputs = [
    ...incidentFacts(regulation).map(([id]) => ({ kind: 'fact' as const, id })),
    ...Object.keys(regulation.terms).map((id) => ({ kind: 'term' as const, id })),
  ];
  return inputs.flatMap(({ kind, id }) => {
    const value = valueAt(record, inputPath(kind, id) ?? []);
    if (value === undefined) return [];
    return openPointsOf(rules, [{ provision: '', on: [{ kind, id }] }]).map(({ provisions: _, ...point }) => ({
      ...point,
      ...answerForm(regulation, kind, id),
      kind,
      value,
    }));
  });
}

/** What stands under some keys; null where the record says that it is not known. */
function valueAt(record: unknown, [key, ...keys]: readonly string[]): Given | null {
  if (key === undefined || record === null || record === undefined) return record as Given | null;
  return typeof record === 'object' ? valueAt((record as Record<string, unknown>)[key], keys) : undefined;
}

/** A copy without what stands under some keys, and without what is empty then. */
export function without(record: object, [key, ...keys]: readonly string[]): object {
  if (key === undefined || !Object.hasOwn(record, key)) return record;
  const { [key]: inner, ...rest } = record as { readonly [key: string]: unknown };
  if (keys.length === 0 || typeof inner !== 'object' || inner === null) return rest;
  const left = without(inner, keys);
  return Object.keys(left).length === 0 ? rest : { ...record, [key]: left };
}
