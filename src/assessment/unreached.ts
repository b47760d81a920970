import { nodesIn } from '../logic/formula.js';
import type { Reason } from '../logic/reason.js';
import type { Ruleset } from '../policy/create-policy.js';
import type { Law } from '../policy/law.js';

/**
 * The questions and terms that a reason turns on, of which the policy has a ruling or a value that does not hold at the
 * time of the case: nothing applies in silence, and nothing is kept silent.
 */
export function unreachedIn({
  policy: { rulings, terms },
}: Ruleset): (laws: readonly Law[], reason: Reason) => { readonly unreached?: readonly string[] } {
  const given = [...Object.entries(rulings), ...Object.entries(terms)].flatMap(([name, { length }]) =>
    length > 0 ? [name] : [],
  );
  if (given.length === 0) return () => ({});
  return (laws, reason) => {
    const lacking = new Set(laws.flatMap((law) => law.lacking(given)));
    if (lacking.size === 0) return {};
    const names = [...nodesIn(reason)].flatMap((node) =>
      node.kind === 'question' ? [node.question] : node.kind === 'term' && node.by !== 'finding' ? [node.term] : [],
    );
    const unreached = [...new Set(names)].filter((name) => lacking.has(name));
    return unreached.length > 0 ? { unreached } : {};
  };
}
