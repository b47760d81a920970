import type { Regulation } from './schema.js';

/**
 * What the functions read of a regulation: all but our English of its articles, and the ledger with the words that
 * only join. */
export const inShort = ({ connectives, ...regulation }: Regulation): Regulation => ({
  ...regulation,
  articles: regulation.articles.map(({ ledger, paragraphs, ...article }) => ({
    ...article,
    paragraphs: paragraphs.map(({ gloss, items, ...paragraph }) => ({
      ...paragraph,
      ...(items && { items: items.map(({ gloss, ...item }) => item) }),
    })),
  })),
});
