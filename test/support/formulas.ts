import type { Operator, Scalar } from '../../src/logic/condition.js';
import type { FactFormula, Formula, TermFormula } from '../../src/logic/formula.js';
import type { FactValue } from '../../src/logic/operators.js';
import type { Valuation } from '../../src/logic/rule.js';

// Formulas over facts and terms that are called by their numbers: `fact 0`, `term 1`.

export const fact = (
  index: number,
  operator: Operator = 'equal',
  expected: Scalar | readonly Scalar[] | undefined = true,
): FactFormula => ({ kind: 'fact', fact: `fact ${index}`, index, operator, expected }) as FactFormula;

export const term = (index: number, of?: Formula, measured = false): TermFormula => ({
  kind: 'term',
  term: `term ${index}`,
  index,
  measured,
  ...(of && { of }),
});

export const all = (...of: Formula[]): Formula => ({ kind: 'all', of });
export const any = (...of: Formula[]): Formula => ({ kind: 'any', of });
export const none = (of: Formula): Formula => ({ kind: 'not', of });
export const named = (name: string, of: Formula): Formula => ({ kind: 'condition', name, of });
export const epochs = (...of: Formula[]): Formula => ({
  kind: 'epochs',
  time: 'occurredAt',
  missing: ['occurredAt'],
  of,
});
export const question = (readings: { [reading: string]: Formula }, ruling?: string): Formula => ({
  kind: 'question',
  question: 'which',
  ...(ruling !== undefined && { ruling }),
  readings,
});
export const MET_ANYWAY: Formula = { kind: 'literal', truth: 'met' };
export const NEVER_MET: Formula = { kind: 'literal', truth: 'unmet' };
export const commencement = (truth: 'met' | 'unmet' | 'undetermined'): Formula => ({
  kind: 'commencement',
  truth,
  citation: { place: '15.1.0', quote: '自发布之日起施行' },
});

/** A case by the numbers of its facts and terms; what is absent waits for `input <number>`. */
export const caseWith = (
  values: readonly FactValue[],
  findings: readonly (boolean | undefined)[] = [],
  presumed: readonly number[] = [],
): Valuation => ({
  values,
  findings,
  presumed: (index) => presumed.includes(index),
  follows: () => [],
  missing: (index) => [`input ${index}`],
});
