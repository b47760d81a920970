import { type Formula, operands } from './formula.js';
import { applyOperator, type FactValue } from './operators.js';
import { type Reason, reasonFor } from './reason.js';
import { MET, not, OPEN, truthValue, UNMET, type Value } from './truth.js';

/** What a formula is evaluated on: values by fact index, a person's findings by term index, and what was presumed. */
export interface Case {
  readonly values: readonly FactValue[];
  readonly findings: readonly (boolean | undefined)[];
  presumed(fact: number): boolean;
  /** Inputs whose absence leaves a fact open. */
  missing(fact: number): readonly string[];
}

export type Verdict = (input: Case) => Value;

/** A formula made ready to run: its verdict costs nothing but the verdict; its reason is worked out when asked for. */
export interface Rule {
  readonly formula: Formula;
  readonly truth: Verdict;
  reason(input: Case): Reason;
}

export const compile = (formula: Formula): Rule => ({
  formula,
  truth: verdictOf(formula),
  reason: (input) => reasonFor(formula, input),
});

/** The verdict of a formula as nested closures: no code is made from strings. */
function verdictOf(formula: Formula): Verdict {
  const inner = operands(formula).map((part) => verdictOf(part));
  switch (formula.kind) {
    case 'all':
      return every(inner);
    case 'any':
      return some(inner);
    case 'not': {
      const of = inner[0] as Verdict;
      return (input) => not(of(input));
    }
    case 'condition':
      return inner[0] as Verdict;
    case 'fact':
      return factVerdict(formula);
    case 'term':
      return termVerdict(formula.index, inner[0]);
    case 'question':
    case 'epochs':
      return inner.length === 1 ? (inner[0] as Verdict) : agreed(inner);
    case 'literal':
    case 'commencement': {
      const value = truthValue(formula.truth);
      return () => value;
    }
  }
}

// Two parts at a time: calls to known closures are cheaper than walking a list.
function every(parts: readonly Verdict[]): Verdict {
  return parts.reduceRight((rest, part) => (input) => {
    const value = part(input);
    return value === UNMET ? UNMET : ((value & rest(input)) as Value);
  });
}

function some(parts: readonly Verdict[]): Verdict {
  return parts.reduceRight((rest, part) => (input) => {
    const value = part(input);
    return value === MET ? MET : ((value | rest(input)) as Value);
  });
}

function agreed(parts: readonly Verdict[]): Verdict {
  return (input) => {
    const first = (parts[0] as Verdict)(input);
    if (first === OPEN) return OPEN;
    for (let i = 1; i < parts.length; i++) if ((parts[i] as Verdict)(input) !== first) return OPEN;
    return first;
  };
}

function termVerdict(index: number, of: Verdict | undefined): Verdict {
  return (input) => {
    const found = input.findings[index];
    if (found !== undefined) return found ? MET : UNMET;
    return of ? of(input) : OPEN;
  };
}

function factVerdict({ index, operator, expected }: Extract<Formula, { kind: 'fact' }>): Verdict {
  if (expected === undefined) return () => OPEN;
  if (operator === 'equal')
    return (input) => {
      const value = input.values[index];
      return value === expected ? MET : value === undefined ? OPEN : typeof value === 'object' ? applyOperator(operator, value, expected) : UNMET;
    };
  if (operator === 'contains')
    return (input) => {
      const value = input.values[index];
      if (value === undefined) return OPEN;
      return Array.isArray(value) ? (value.includes(expected) ? MET : UNMET) : applyOperator(operator, value, expected);
    };
  return (input) => applyOperator(operator, input.values[index], expected);
}
