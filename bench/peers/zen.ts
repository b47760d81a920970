import { ZenEngine, type ZenEngineResponse } from '@gorules/zen-engine';
import { EXPRESSIONS, type Expression, type Peer, PROVISIONS } from '../conditions.js';

// One expression node with all the provisions, in a decision made once.

const zen = (expression: Expression): string => {
  if (typeof expression === 'boolean') return String(expression);
  if ('all' in expression) return `(${expression.all.map(zen).join(' and ')})`;
  if ('any' in expression) return `(${expression.any.map(zen).join(' or ')})`;
  if ('not' in expression) return `not (${zen(expression.not)})`;
  const { name, operator, value } = expression;
  const literal = (one: unknown) => (typeof one === 'string' ? `'${one}'` : String(one));
  if (operator === 'contains') return `(${literal(value)} in ${name})`;
  if (operator === 'in') return `(${name} in [${[value].flat().map(literal).join(', ')}])`;
  return `${name} ${operator === 'notEqual' ? '!=' : '=='} ${literal(value)}`;
};

export const zenPeer = (): Peer<ZenEngineResponse> => {
  const expressions = [...EXPRESSIONS.values()].map((expression, i) => ({
    id: `x${i}`,
    key: `p${i}`,
    value: zen(expression),
  }));
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      { id: 'rules', type: 'expressionNode', name: 'rules', position: { x: 1, y: 0 }, content: { expressions } },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  });
  return {
    name: 'GoRules Zen',
    slow: true,
    run: ({ flat }) => decision.evaluate(flat),
    met: ({ result }) => PROVISIONS.filter((_, i) => (result as Record<string, boolean>)[`p${i}`]),
  };
};
