/** The operators of json-rules-engine, with its meanings for values that are known. */
export const OPERATORS = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
] as const;
export type Operator = (typeof OPERATORS)[number];

export type Scalar = string | number | boolean;

/** Words of a legal text and the place they stand, for example `9.2.1`: article, paragraph, item. */
export interface Citation {
  readonly place: string;
  readonly quote: string;
  /** The day from which the version of the article holds that has these words; absent for the text as issued. */
  readonly edition?: string;
}

interface Quoted {
  readonly quote?: string;
}
export interface FactCondition extends Quoted {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: Scalar | readonly Scalar[];
}
/** Inside a term: a leaf whose number is the term's threshold of that name. */
export interface ThresholdCondition extends Quoted {
  readonly fact: string;
  readonly operator: Operator;
  readonly threshold: string;
}
export interface TermCondition extends Quoted {
  readonly term: string;
}
/**
 * A point of reading. A literal says that under this reading nothing more is asked (`true`) or nothing can satisfy
 * (`false`).
 */
export interface QuestionCondition extends Quoted {
  readonly question: string;
  readonly readings: { readonly [reading: string]: Condition | boolean };
}
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly condition: string }
  | FactCondition
  | ThresholdCondition
  | TermCondition
  | QuestionCondition;

/** The conditions directly inside one, whatever its kind. */
export function parts(condition: Condition): readonly (Condition | boolean)[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  if ('not' in condition) return [condition.not];
  if ('question' in condition) return Object.values(condition.readings);
  return [];
}

/** What stands inside a condition and is walked next, each part in the state that it is reached in. */
type Inside<State> = (
  condition: Condition,
  state: State,
) => Iterable<readonly [Condition | boolean | undefined, State]>;

/**
 * A condition and all that `inside` says stands in it, from the outside in, in the order of the rule. A literal is no
 * condition.
 */
export function* walk<State>(
  condition: Condition | boolean | undefined,
  state: State,
  inside: Inside<State>,
): Generator<readonly [Condition, State]> {
  if (typeof condition !== 'object') return;
  yield [condition, state];
  for (const [part, next] of inside(condition, state)) yield* walk(part, next, inside);
}

/** A condition and every one inside it; with what a name stands for, where `named` says so. */
export const conditionsIn = (
  condition: Condition | boolean | undefined,
  named: (name: string) => Condition | undefined = () => undefined,
): Condition[] =>
  [
    ...walk(condition, undefined, (outer) =>
      ('condition' in outer ? [named(outer.condition)] : parts(outer)).map((part) => [part, undefined] as const),
    ),
  ].map(([inner]) => inner);

/** The points of reading inside a condition. */
export const questionsIn = (condition: Condition | boolean): QuestionCondition[] =>
  conditionsIn(condition).filter((inner) => 'question' in inner);
