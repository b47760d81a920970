import type { Citation, Operator, Scalar } from './condition.js';
import {
  agreement,
  allOf,
  anyOf,
  not,
  OPEN,
  opposite,
  type Settled,
  type Truth,
  truthValue,
  type Value,
} from './truth.js';

// The nodes of a rule. `Of` is what stands inside one: formulas, or the same formulas with what they came to on a case,
// which are reasons.

export interface GroupNode<Of> {
  readonly kind: 'all' | 'any';
  readonly of: readonly Of[];
}
export interface NotNode<Of> {
  readonly kind: 'not';
  readonly of: Of;
}
export interface NamedNode<Of> {
  readonly kind: 'condition';
  readonly name: string;
  readonly of: Of;
}
/** What holds of a term whatever measures it: nobody needs to be asked for it while the term itself can be settled. */
export interface FloorNode<Of> {
  readonly kind: 'floor';
  readonly of: Of;
}
export interface QuestionNode<Of> {
  readonly kind: 'question';
  readonly question: string;
  readonly ruling?: string;
  readonly readings: { readonly [reading: string]: Of };
  readonly citation?: Citation;
}
/**
 * The time of the event is not known closely enough to say which state of the law applies; it is open for want of
 * `missing`.
 */
export interface EpochsNode<Of> {
  readonly kind: 'epochs';
  /** The time by which the law is found. */
  readonly time: string;
  readonly missing: readonly string[];
  readonly of: readonly Of[];
  /** Of an event that lasted, one of the states in which it certainly did is enough. */
  readonly anyWhileItLasted?: true;
}
export interface TermNode<Of> {
  readonly kind: 'term';
  readonly term: string;
  readonly of?: Of;
  readonly citation?: Citation;
}
export interface FactNode {
  readonly kind: 'fact';
  readonly fact: string;
  readonly operator: Operator;
  /** Absent where a threshold stands that nobody has fixed. */
  readonly expected?: Scalar | readonly Scalar[];
  readonly citation?: Citation;
}
export interface LiteralNode {
  readonly kind: 'literal';
  readonly truth: Truth;
}
/** Whether the law is in force; open where the time, or the law's day of issue, is not known closely enough. */
export interface CommencementNode {
  readonly kind: 'commencement';
  readonly truth: Truth;
  /** The document does not state when it was issued: that is inferred. */
  readonly inferred?: true;
  readonly citation: Citation;
}

/** A provision that the law of the time does not have: not yet, or no longer, from a day on. It is never met. */
export interface AbsentNode {
  readonly kind: 'absent';
  readonly truth: 'unmet';
  readonly state: 'not-yet' | 'repealed';
  readonly from: string;
  readonly citation: Citation;
}

/** A node whose value follows from its parts' alone. */
export type Compound<Of> =
  | GroupNode<Of>
  | NotNode<Of>
  | NamedNode<Of>
  | FloorNode<Of>
  | QuestionNode<Of>
  | EpochsNode<Of>;
export type Node<Of> = Compound<Of> | TermNode<Of> | FactNode | LiteralNode | CommencementNode | AbsentNode;

/**
 * A condition bound to the law of one time: names resolved, thresholds and rulings in place. It is the one meaning that
 * the evaluator, the reasons and every export (rule JSON, SQL) are made from.
 */
export type Formula =
  | GroupNode<Formula>
  | NotNode<Formula>
  | NamedNode<Formula>
  | FloorNode<Formula>
  | QuestionNode<Formula>
  | EpochsNode<Formula>
  | TermFormula
  | FactFormula
  | LiteralNode
  | CommencementNode
  | AbsentNode;

export interface FactFormula extends FactNode {
  readonly index: number;
}
export interface TermFormula extends TermNode<Formula> {
  readonly index: number;
  /** Whether the term has thresholds. */
  readonly measured: boolean;
  /** The only side that they settle: the term itself is open on the other. */
  readonly settles?: Settled;
}

/** What nothing limits. */
export const ALWAYS: Formula = { kind: 'literal', truth: 'met' };

/** What no fact settles, and what a value that settles one side leaves open. */
export const UNSETTLED: Formula = { kind: 'literal', truth: 'undetermined' };

/** Formulas made one: all of them hold. */
export function allFormulas(formulas: readonly Formula[]): Formula {
  const limiting = formulas.filter((formula) => formula !== ALWAYS);
  return limiting.length > 1 ? { kind: 'all', of: limiting } : (limiting[0] ?? ALWAYS);
}

/** Formulas made one: any of them holds. */
export const anyFormula = (formulas: readonly Formula[]): Formula =>
  formulas.length === 1 ? (formulas[0] as Formula) : { kind: 'any', of: formulas };

/** The reading that a ruling says is the right one. */
export const ruledReading = <Of>({ ruling, readings }: QuestionNode<Of>): Of | undefined =>
  ruling === undefined ? undefined : readings[ruling];

/** Every node directly inside one. */
export function children<Of>(node: Node<Of>): readonly Of[] {
  switch (node.kind) {
    case 'all':
    case 'any':
    case 'epochs':
      return node.of;
    case 'not':
    case 'condition':
    case 'floor':
      return [node.of];
    case 'term':
      return node.of === undefined ? [] : [node.of];
    case 'question':
      return Object.values(node.readings);
    default:
      return [];
  }
}

/** The nodes directly inside one that count: of a question that is ruled upon, its reading. */
export function operands<Of>(node: Node<Of>): readonly Of[] {
  const ruled = node.kind === 'question' ? ruledReading(node) : undefined;
  return ruled === undefined ? children(node) : [ruled];
}

/** A node and every one inside it, from the outside in. */
export function* nodesIn<Of extends Node<Of>>(node: Of): Generator<Of> {
  yield node;
  for (const child of children<Of>(node)) yield* nodesIn(child);
}

/**
 * How the value of a node follows from those of its operands. A term's does where no person has found it; a fact has
 * none.
 */
export function combine(node: Exclude<Node<unknown>, FactNode>, values: readonly Value[]): Value {
  const [value = OPEN] = values;
  switch (node.kind) {
    case 'all':
      return allOf(values);
    case 'any':
      return anyOf(values);
    case 'not':
      return not(value);
    case 'condition':
    case 'floor':
    case 'term':
      return value;
    case 'epochs':
    case 'question':
      return agreement(values);
    case 'literal':
    case 'commencement':
    case 'absent':
      return truthValue(node.truth);
  }
}

/** What makes a node come out as wanted, whatever else is so. */
export interface Demand<Of> {
  readonly parts: readonly Of[];
  /** How its parts have to come out: each of them, or one. */
  readonly wanted: Settled;
  readonly each: boolean;
}

/** Of readings and times that are open each has to come out as wanted. */
export function demandOf<Of>(node: Compound<Of>, wanted: Settled): Demand<Of> {
  const parts = operands(node);
  switch (node.kind) {
    case 'all':
      return { parts, wanted, each: wanted === 'met' };
    case 'any':
      return { parts, wanted, each: wanted === 'unmet' };
    case 'not':
      return { parts, wanted: opposite(wanted), each: true };
    default:
      return { parts, wanted, each: true };
  }
}
