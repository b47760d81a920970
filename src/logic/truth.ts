/** What a rule can be: met, unmet, or undetermined while an input it needs is open. */
export type Truth = 'met' | 'unmet' | 'undetermined';

// Inside the evaluator truth is a number, so that `all` is a minimum, `any` a maximum and `not` a reflection.
export const UNMET = 0;
export const OPEN = 1;
export const MET = 2;
export type Value = 0 | 1 | 2;

const NAMES = ['unmet', 'undetermined', 'met'] as const;

export const nameOf = (value: Value): Truth => NAMES[value];
export const truthValue = (truth: Truth): Value => NAMES.indexOf(truth) as Value;
export const not = (value: Value): Value => (2 - value) as Value;

/** `met` if every part is, `unmet` if any part is; of nothing, `met`. */
export const allOf = (values: readonly Value[]): Value => values.reduce<Value>((least, value) => Math.min(least, value) as Value, MET);

/** `met` if any part is, `unmet` if every part is; of nothing, `unmet`. */
export const anyOf = (values: readonly Value[]): Value => values.reduce<Value>((most, value) => Math.max(most, value) as Value, UNMET);

/** What all agree on, and open where they differ: a question that no ruling has settled. */
export const agreement = (values: readonly Value[]): Value => {
  const first = values[0] ?? OPEN;
  return values.every((value) => value === first) ? first : OPEN;
};
