import { CITATION } from '../messages/citation.js';
import type { Regulation } from '../regulation/schema.js';

/** The official text put together again from the articles, one line a paragraph or item, with the place of each. */
export function officialLines(regulation: Regulation): { text: string; path: string }[] {
  const preamble = regulation.preamble.map((text, i) => ({ text, path: `preamble[${i}]` }));
  const articles = regulation.articles.flatMap((article, a) =>
    article.paragraphs.flatMap((paragraph, p) => {
      const path = `articles[${a}].paragraphs[${p}]`;
      const heading = p === 0 ? `${CITATION.zh(article.article)} ` : '';
      const items = (paragraph.items ?? []).map((item, i) => ({ text: item.text, path: `${path}.items[${i}]` }));
      return [{ text: `${heading}${paragraph.text}`, path }, ...items];
    }),
  );
  return [...preamble, ...articles];
}
