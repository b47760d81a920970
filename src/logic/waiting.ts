import { type Formula, operands } from './formula.js';
import { applyOperator } from './operators.js';
import type { Valuation } from './rule.js';
import { UNMET } from './truth.js';

/**
 * Whether nothing that has been done yet could make a formula met. What has not been done yet has not been done in time:
 * nothing is met that waits for it.
 */
export function cannotBeMet(formula: Formula, input: Valuation): boolean {
  const cannot = (part: Formula): boolean => cannotBeMet(part, input);
  switch (formula.kind) {
    case 'fact': {
      const value = input.values[formula.index];
      const waits = typeof value === 'object' && 'pending' in value;
      return waits || applyOperator(formula.operator, value, formula.expected) === UNMET;
    }
    case 'term': {
      const found = input.findings[formula.index];
      return found === undefined ? operands(formula).some(cannot) : !found;
    }
    case 'all':
    case 'condition':
    case 'floor':
      return operands(formula).some(cannot);
    case 'any':
    case 'question':
    case 'epochs':
      return operands(formula).every(cannot);
    case 'literal':
      return formula.truth === 'unmet';
    default:
      return false;
  }
}
