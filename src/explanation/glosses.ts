import { glosses as shipped } from '../../rules/generated/glosses.js';
import { passages } from '../regulation/citation.js';
import type { Article } from '../regulation/schema.js';

/**
 * The English of an article's passages in their order: its own, or, as the shipped articles leave it out, what is kept
 * of theirs.
 */
export const glossesOf = (article: Article): string[] =>
  passages(article).map(({ place, gloss }) => gloss ?? shipped[place] ?? '');
