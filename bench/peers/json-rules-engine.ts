import { Engine, type EngineResult, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { EXPRESSIONS, type Expression, type Peer } from '../conditions.js';

// One engine, its rules added once, given the facts of each run: what its documentation recommends where priorities are
// equal.

const group = (expression: Expression): NestedCondition => {
  if (typeof expression === 'boolean') return { fact: 'always', operator: 'equal', value: expression };
  if ('all' in expression) return { all: expression.all.map(group) };
  if ('any' in expression) return { any: expression.any.map(group) };
  if ('not' in expression) return { not: group(expression.not) };
  return { fact: expression.name, operator: expression.operator, value: expression.value };
};

export const jsonRulesEnginePeer = (): Peer<EngineResult> => {
  const engine = new Engine();
  for (const [id, expression] of EXPRESSIONS)
    engine.addRule({ conditions: { all: [group(expression)] } as TopLevelCondition, event: { type: id } });
  return {
    name: 'json-rules-engine',
    slow: true,
    run: ({ flat }) => engine.run({ ...flat, always: true }),
    met: ({ events }) => events.map(({ type }) => type),
  };
};
