import type { Case } from './compile.js';
import type { Citation, Operator, Scalar } from './condition.js';
import type { FactFormula, Formula } from './formula.js';
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

/** The reason of a formula on a case: its own tree, with the truth of every node worked out from those below. */
export function reasonFor(formula: Formula, input: Case): Reason {
  switch (formula.kind) {
    case 'all':
    case 'any':
    case 'epochs': {
      const { kind } = formula;
      const of = formula.of.map((part) => reasonFor(part, input));
      const truth = nameOf(COMBINE[kind](of.map(truthOf)));
      return kind === 'epochs' ? { kind, truth, missing: formula.missing, of } : { kind, truth, of };
    }
    case 'not': {
      const of = reasonFor(formula.of, input);
      return { kind: 'not', truth: nameOf(not(truthOf(of))), of };
    }
    case 'condition': {
      const of = reasonFor(formula.of, input);
      return { kind: 'condition', truth: of.truth, name: formula.name, of };
    }
    case 'fact':
      return factReason(formula, input);
    case 'term': {
      const { term, index, measured, citation } = formula;
      const found = input.findings[index];
      const of = found === undefined && formula.of ? reasonFor(formula.of, input) : undefined;
      const truth = found === undefined ? (of?.truth ?? 'undetermined') : found ? 'met' : 'unmet';
      return {
        kind: 'term',
        truth,
        term,
        by: found !== undefined ? 'finding' : measured ? 'threshold' : 'none',
        ...(of && { of }),
        ...(citation && { citation }),
      };
    }
    case 'question': {
      const { question, ruling, citation } = formula;
      const readings = Object.fromEntries(
        Object.entries(formula.readings).map(([name, reading]) => [name, reasonFor(reading, input)]),
      );
      const truth =
        ruling === undefined
          ? nameOf(agreement(Object.values(readings).map(truthOf)))
          : (readings[ruling] as Reason).truth;
      return {
        kind: 'question',
        truth,
        question,
        ...(ruling !== undefined && { ruling }),
        readings,
        ...(citation && { citation }),
      };
    }
    case 'literal':
    case 'commencement':
      return formula;
  }
}

const COMBINE = { all: allOf, any: anyOf, epochs: agreement };
const truthOf = ({ truth }: Reason): Value => truthValue(truth);

/** Reasons made one: all of them hold. Those that say nothing but that nothing limits are left out. */
export function allReasons(reasons: readonly Reason[]): Reason {
  const of = reasons.filter((reason) => reason.kind !== 'literal' || reason.truth !== 'met');
  return of.length === 1 ? (of[0] as Reason) : { kind: 'all', truth: nameOf(allOf(of.map(truthOf))), of };
}

function factReason({ fact, index, operator, expected, citation }: FactFormula, input: Case): Reason {
  const actual = input.values[index];
  const value = applyOperator(operator, actual, expected);
  return {
    kind: 'fact',
    truth: nameOf(value),
    fact,
    operator,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    ...(input.presumed(index) && { presumed: true as const }),
    ...(value === OPEN && expected !== undefined && { missing: input.missing(index) }),
    ...(citation && { citation }),
  };
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
      return reason.by === 'finding'
        ? truthValue(reason.truth)
        : reason.by === 'none'
          ? recheckOpenTerm(reason)
          : recheck(reason.of as Reason);
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
