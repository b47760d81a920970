import type { IncidentCase } from '../case/incident-case.js';
import type { Trace } from '../chain/chain.js';
import { deepFreeze } from '../diagnostics/plain-data.js';
import type { Citation } from '../logic/condition.js';
import type { Ruleset } from '../policy/create-policy.js';
import type { Law, LocatedAccountability } from '../policy/law.js';
import { locate } from '../regulation/citation.js';
import type { Capacity, Consequence as Rule } from '../regulation/schema.js';
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

/** The steps and capacities a consequence reaches: under every reading that is open, and under some. */
function traceOf(law: Law, { trace, units }: Rule): Trace {
  const choices = <T>(of: { question: string; readings: { [reading: string]: T[] } }) => {
    const ruling = law.ruling(of.question);
    return ruling === undefined ? Object.values(of.readings) : [of.readings[ruling] ?? []];
  };
  const spread = <T>(lists: readonly (readonly T[])[]) => {
    const possible = [...new Set(lists.flat())];
    return { certain: possible.filter((part) => lists.every((list) => list.includes(part))), possible };
  };
  const steps = spread('question' in trace ? choices(trace) : [trace]);
  const capacities = spread(units ? choices(units) : [['managing', 'operating', 'using'] as Capacity[]]);
  // A question is open where its readings reach differently.
  const open = (
    { certain, possible }: { readonly certain: readonly string[]; readonly possible: readonly string[] },
    question: string | undefined,
  ) => (question !== undefined && certain.length < possible.length ? [question] : []);
  return {
    steps,
    capacities,
    questions: [...open(steps, 'question' in trace ? trace.question : undefined), ...open(capacities, units?.question)],
  };
}
