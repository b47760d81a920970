import type { Case } from './compile.js';
import {
  type CommencementNode,
  type Compound,
  combine,
  type EpochsNode,
  type FactFormula,
  type FactNode,
  type Formula,
  type GroupNode,
  type LiteralNode,
  type NamedNode,
  type NotNode,
  type QuestionNode,
  type TermFormula,
  type TermNode,
} from './formula.js';
import { applyOperator, type FactValue } from './operators.js';
import { allOf, nameOf, OPEN, type Truth, truthValue, type Value } from './truth.js';

interface Judged {
  readonly truth: Truth;
}

/** Why a rule came out as it did: the rule's own formula with the truth of every node, yielded by the evaluator. */
export type Reason =
  | (GroupNode<Reason> & Judged)
  | (NotNode<Reason> & Judged)
  | (NamedNode<Reason> & Judged)
  | QuestionReason
  | EpochsReason
  | TermReason
  | FactReason
  | LiteralNode
  | CommencementNode;

export interface FactReason extends FactNode, Judged {
  /** Absent where the fact is unknown. */
  readonly actual?: NonNullable<FactValue>;
  /** The value is a presumption that nobody has contradicted. */
  readonly presumed?: true;
  /** Inputs whose absence leaves the value open. */
  readonly missing?: readonly string[];
}
export interface TermReason extends TermNode<Reason>, Judged {
  /** A person's finding goes before a threshold; `none`: neither is given. */
  readonly by: 'finding' | 'threshold' | 'none';
}
export interface QuestionReason extends QuestionNode<Reason>, Judged {}
export interface EpochsReason extends EpochsNode<Reason>, Judged {}

/** The reason of a formula on a case: its own tree, with the truth of every node worked out from those below. */
export function reasonFor(formula: Formula, input: Case): Reason {
  switch (formula.kind) {
    case 'fact':
      return factReason(formula, input);
    case 'term':
      return termReason(formula, input);
    case 'literal':
    case 'commencement':
      return formula;
    default: {
      const node = withParts(formula, (part) => reasonFor(part, input));
      return { truth: nameOf(combine(node, truthOf)), ...node };
    }
  }
}

const truthOf = ({ truth }: Reason): Value => truthValue(truth);

/** The same node with other parts in the place of its own. */
function withParts<From, To>(node: Compound<From>, other: (part: From) => To): Compound<To> {
  switch (node.kind) {
    case 'all':
    case 'any':
    case 'epochs':
      return { ...node, of: node.of.map(other) };
    case 'not':
    case 'condition':
      return { ...node, of: other(node.of) };
    case 'question': {
      const readings = Object.entries(node.readings).map(([name, reading]) => [name, other(reading)] as const);
      return { ...node, readings: Object.fromEntries(readings) };
    }
  }
}

function factReason({ index, ...node }: FactFormula, input: Case): FactReason {
  const actual = input.values[index];
  const value = applyOperator(node.operator, actual, node.expected);
  return {
    truth: nameOf(value),
    ...node,
    ...(actual !== undefined && { actual }),
    ...(input.presumed(index) && { presumed: true as const }),
    ...(value === OPEN && node.expected !== undefined && { missing: input.missing(index) }),
  };
}

function termReason({ index, measured, of, ...node }: TermFormula, input: Case): TermReason {
  const found = input.findings[index];
  if (found !== undefined) return { truth: found ? 'met' : 'unmet', ...node, by: 'finding' };
  const reason = of && reasonFor(of, input);
  return {
    truth: reason?.truth ?? 'undetermined',
    ...node,
    by: measured ? 'threshold' : 'none',
    ...(reason && { of: reason }),
  };
}

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
  return chosen ? valueUnder(chosen, choice) : combine(reason, (part) => valueUnder(part, choice));
}
