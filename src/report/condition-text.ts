import { wanted } from '../explanation/fact-proof.js';
import type { Lang } from '../language.js';
import type { Condition, Scalar } from '../logic/condition.js';
import { CONDITION } from '../messages/conditions.js';
import { EXPLAIN } from '../messages/explain.js';
import { REPORT } from '../messages/report.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';

/** A condition in words that keep its form, so that two can be held against each other. */
export function conditionText(condition: Condition | boolean, regulation: Regulation, lang: Lang): string {
  const say = CONDITION[lang];
  const { quoted, wanted: held, yes, no } = EXPLAIN[lang];
  const inner = (part: Condition | boolean) => conditionText(part, regulation, lang);
  if (typeof condition === 'boolean') return condition ? yes : no;
  if ('all' in condition) return say.group(say.all, condition.all.map(inner));
  if ('any' in condition) return say.group(say.any, condition.any.map(inner));
  if ('not' in condition) return say.group(say.not, [inner(condition.not)]);
  if ('condition' in condition) return condition.condition;
  if ('term' in condition) return quoted(regulation.terms[condition.term]?.label[lang] ?? condition.term);
  if ('question' in condition) {
    const { words, readings } = regulation.questions[condition.question] ?? {};
    const read = Object.entries(condition.readings).map(([reading, part]) =>
      REPORT[lang].labelled(readings?.[reading]?.[lang] ?? reading, inner(part)),
    );
    return say.group(say.reading(words ?? condition.question), read);
  }
  const fact = regulation.facts[condition.fact] as FactDefinition;
  // A limit that a value gives is told by its name.
  const limit =
    'threshold' in condition
      ? held[condition.operator](quoted(condition.threshold))
      : wanted(condition.operator, [condition.value].flat() as Scalar[], fact, regulation, lang);
  return say.fact(fact.label[lang], limit);
}
