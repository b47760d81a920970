import Engine from 'publicodes';
import { EXPRESSIONS, type Expression, type Flat, type Peer, PROVISIONS } from '../conditions.js';

// A rule for every fact and every provision; an option of a set is a fact of its own. Each case is a new situation of
// one engine.

const word = (name: string) => name.replaceAll(/[_-]/g, ' ');
const option = (name: string, value: unknown) => word(`${name} has ${String(value)}`);

const publicodes = (expression: Expression): unknown => {
  if (typeof expression === 'boolean') return expression ? 'oui' : 'non';
  if ('all' in expression) return { 'toutes ces conditions': expression.all.map(publicodes) };
  if ('any' in expression) return { 'une de ces conditions': expression.any.map(publicodes) };
  if ('not' in expression) return { '=': [publicodes(expression.not), 'non'] };
  const { name, operator, value } = expression;
  if (operator === 'contains') return `${option(name, value)} = oui`;
  if (operator === 'in')
    return { 'une de ces conditions': [value].flat().map((one) => `${word(name)} = '${String(one)}'`) };
  const wanted = typeof value === 'boolean' ? (value ? 'oui' : 'non') : `'${String(value)}'`;
  return `${word(name)} ${operator === 'notEqual' ? '!=' : '='} ${wanted}`;
};

export const publicodesPeer = (cases: readonly Flat[]): Peer<boolean[]> => {
  const options = new Map<string, Set<string>>();
  for (const flat of cases)
    for (const [name, value] of Object.entries(flat))
      if (Array.isArray(value)) options.set(name, new Set([...(options.get(name) ?? []), ...(value as string[])]));
  const asked = (expression: Expression): string[] => {
    if (typeof expression === 'boolean') return [];
    if ('all' in expression) return expression.all.flatMap(asked);
    if ('any' in expression) return expression.any.flatMap(asked);
    if ('not' in expression) return asked(expression.not);
    return [expression.operator === 'contains' ? option(expression.name, expression.value) : word(expression.name)];
  };
  const facts = [...new Set([...EXPRESSIONS.values()].flatMap(asked))];
  const rules = Object.fromEntries([
    ...facts.map((name) => [name, null]),
    ...[...EXPRESSIONS.values()].map((expression, i) => [`provision ${i}`, { valeur: publicodes(expression) }]),
  ]) as Record<string, unknown>;
  const engine = new Engine(rules as never, { logger: { log: () => {}, warn: () => {}, error: () => {} } } as never);
  const situation = (flat: Flat): Record<string, string> =>
    Object.fromEntries(
      Object.entries(flat).flatMap(([name, value]) => {
        if (Array.isArray(value))
          return facts
            .filter((fact) => fact.startsWith(`${word(name)} has `))
            .map((fact) => [fact, value.some((one) => option(name, one) === fact) ? 'oui' : 'non']);
        if (!facts.includes(word(name))) return [];
        return [[word(name), typeof value === 'boolean' ? (value ? 'oui' : 'non') : `'${String(value)}'`]];
      }),
    );
  return {
    name: 'publicodes',
    slow: true,
    run: ({ flat }) => {
      engine.setSituation(situation(flat) as never);
      return PROVISIONS.map((_, i) => engine.evaluate(`provision ${i}`).nodeValue === true);
    },
    met: (answers) => PROVISIONS.filter((_, i) => answers[i]),
  };
};
