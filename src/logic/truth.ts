/** What a rule can be: met, unmet, or undetermined while an input it needs is open. */
export type Truth = 'met' | 'unmet' | 'undetermined';
/** A truth that is not open. */
export type Settled = 'met' | 'unmet';

// Inside the evaluator truth is two bits: whether the rule is certainly met (1), and whether it possibly is (2).
// `all` is then a bitwise and, `any` a bitwise or.
export const UNMET = 0;
export const OPEN = 2;
export const MET = 3;
export type Value = 0 | 2 | 3;

const NAMES: { readonly [value in Value]: Truth } = { 0: 'unmet', 2: 'undetermined', 3: 'met' };
const VALUES: { readonly [truth in Truth]: Value } = { unmet: UNMET, undetermined: OPEN, met: MET };

export const nameOf = (value: Value): Truth => NAMES[value];
export const truthValue = (truth: Truth): Value => VALUES[truth];
export const opposite = (truth: Settled): Settled => (truth === 'met' ? 'unmet' : 'met');
export const not = (value: Value): Value => (value === OPEN ? OPEN : ((MET - value) as Value));

/** `met` if every part is, `unmet` if any part is; of nothing, `met`. */
export const allOf = (values: readonly Value[]): Value =>
  values.reduce<Value>((all, value) => (all & value) as Value, MET);

/** `met` if any part is, `unmet` if every part is; of nothing, `unmet`. */
export const anyOf = (values: readonly Value[]): Value =>
  values.reduce<Value>((any, value) => (any | value) as Value, UNMET);

/** What all agree on, and open where they differ: a question that no ruling has settled. */
export const agreement = ([first, ...others]: readonly Value[]): Value =>
  first !== undefined && others.every((other) => other === first) ? first : OPEN;
