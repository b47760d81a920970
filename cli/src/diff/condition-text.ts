import type { Condition, Regulation } from 'zerenzhi';
import { DIFF } from '../messages/diff.js';
import type { Lang } from '../messages.js';
import { valueText } from './value-text.js';

/** A condition in words that keep its form, so that two can be held against each other. */
export function conditionText(condition: Condition | boolean, regulation: Regulation, lang: Lang): string {
  const say = DIFF[lang].condition;
  const inner = (part: Condition | boolean) => conditionText(part, regulation, lang);
  if (typeof condition === 'boolean') return DIFF[lang][condition ? 'yes' : 'no'];
  if ('all' in condition) return say.group(say.all, condition.all.map(inner));
  if ('any' in condition) return say.group(say.any, condition.any.map(inner));
  if ('not' in condition) return say.group(say.not, [inner(condition.not)]);
  if ('condition' in condition) return condition.condition;
  if ('term' in condition) return DIFF[lang].quoted(regulation.terms[condition.term]?.label[lang] ?? condition.term);
  if ('question' in condition) {
    const { words, readings } = regulation.questions[condition.question] ?? {};
    return say.group(
      say.reading(words ?? condition.question),
      Object.entries(condition.readings).map(
        ([reading, part]) => `${readings?.[reading]?.[lang] ?? reading}${DIFF[lang].colon}${inner(part)}`,
      ),
    );
  }
  const label = regulation.facts[condition.fact]?.label[lang] ?? condition.fact;
  const value =
    'threshold' in condition ? condition.threshold : valueText(condition.value, condition.fact, regulation, lang);
  return [label, say.operators[condition.operator], value].join(lang === 'en' ? ' ' : '');
}
