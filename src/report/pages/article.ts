import { glossesOf } from '../../explanation/glosses.js';
import { type LitPassage, litPassages } from '../../explanation/lit-text.js';
import type { Citation } from '../../logic/condition.js';
import type { Reason } from '../../logic/reason.js';
import { formatPlace } from '../../regulation/citation.js';
import type { Article, Regulation } from '../../regulation/schema.js';
import { type Block, heading, type Line, type Page, paragraph } from '../page.js';
import type { PageOptions } from './options.js';

/** What lights an article: a finding, a duty to report or handle, an obligation. */
export interface Lighting {
  readonly citation: Citation;
  readonly reason: Reason;
}

/**
 * An article word for word, lit by what was found on it: each stretch that a condition turns on is marked met, unmet or open, and whether it
 * is so by presumption. In English with our rendering below.
 *
 * @example
 * const html = renderHtml(articlePage(article, [...assessment.findings, ...assessment.responses], { lang: 'en' }));
 */
export function articlePage(
  article: Article,
  found: readonly Lighting[] = [],
  { lang = 'zh' }: Pick<PageOptions, 'lang'> = {},
): Page {
  const glosses = glossesOf(article);
  const blocks = litPassages(article, articleReasons(article, found)).flatMap((passage, i): Block[] => [
    heading(3, formatPlace(passage.place, lang)),
    paragraph(...litLine(passage)),
    ...(lang === 'en' ? [paragraph({ text: glosses[i] ?? '', style: 'dim' })] : []),
  ]);
  return { lang, blocks };
}

/** The words of a passage, marked. */
export const litLine = ({ segments }: LitPassage): Line =>
  segments.map(({ text, truth, presumed }) =>
    truth ? { text, truth, lit: true, presumed, lang: 'zh' } : { text, lang: 'zh' },
  );

/** The words at a place, marked by some reasons. */
export function litAt(place: string, reasons: readonly Reason[], { articles }: Regulation): Line {
  const article = articles.find(({ article }) => article === Number(place.split('.')[0]));
  const passage = article && litPassages(article, reasons).find((each) => each.place === place);
  return passage ? litLine(passage) : [];
}

/** The reasons of what stands in an article. */
export const articleReasons = ({ article }: Article, found: readonly Lighting[]): Reason[] =>
  found.flatMap(({ citation, reason }) => (citation.place.split('.')[0] === String(article) ? [reason] : []));
