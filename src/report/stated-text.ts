import { reading } from '../diagnostics/reading.js';
import { valueText } from '../explanation/value.js';
import type { Lang } from '../language.js';
import type { FactValue } from '../logic/operators.js';
import { factReader } from '../model/fact-schema.js';
import { ALLEGED, NOT_ALLEGED } from '../model/fact-values.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';

/**
 * A value as an incident states it, in words: an option by its label, a time as people write it, what is known of it in part.
 *
 * @throws ZerenzhiError if what is given is no such fact or regulation
 * @example
 * const { occurredAt } = regulation.facts;
 * const text = occurredAt && statedText({ until: '2024-05-06' }, occurredAt, regulation, 'zh');
 */
export const statedText = (value: unknown, fact: FactDefinition, regulation: Regulation, lang: Lang): string =>
  reading(() => textOf(value, fact, regulation, lang));

function textOf(value: unknown, fact: FactDefinition, regulation: Regulation, lang: Lang): string {
  if (fact.alleged && value === ALLEGED) return fact.alleged.open[lang];
  if (fact.alleged && value === NOT_ALLEGED) return fact.alleged.none[lang];
  return valueText(factReader(regulation, fact)(value) as FactValue, fact, regulation, lang);
}
