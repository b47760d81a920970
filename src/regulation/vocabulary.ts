import type { Bilingual } from '../language.js';
import type { Vocabulary } from './check-condition.js';
import { passages } from './citation.js';
import type { Article, FactDefinition, Regulation } from './schema.js';

/** What conditions may name in a regulation. */
export function vocabulary(regulation: Regulation, article?: Article, extra: Partial<Vocabulary> = {}): Vocabulary {
  const texts = article && passages(article).map(({ text }) => text);
  return {
    facts: regulation.facts,
    terms: regulation.terms,
    questions: regulation.questions,
    conditions: article?.conditions ?? {},
    optionsOf: (fact) => optionsOf(regulation, fact),
    ...(article &&
      texts && { quotable: { article: article.article, has: (quote) => texts.some((text) => text.includes(quote)) } }),
    ...extra,
  };
}

/** The options of a fact, wherever they are listed. */
export function optionsOf(regulation: Regulation, fact: FactDefinition): readonly string[] {
  if (fact.options === undefined) return [];
  return Object.keys(typeof fact.options === 'string' ? regulation[fact.options] : fact.options);
}

/** What a duty asks for, in words. */
export function actionOf({ articles }: Regulation, duty: string): Bilingual {
  const found = articles.flatMap(({ provisions }) => provisions).find(({ id }) => id === duty);
  return found?.kind === 'duty' ? found.action : { zh: duty, en: duty };
}

/** Who may settle an open point: the bodies, and the other parties. */
export const settlers = (regulation: Regulation): string[] => [
  ...Object.keys(regulation.bodies),
  ...Object.keys(regulation.parties),
];
