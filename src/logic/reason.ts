import {
  type AbsentNode,
  type CommencementNode,
  combine,
  type EpochsNode,
  type FactNode,
  type FloorNode,
  type GroupNode,
  type LiteralNode,
  type NamedNode,
  type NotNode,
  operands,
  type QuestionNode,
  type TermNode,
} from './formula.js';
import { applyOperator, type FactValue } from './operators.js';
import { allOf, nameOf, type Truth, truthValue, type Value } from './truth.js';

/** What a formula came to on a case. */
interface Evaluated {
  readonly truth: Truth;
}

/** Why a rule came out as it did: the rule's own formula with the truth of every node, yielded by the evaluator. */
export type Reason =
  | (GroupNode<Reason> & Evaluated)
  | (NotNode<Reason> & Evaluated)
  | (NamedNode<Reason> & Evaluated)
  | (FloorNode<Reason> & Evaluated)
  | QuestionReason
  | EpochsReason
  | TermReason
  | FactReason
  | LiteralNode
  | CommencementNode
  | AbsentNode;

export interface FactReason extends FactNode, Evaluated {
  /** Absent where the fact is unknown. */
  readonly actual?: NonNullable<FactValue>;
  /** The value is a presumption that nobody has contradicted. */
  readonly presumed?: true;
  /** The provisions that the value follows from. */
  readonly follows?: readonly string[];
  /** Inputs whose absence leaves the value open. */
  readonly missing?: readonly string[];
}
export interface TermReason extends TermNode<Reason>, Evaluated {
  /** A person's finding goes before a threshold; `none`: neither settles it. */
  readonly by: 'finding' | 'threshold' | 'none';
}
export interface QuestionReason extends QuestionNode<Reason>, Evaluated {}
export interface EpochsReason extends EpochsNode<Reason>, Evaluated {}

export const truthOf = ({ truth }: Reason): Value => truthValue(truth);

/** Reasons made one: all of them hold. Those that say nothing but that nothing limits are left out. */
export function allReasons(reasons: readonly Reason[]): Reason {
  const of = reasons.filter((reason) => reason.kind !== 'literal' || reason.truth !== 'met');
  return of.length === 1 ? (of[0] as Reason) : { kind: 'all', truth: nameOf(allOf(of.map(truthOf))), of };
}

/** A reading for some questions. */
export type Choice = { readonly [question: string]: string };

/** The truth of a reason worked out again from its leaves alone: equal to `reason.truth`, or the reason is not one. */
export const evaluateReason = (reason: Reason): Truth => truthUnder(reason, {});

/** The truth of a reason were its questions read in one way, whatever has been ruled. */
export const truthUnder = (reason: Reason, choice: Choice): Truth => nameOf(valueUnder(reason, choice));

function valueUnder(reason: Reason, choice: Choice): Value {
  if (reason.kind === 'fact') return applyOperator(reason.operator, reason.actual, reason.expected);
  if (reason.kind === 'term' && reason.by === 'finding') return truthValue(reason.truth);
  const chosen =
    reason.kind === 'question' && Object.hasOwn(choice, reason.question)
      ? reason.readings[choice[reason.question] as string]
      : undefined;
  if (chosen) return valueUnder(chosen, choice);
  const values = operands(reason).map((part) => valueUnder(part, choice));
  return combine(reason, values);
}
