import { combine, type FactFormula, type Formula, operands, type QuestionNode, type TermFormula } from './formula.js';
import { applyOperator } from './operators.js';
import { type FactReason, type QuestionReason, type Reason, type TermReason, truthOf } from './reason.js';
import type { Rule, Valuation, Verdict } from './rule.js';
import { nameOf, OPEN, type Truth } from './truth.js';

/**
 * A rule whose verdict is made when first asked for: its formula, many times the size, is bound for good only when
 * somebody asks for it or for a reason.
 */
export function ruleOf(verdictOf: () => Verdict, formulaOf: () => Formula): Rule {
  let verdict: Verdict | undefined;
  let rules: Formula | undefined;
  const formula = (): Formula => {
    rules ??= formulaOf();
    return rules;
  };
  return {
    truth: (input) => {
      verdict ??= verdictOf();
      return verdict(input);
    },
    reason: (input) => reasonFor(formula(), input),
    get formula() {
      return formula();
    },
  };
}

/** The reason of a formula on a case: its own tree, with the truth of every node worked out from those below. */
export function reasonFor(formula: Formula, input: Valuation): Reason {
  switch (formula.kind) {
    case 'all':
    case 'any': {
      const of = reasonsFor(formula.of, input);
      return { kind: formula.kind, truth: combined(formula, of), of };
    }
    case 'epochs': {
      const { kind, time, missing } = formula;
      const of = reasonsFor(formula.of, input);
      return { kind, truth: combined(formula, of), time, missing, of };
    }
    case 'not': {
      const of = reasonFor(formula.of, input);
      return { kind: 'not', truth: combined(formula, [of]), of };
    }
    case 'floor': {
      const of = reasonFor(formula.of, input);
      return { kind: 'floor', truth: combined(formula, [of]), of };
    }
    case 'condition': {
      const of = reasonFor(formula.of, input);
      return { kind: 'condition', truth: combined(formula, [of]), name: formula.name, of };
    }
    case 'question':
      return questionReason(formula, input);
    case 'term':
      return termReason(formula, input);
    case 'fact':
      return factReason(formula, input);
    case 'literal':
    case 'commencement':
    case 'absent':
      return formula;
  }
}

const reasonsFor = (formulas: readonly Formula[], input: Valuation): Reason[] =>
  formulas.map((formula) => reasonFor(formula, input));

/** The truth of a node whose operands came out in this way. */
const combined = (node: Parameters<typeof combine>[0], operands: readonly Reason[]): Truth =>
  nameOf(combine(node, operands.map(truthOf)));

function questionReason(node: QuestionNode<Formula>, input: Valuation): QuestionReason {
  const { kind, question, ruling, citation } = node;
  const readings = Object.fromEntries(
    Object.entries(node.readings).map(([name, reading]) => [name, reasonFor(reading, input)]),
  );
  const reason = { kind, question, ...(ruling !== undefined && { ruling }), readings, ...(citation && { citation }) };
  return { truth: combined(reason, operands(reason)), ...reason };
}

function termReason(formula: TermFormula, input: Valuation): TermReason {
  const { kind, term, index, measured, settles, of, citation } = formula;
  const found = input.findings[index];
  const cited = citation && { citation };
  if (found !== undefined) return { kind, truth: found ? 'met' : 'unmet', term, by: 'finding', ...cited };
  const reason = of && reasonFor(of, input);
  const truth = reason?.truth ?? 'undetermined';
  return {
    kind,
    truth,
    term,
    by: measured && (settles === undefined || truth !== 'undetermined') ? 'threshold' : 'none',
    ...(reason && { of: reason }),
    ...cited,
  };
}

function factReason({ kind, fact, index, operator, expected, citation }: FactFormula, input: Valuation): FactReason {
  const actual = input.values[index];
  const value = applyOperator(operator, actual, expected);
  const follows = input.follows(index);
  return {
    kind,
    truth: nameOf(value),
    fact,
    operator,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    ...(input.presumed(index) && { presumed: true as const }),
    ...(follows.length > 0 && { follows: [...follows] }),
    ...(value === OPEN && expected !== undefined && { missing: input.missing(index) }),
    ...(citation && { citation }),
  };
}
