import type { Diagnostic } from '../diagnostics/diagnostics.js';
import { placeOf } from '../regulation/citation.js';

/**
 * A fault in a file at its place as an author names it: `art9.p2.i1.when`, not `provisions[3].when`; with the article,
 * paragraph and item where it has one.
 */
export function named(fault: Diagnostic, file: unknown): Diagnostic {
  const { article, paragraphs, provisions } = (file ?? {}) as Partial<Article>;
  const [whole, j = ''] = /^provisions\[(\d+)\]/.exec(fault.path) ?? [];
  const id = Array.isArray(provisions)
    ? (provisions[Number(j)] as { readonly id?: unknown } | undefined)?.id
    : undefined;
  if (whole !== undefined && typeof id === 'string') {
    const place = placeOf(id);
    // An id may name another article than the file has, which is told as a fault of its own.
    const isHere = place?.split('.')[0] === String(article);
    return {
      ...fault,
      path: `${id}${fault.path.slice(whole.length)}`,
      ...(place !== undefined && isHere && { place }),
    };
  }
  if (!Number.isInteger(article)) return fault;
  const [, p, i] = /^paragraphs\[(\d+)\](?:\.items\[(\d+)\])?/.exec(fault.path) ?? [];
  // An only paragraph is not numbered.
  const single = i === undefined && Array.isArray(paragraphs) && paragraphs.length === 1;
  const numbers = [
    article,
    ...(single || p === undefined ? [] : [p, i]).filter((n) => n !== undefined).map((n) => Number(n) + 1),
  ];
  return { ...fault, place: numbers.join('.') };
}

interface Article {
  readonly article: unknown;
  readonly paragraphs: unknown;
  readonly provisions: unknown;
}

/** Where the text of a place stands in its file: `9.2.3` is `paragraphs[1].items[2]`. */
export function pathOfPlace(place: string): string {
  const [paragraph = 1, item] = place.split('.').slice(1).map(Number);
  return `paragraphs[${paragraph - 1}]${item === undefined ? '' : `.items[${item - 1}]`}`;
}

/** Whether a place is the one a provision is named after, a part of it, or the words that lead to it. */
export const isNear = (place: string, home: string | undefined): boolean =>
  home === undefined ||
  // An id that names another article is told as a fault of its own.
  home.split('.')[0] !== place.split('.')[0] ||
  place === home ||
  place.startsWith(`${home}.`) ||
  home.startsWith(`${place}.`) ||
  home === `${place}.1`;
