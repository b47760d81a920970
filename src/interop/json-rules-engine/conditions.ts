import type { NestedCondition } from 'json-rules-engine';
import type { Operator, Scalar } from '../../logic/condition.js';
import { demandOf, type FactFormula, type Formula } from '../../logic/formula.js';
import { OPPOSITE } from '../../logic/opposite.js';
import type { FactDefinition, Regulation } from '../../regulation/schema.js';
import { optionsOf } from '../../regulation/vocabulary.js';

/** The names of the flat facts that the rules read; a colon stands in no name of a rule file. */
export const FLAT = {
  /**
   * The states of the law that may apply at a time; those in which what is certain has to be so, and those where it is
   * enough.
   */
  epochs: (time: string) => `law:${time}`,
  needed: (time: string) => `law:${time}:needed`,
  enough: (time: string) => `law:${time}:enough`,
  finding: (term: string) => `finding:${term}`,
  least: (fact: string) => `${fact}:least`,
  most: (fact: string) => `${fact}:most`,
  lacks: (fact: string) => `${fact}:lacks`,
  epoch: (from: string | undefined) => from ?? 'earliest',
};

export type Part = NestedCondition | boolean;
export interface Context {
  readonly regulation: Regulation;
  readonly epochs: readonly string[];
}

/**
 * Whether a formula certainly has a truth, as a condition of positive tests only: on that engine a test of an absent
 * fact succeeds under `notEqual`, `notIn` and `not`. What may still be is what is not certainly otherwise.
 */
export function certainly(formula: Formula, truth: boolean, context: Context): Part {
  switch (formula.kind) {
    case 'term': {
      const found = (value: boolean) => test(FLAT.finding(formula.term), 'equal', value);
      return some([
        found(truth),
        formula.of ? every([negated(found(!truth)), certainly(formula.of, truth, context)]) : false,
      ]);
    }
    case 'literal':
    case 'commencement':
    case 'absent':
      return formula.truth === (truth ? 'met' : 'unmet');
    case 'fact':
      return leaf(formula, truth, context.regulation);
    default: {
      const demand = demandOf(formula, truth ? 'met' : 'unmet');
      const parts = demand.parts.map((part) => certainly(part, demand.wanted === 'met', context));
      // A state of the law that does not apply need not agree.
      if (formula.kind === 'epochs') {
        const counts = (name: string, i: number) => test(name, 'contains', context.epochs[i] as string);
        const lasted = formula.anyWhileItLasted === true && truth;
        const name = lasted ? FLAT.needed(formula.time) : FLAT.epochs(formula.time);
        const each = every(parts.map((part, i) => some([negated(counts(name, i)), part])));
        return lasted
          ? some([each, ...parts.map((part, i) => every([counts(FLAT.enough(formula.time), i), part]))])
          : each;
      }
      return demand.each ? every(parts) : some(parts);
    }
  }
}

function leaf({ fact, operator, expected }: FactFormula, truth: boolean, regulation: Regulation): Part {
  if (expected === undefined) return false;
  const definition = regulation.facts[fact] as FactDefinition;
  const wanted = truth ? operator : OPPOSITE[operator];
  const values = [expected].flat() as readonly Scalar[];
  const isNumber = definition.type === 'number';
  switch (wanted) {
    case 'contains':
      return test(fact, 'contains', expected);
    case 'doesNotContain':
      return test(FLAT.lacks(fact), 'contains', expected);
    case 'equal':
    case 'in':
      return isNumber
        ? some(values.map((value) => every([least('>=', value), most('<=', value)])))
        : oneOf(fact, values);
    case 'notEqual':
    case 'notIn':
      if (!isNumber) return oneOf(fact, others(regulation, definition, values));
      return every(values.map((value) => some([least('>', value), most('<', value)])));
    default:
      return test(wanted.startsWith('less') ? FLAT.most(fact) : FLAT.least(fact), wanted, expected);
  }

  function least(sign: '>' | '>=', value: Scalar): Part {
    return test(FLAT.least(fact), sign === '>' ? 'greaterThan' : 'greaterThanInclusive', value);
  }
  function most(sign: '<' | '<=', value: Scalar): Part {
    return test(FLAT.most(fact), sign === '<' ? 'lessThan' : 'lessThanInclusive', value);
  }
}

/** A closed choice turns "not this one" into "one of the others", which an absent fact does not satisfy. */
function others(regulation: Regulation, definition: FactDefinition, values: readonly Scalar[]): readonly Scalar[] {
  const choices: readonly Scalar[] = definition.type === 'boolean' ? [true, false] : optionsOf(regulation, definition);
  return choices.filter((choice) => !values.includes(choice));
}

const oneOf = (fact: string, values: readonly Scalar[]): Part => {
  if (values.length === 0) return false;
  return values.length === 1 ? test(fact, 'equal', values[0] as Scalar) : test(fact, 'in', values);
};

export const test = (fact: string, operator: Operator, value: Scalar | readonly Scalar[]): NestedCondition => ({
  fact,
  operator,
  value,
});

// Groups without what decides nothing; that engine lets an empty group fire.
function every(parts: readonly Part[]): Part {
  const limiting = parts.filter((part) => part !== true);
  if (limiting.includes(false)) return false;
  return limiting.length > 1 ? { all: limiting as NestedCondition[] } : (limiting[0] ?? true);
}

function some(parts: readonly Part[]): Part {
  const opening = parts.filter((part) => part !== false);
  if (opening.includes(true)) return true;
  return opening.length > 1 ? { any: opening as NestedCondition[] } : (opening[0] ?? false);
}

export function negated(part: Part): Part {
  if (typeof part === 'boolean') return !part;
  return 'not' in part ? part.not : { not: part };
}
