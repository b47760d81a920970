import { wanted } from '../../explanation/fact-proof.js';
import type { Lang } from '../../language.js';
import { type Condition, parts, type Scalar } from '../../logic/condition.js';
import { EXPLAIN } from '../../messages/explain.js';
import { MEMO } from '../../messages/memo.js';
import type { FactDefinition, Regulation } from '../../regulation/schema.js';

/** A condition in a few words: the case in which a value counts. */
export function conditionText(condition: Condition | boolean, regulation: Regulation, lang: Lang): string {
  const say = MEMO[lang].condition;
  const inner = (of: Condition | boolean) => conditionText(of, regulation, lang);
  if (typeof condition === 'boolean') return condition ? EXPLAIN[lang].yes : EXPLAIN[lang].no;
  if ('all' in condition) return condition.all.map(inner).join(say.all);
  if ('any' in condition) return condition.any.map(inner).join(EXPLAIN[lang].or);
  if ('not' in condition) return say.not(inner(condition.not));
  if ('term' in condition) return regulation.terms[condition.term]?.label[lang] ?? condition.term;
  if ('fact' in condition && 'value' in condition) {
    const fact = regulation.facts[condition.fact] as FactDefinition;
    return say.fact(
      fact.label[lang],
      wanted(condition.operator, [condition.value].flat() as Scalar[], fact, regulation, lang),
    );
  }
  return 'condition' in condition ? condition.condition : parts(condition).map(inner).join(EXPLAIN[lang].or);
}
