import type { Case, Rule, Verdict } from './compile.js';
import { type Compound, combine, type FactFormula, type Formula, type TermFormula } from './formula.js';
import { applyOperator } from './operators.js';
import { type FactReason, type Reason, type TermReason, truthOf } from './reason.js';
import { nameOf, OPEN } from './truth.js';

/** A rule whose verdict is made: its formula, many times the size, is bound when somebody asks for it or for a reason. */
export function ruleOf(truth: Verdict, formulaOf: () => Formula): Rule {
  let bound: Formula | undefined;
  const formula = (): Formula => {
    bound ??= formulaOf();
    return bound;
  };
  return {
    truth,
    reason: (input) => reasonFor(formula(), input),
    get formula() {
      return formula();
    },
  };
}

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
