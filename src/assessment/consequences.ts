import type { IncidentCase } from '../case/incident-case.js';
import type { Trace } from '../chain/chain.js';
import { deepFreeze } from '../diagnostics/plain-data.js';
import type { Citation } from '../logic/condition.js';
import type { Ruleset } from '../policy/create-policy.js';
import type { Law } from '../policy/law.js';
import type { LocatedAccountability } from '../policy/standing.js';
import { locate } from '../regulation/citation.js';
import type { Consequence as Rule } from '../regulation/schema.js';
import type { Consequence } from './assessment.js';

/** The id of what a provision entails: consequences are named within an article. */
export const consequenceId = ({ article, provision }: LocatedAccountability): string =>
  `${article.article}.${provision.then}`;

type Consequences = { readonly [id: string]: Consequence };

const known = new WeakMap<Law, Consequences>();

/**
 * What the provisions entail. Whom it reaches depends on the law alone, not on the case: results share it, and it is
 * frozen.
 */
export function consequencesOf({ rules, law }: Pick<IncidentCase, 'rules' | 'law'>): Consequences {
  const made =
    known.get(law) ??
    deepFreeze(
      Object.fromEntries(law.accountabilities.map((entry) => [consequenceId(entry), consequence(rules, law, entry)])),
    );
  known.set(law, made);
  return made;
}

function consequence(rules: Ruleset, law: Law, { article, provision }: LocatedAccountability): Consequence {
  const rule = article.consequences?.[provision.then] as Rule;
  const by = rule.by === undefined ? undefined : rules.regulation.bodies[rule.by]?.label;
  const citation = locate(article, rule.quote) as Citation;
  return { label: rule.label, citation, ...(by && { by }), trace: traceOf(law, rule) };
}

/** The steps a consequence reaches: under every reading that is open, and under some. */
function traceOf(law: Law, { trace }: Rule): Trace {
  const ruling = 'question' in trace ? law.ruling(trace.question) : undefined;
  const lists = !('question' in trace)
    ? [trace]
    : ruling === undefined
      ? Object.values(trace.readings)
      : [trace.readings[ruling] ?? []];
  const possible = [...new Set(lists.flat())];
  const certain = possible.filter((step) => lists.every((list) => list.includes(step)));
  // A question is open where its readings reach differently.
  return {
    certain,
    possible,
    questions: 'question' in trace && certain.length < possible.length ? [trace.question] : [],
  };
}
