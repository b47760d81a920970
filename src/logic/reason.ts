import type { Citation, Operator, Scalar } from './condition.js';
import { applyOperator, type FactValue } from './operators.js';
import { agreement, allOf, anyOf, nameOf, not, OPEN, type Truth, truthValue, type Value } from './truth.js';

/** Why a rule came out as it did: the rule's own tree with the truth of every node, yielded by the evaluator. */
export type Reason =
  | { readonly kind: 'all' | 'any'; readonly truth: Truth; readonly of: readonly Reason[] }
  | { readonly kind: 'not'; readonly truth: Truth; readonly of: Reason }
  | { readonly kind: 'condition'; readonly truth: Truth; readonly name: string; readonly of: Reason }
  | FactReason
  | TermReason
  | QuestionReason
  | { readonly kind: 'literal'; readonly truth: Truth }
  | CommencementReason
  | EpochsReason;

export interface FactReason {
  readonly kind: 'fact';
  readonly truth: Truth;
  readonly fact: string;
  readonly operator: Operator;
  /** Absent where a threshold stands that nobody has fixed. */
  readonly expected?: Scalar | readonly Scalar[];
  /** Absent where the fact is unknown. */
  readonly actual?: NonNullable<FactValue>;
  /** The value is a presumption that nobody has contradicted. */
  readonly presumed?: true;
  /** Inputs whose absence leaves the value open. */
  readonly missing?: readonly string[];
  readonly citation?: Citation;
}
export interface TermReason {
  readonly kind: 'term';
  readonly truth: Truth;
  readonly term: string;
  /** A person's finding goes before a threshold; `none`: neither is given. */
  readonly by: 'finding' | 'threshold' | 'none';
  readonly of?: Reason;
  readonly citation?: Citation;
}
export interface QuestionReason {
  readonly kind: 'question';
  readonly truth: Truth;
  readonly question: string;
  readonly ruling?: string;
  readonly readings: { readonly [reading: string]: Reason };
  readonly citation?: Citation;
}
/** Whether the law was in force; open where the time is not known closely enough. */
export interface CommencementReason {
  readonly kind: 'commencement';
  readonly truth: Truth;
  readonly citation: Citation;
}
/** The time of the event is not known closely enough to say which state of the law applies: each possible one with its reason. */
export interface EpochsReason {
  readonly kind: 'epochs';
  readonly truth: Truth;
  readonly missing: readonly string[];
  readonly of: readonly Reason[];
}

/** Every reason directly inside one. */
export function children(reason: Reason): readonly Reason[] {
  switch (reason.kind) {
    case 'all':
    case 'any':
    case 'epochs':
      return reason.of;
    case 'not':
    case 'condition':
      return [reason.of];
    case 'term':
      return reason.of ? [reason.of] : [];
    case 'question':
      return Object.values(reason.readings);
    default:
      return [];
  }
}

/** The truth of a reason worked out again from its leaves alone: equal to `reason.truth`, or the reason is not one. */
export function evaluateReason(reason: Reason): Truth {
  return nameOf(recheck(reason));
}

function recheck(reason: Reason): Value {
  switch (reason.kind) {
    case 'all':
      return allOf(reason.of.map(recheck));
    case 'any':
      return anyOf(reason.of.map(recheck));
    case 'not':
      return not(recheck(reason.of));
    case 'condition':
      return recheck(reason.of);
    case 'epochs':
      return agreement(reason.of.map(recheck));
    case 'fact':
      return applyOperator(reason.operator, reason.actual, reason.expected);
    case 'term':
      return reason.by === 'finding' ? truthValue(reason.truth) : reason.by === 'none' ? recheckOpenTerm(reason) : recheck(reason.of as Reason);
    case 'question': {
      const chosen = reason.ruling === undefined ? undefined : reason.readings[reason.ruling];
      return chosen ? recheck(chosen) : agreement(Object.values(reason.readings).map(recheck));
    }
    case 'literal':
    case 'commencement':
      return truthValue(reason.truth);
  }
}

/** A term nobody has fixed may still be settled by the facts alone: a report never made is not timely by any measure. */
const recheckOpenTerm = (reason: TermReason): Value => (reason.of ? recheck(reason.of) : OPEN);
