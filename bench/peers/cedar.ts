import {
  type AuthorizationAnswer,
  type CedarValueJson,
  preparsePolicySet,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';
import { EXPRESSIONS, type Expression, type Peer } from '../conditions.js';

// One policy a provision, parsed beforehand; the answer names every policy that is satisfied.

const cedar = (expression: Expression): string => {
  if (typeof expression === 'boolean') return String(expression);
  if ('all' in expression) return `(${expression.all.map(cedar).join(' && ')})`;
  if ('any' in expression) return `(${expression.any.map(cedar).join(' || ')})`;
  if ('not' in expression) return `!(${cedar(expression.not)})`;
  const { name, operator, value } = expression;
  if (operator === 'contains') return `context.${name}.contains(${JSON.stringify(value)})`;
  if (operator === 'in') return `${JSON.stringify(value)}.contains(context.${name})`;
  return `context.${name} ${operator === 'notEqual' ? '!=' : '=='} ${JSON.stringify(value)}`;
};

export const cedarPeer = (): Peer<AuthorizationAnswer> => {
  const staticPolicies = Object.fromEntries(
    [...EXPRESSIONS].map(([id, expression]) => [
      id,
      `permit(principal, action, resource) when { ${cedar(expression)} };`,
    ]),
  );
  const parsed = preparsePolicySet('art9', { staticPolicies });
  if (parsed.type === 'failure') throw new Error(JSON.stringify(parsed.errors));
  const entity = (type: string) => ({ type, id: 'x' });
  return {
    name: 'Cedar (wasm)',
    slow: true,
    run: ({ flat }) =>
      statefulIsAuthorized({
        principal: entity('Unit'),
        action: entity('Action'),
        resource: entity('Incident'),
        context: flat as Record<string, CedarValueJson>,
        preparsedPolicySetId: 'art9',
        entities: [],
      }),
    met: (answer) => (answer.type === 'success' ? answer.response.diagnostics.reason : []),
  };
};
