import { openPointsOf, type WholeOpenPoint } from '../case/open-points.js';
import type { Given } from '../model/fact-values.js';
import { incidentFacts, inputPath } from '../model/record-path.js';
import type { Ruleset } from '../policy/create-policy.js';
import { answerForm, type Question } from './questions.js';

/** Something that an incident can be told, with the question that asks for it. */
export interface Input extends Omit<WholeOpenPoint, 'kind'>, Pick<Question, 'answer' | 'unit'> {
  readonly kind: 'fact' | 'term';
}

/** What an incident says of it, so that it can be answered anew. */
export interface Told extends Input {
  /** `null`: it was asked, and nobody knows. */
  readonly value: Given | null;
}

/** All that an incident can be told, in the order of the rule files: facts, then findings on vague words. */
export function inputsIn(rules: Pick<Ruleset, 'regulation' | 'policy'>): Input[] {
  const { regulation } = rules;
  const inputs = [
    ...incidentFacts(regulation).map(([id]) => ({ kind: 'fact' as const, id })),
    ...Object.keys(regulation.terms).map((id) => ({ kind: 'term' as const, id })),
  ];
  return inputs.flatMap(({ kind, id }) =>
    openPointsOf(rules, [{ provision: '', on: [{ kind, id }] }]).map(({ provisions: _, ...point }) => ({
      ...point,
      ...answerForm(regulation, kind, id),
      kind,
    })),
  );
}

/** What a record says, in the same order. What was not asked is not in it. */
export const toldIn = (inputs: readonly Input[], record: object): Told[] =>
  inputs.flatMap((input) => {
    const value = valueAt(record, inputPath(input.kind, input.id) ?? []);
    return value === undefined ? [] : [{ ...input, value }];
  });

/** What stands under some keys; null where the record says that it is not known. */
function valueAt(record: unknown, [key, ...keys]: readonly string[]): Given | null {
  if (key === undefined || record === null || record === undefined) return record as Given | null;
  return typeof record === 'object' ? valueAt((record as Record<string, unknown>)[key], keys) : undefined;
}

interface Concerning {
  readonly units?: readonly { readonly id?: string }[] | null;
}

/** Where an incident says what is said of a unit alone; the incident itself, where none is meant. */
export const recordOf = (incident: Concerning, unit: string | undefined): object =>
  unit === undefined ? incident : (incident.units?.find(({ id }) => id === unit) ?? {});

/** The incident without what stands under some keys, of one unit where one is meant. */
export function withdrawn(incident: Concerning, path: readonly string[], unit: string | undefined): object {
  if (unit === undefined) return without(incident, path);
  const units = incident.units?.map((entry) => (entry.id === unit ? without(entry, path) : entry));
  return { ...incident, ...(units && { units }) };
}

/** A copy without what stands under some keys, and without what is empty then. */
function without(record: object, [key, ...keys]: readonly string[]): object {
  if (key === undefined || !Object.hasOwn(record, key)) return record;
  const { [key]: inner, ...rest } = record as { readonly [key: string]: unknown };
  if (keys.length === 0 || typeof inner !== 'object' || inner === null) return rest;
  const left = without(inner, keys);
  return Object.keys(left).length === 0 ? rest : { ...record, [key]: left };
}
