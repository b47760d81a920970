import { CITATION } from '../messages/citation.js';
import { articlesOn } from '../regulation/editions.js';
import type { Regulation } from '../regulation/schema.js';

/**
 * The official text of an edition put together again from its articles, one line a paragraph or item, with the place of
 * each; of the regulation as issued where no edition is named.
 */
export function officialLines(
  regulation: Regulation,
  edition?: NonNullable<Regulation['editions']>[number],
): { text: string; path: string }[] {
  const base = edition?.preamble ? `editions[${regulation.editions?.indexOf(edition)}].` : '';
  const preamble = (edition?.preamble ?? regulation.preamble).map((text, i) => ({
    text,
    path: `${base}preamble[${i}]`,
  }));
  const articles = articlesOn(regulation, edition?.from ?? '').flatMap((article) =>
    article.paragraphs.flatMap((paragraph, p) => {
      const path = `articles[${regulation.articles.indexOf(article)}].paragraphs[${p}]`;
      const heading = p === 0 ? `${CITATION.zh(article.article)} ` : '';
      const items = (paragraph.items ?? []).map((item, i) => ({ text: item.text, path: `${path}.items[${i}]` }));
      return [{ text: `${heading}${paragraph.text}`, path }, ...items];
    }),
  );
  return [...preamble, ...articles];
}
