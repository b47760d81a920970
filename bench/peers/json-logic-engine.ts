import { LogicEngine } from 'json-logic-engine';
import { bits, EXPRESSIONS, type Expression, type Flat, type Peer } from '../conditions.js';

// Each rule built into a function, which is that library's fast way.

export const logic = (expression: Expression): unknown => {
  if (typeof expression === 'boolean') return expression;
  if ('all' in expression) return { and: expression.all.map(logic) };
  if ('any' in expression) return { or: expression.any.map(logic) };
  if ('not' in expression) return { '!': [logic(expression.not)] };
  const { name, operator, value } = expression;
  if (operator === 'contains') return { in: [value, { var: name }] };
  if (operator === 'in') return { or: [value].flat().map((one) => ({ '===': [{ var: name }, one] })) };
  return { [operator === 'notEqual' ? '!==' : '===']: [{ var: name }, value] };
};

export const jsonLogicEnginePeer = (): Peer<number> => {
  const engine = new LogicEngine();
  const functions = [...EXPRESSIONS.values()].map(
    (expression) => engine.build(logic(expression)) as (data: Flat) => boolean,
  );
  return {
    name: 'json-logic-engine, compiled',
    run: ({ flat }) => {
      let met = 0;
      for (let i = 0; i < functions.length; i++) if (functions[i]?.(flat)) met |= 1 << i;
      return met;
    },
    met: bits,
  };
};
