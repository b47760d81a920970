import type { Formula } from './formula.js';
import type { FactValue } from './operators.js';
import type { Reason } from './reason.js';
import type { Value } from './truth.js';

/** What a formula is evaluated on: values by fact index, a person's findings by term index, and what was presumed. */
export interface Valuation {
  readonly values: readonly FactValue[];
  readonly findings: readonly (boolean | undefined)[];
  presumed(fact: number): boolean;
  /** The provisions that a fact follows from; none where it is stated or known otherwise. */
  follows(fact: number): readonly string[];
  /** Inputs whose absence leaves a fact open. */
  missing(fact: number): readonly string[];
}

export type Verdict = (input: Valuation) => Value;

/** A formula made ready to run: its verdict costs nothing but the verdict; its reason is worked out when asked for. */
export interface Rule {
  readonly formula: Formula;
  readonly truth: Verdict;
  reason(input: Valuation): Reason;
}
