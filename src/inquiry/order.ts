import { orderOf } from '../case/open-points.js';
import { nodesIn } from '../logic/formula.js';
import { type Hypothesis, reasonsOf } from './hypothesis.js';

/**
 * Inputs in the order in which a person tells of them: facts as the rule files have them, and a finding on a vague word
 * after the facts of the first provision with that word, which it judges.
 */
export function asTold(of: Hypothesis, provisions: readonly string[]) {
  const { regulation } = of.rules;
  const order = orderOf(regulation);
  const rank = (id: string): number => order.get(id) ?? order.size;
  const after = new Map<string, number>();
  for (const reason of reasonsOf(of.now, provisions)) {
    const nodes = [...nodesIn(reason)];
    const facts = nodes.flatMap((node) =>
      node.kind === 'fact' && regulation.facts[node.fact]?.of === 'incident' ? [rank(node.fact)] : [],
    );
    for (const node of nodes)
      if (node.kind === 'term' && facts.length > 0 && !after.has(node.term)) after.set(node.term, Math.max(...facts));
  }
  const place = (id: string): number => after.get(id) ?? rank(id);
  return (a: { readonly id: string }, b: { readonly id: string }): number =>
    place(a.id) - place(b.id) || rank(a.id) - rank(b.id);
}
