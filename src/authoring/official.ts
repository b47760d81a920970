import { CITATION } from '../messages/citation.js';
import { passages } from '../regulation/citation.js';
import { articlesOn } from '../regulation/editions.js';
import type { Regulation } from '../regulation/schema.js';

/** A line of a text: a paragraph or item with its place, or one of those before the first article. */
export interface OfficialLine {
  readonly text: string;
  readonly place?: string;
}

/**
 * The official text of an edition put together again from its articles, one line a paragraph or item; of the regulation
 * as issued where no edition is named.
 */
export function officialLines(
  regulation: Regulation,
  edition?: NonNullable<Regulation['editions']>[number],
): OfficialLine[] {
  const articles = articlesOn(regulation, edition?.from ?? '').flatMap((article) =>
    passages(article).map(({ place, text }, i) => ({
      text: i === 0 ? `${CITATION.zh(article.article)} ${text}` : text,
      place,
    })),
  );
  return [...(edition?.preamble ?? regulation.preamble).map((text) => ({ text })), ...articles];
}
