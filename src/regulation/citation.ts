import { oncePer } from '../diagnostics/once.js';
import { reading } from '../diagnostics/reading.js';
import type { Lang } from '../language.js';
import type { Citation } from '../logic/condition.js';
import { CITATION } from '../messages/citation.js';
import type { Article } from './schema.js';

/** A stretch of an article's text that a citation can name: a paragraph, or an item of one. */
export interface Passage {
  readonly place: string;
  readonly text: string;
  /** Our English of it, where the article has it with it. */
  readonly gloss: string | undefined;
}

/** The passages of an article in their order. An only paragraph is not numbered: 第四条, not 第四条第一款. */
export function passages(article: Article): Passage[] {
  const single = article.paragraphs.length === 1;
  return article.paragraphs.flatMap(({ text, gloss, items = [] }, p) => {
    const paragraph = `${article.article}.${p + 1}`;
    return [
      { place: single ? `${article.article}` : paragraph, text, gloss },
      ...items.map((item, i) => ({ place: `${paragraph}.${i + 1}`, text: item.text, gloss: item.gloss })),
    ];
  });
}

/** The place a provision's id names, as ids are built: art9.p2.i1 stands in 9.2.1. */
export function placeOf(id: string): string | undefined {
  const match = /^art(\d+)(?:\.p(\d+))?(?:\.i(\d+))?/.exec(id);
  return match?.slice(1).filter(Boolean).join('.');
}

/** Those of an article of rules that were checked, which does not change. */
const passagesOf = oncePer(passages);

/**
 * Where a quote stands: in the provision's own passage if it does, else in the first that has it. Many results share
 * it: it is frozen.
 */
export function locate(article: Article, quote: string, home?: string): Citation | undefined {
  const found = passagesOf(article).filter((passage) => passage.text.includes(quote));
  const passage =
    found.find(({ place }) => place === home) ?? found.find(({ place }) => home?.startsWith(`${place}.`)) ?? found[0];
  const { from: edition } = article;
  return passage && Object.freeze({ place: passage.place, quote, ...(edition !== undefined && { edition }) });
}

/** 第九条第二款第（一）项, or Art. 9 ¶2 (1). */
export const formatPlace = (place: string, lang: Lang): string =>
  reading(() => {
    const [article, paragraph, item] = place.split('.').map(Number);
    return CITATION[lang](article as number, paragraph, item);
  });

export const formatCitation = (citation: Citation, lang: Lang): string =>
  reading(() => CITATION.quoted[lang](formatPlace(citation.place, lang), citation.quote, citation.edition));
