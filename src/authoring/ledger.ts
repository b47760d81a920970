import { type Condition, conditionsIn } from '../logic/condition.js';
import { type Passage, passages, placeOf } from '../regulation/citation.js';
import type { Article, Provision, Regulation } from '../regulation/schema.js';
import { isNear } from './places.js';

/** One sentence of the text and who accounts for it. */
export interface LedgerLine {
  readonly place: string;
  readonly sentence: string;
  readonly provisions: readonly string[];
  readonly entries: readonly { readonly as: string; readonly because: { readonly zh: string; readonly en: string } }[];
  /** The words of it that nobody accounts for. */
  readonly unaccounted: readonly string[];
}

const WORD = /[\p{L}\p{N}]/u;
const NUMBER = /^[（(]\p{L}{1,3}[）)]/u;

/**
 * Every sentence of an article, as read from its rule file, with the provisions whose quotes stand in it, the entries
 * that explain the rest, and the words that neither has. Words that only join others (`connectives`) need nobody.
 */
export function ledgerOf(article: Article, connectives: Regulation['connectives'] = []): LedgerLine[] {
  const joining = new Set(connectives.map(({ words }) => words));
  return passages(article).flatMap((passage) =>
    sentences(passage).map(({ sentence, start }) => line(article, passage, sentence, start, joining)),
  );
}

/** A sentence ends with 。 or ；, or with its passage. */
function sentences({ text }: Passage): { sentence: string; start: number }[] {
  return [...text.matchAll(/[^。；]+[。；]?/g)].map((match) => ({ sentence: match[0], start: match.index }));
}

function line(
  article: Article,
  passage: Passage,
  sentence: string,
  start: number,
  joining: ReadonlySet<string>,
): LedgerLine {
  const marked = new Set<number>();
  const touches = (quote: string): boolean => {
    let touched = false;
    for (let at = passage.text.indexOf(quote); at >= 0; at = passage.text.indexOf(quote, at + 1))
      for (let i = Math.max(at, start); i < Math.min(at + quote.length, start + sentence.length); i++) {
        marked.add(i);
        touched = true;
      }
    return touched;
  };
  const provisions = article.provisions
    // What a provision quotes it owns where it stands, not where the same words stand in another item.
    .filter(
      (provision) =>
        isNear(passage.place, placeOf(provision.id)) && quotesOf(provision, article).filter(touches).length > 0,
    )
    .map(({ id }) => id);
  const entries = (article.ledger ?? [])
    .filter((entry) => touches(entry.quote))
    .map(({ as, because }) => ({ as, because }));
  // What stands between the words that somebody accounts for; the number of an item is no word.
  const numbered = start === 0 ? (NUMBER.exec(sentence)?.[0].length ?? 0) : 0;
  const open = sentence
    .split('')
    .map((char, i) => (i < numbered || marked.has(start + i) || !WORD.test(char) ? ' ' : char));
  const unaccounted = open
    .join('')
    .split(/ +/)
    .filter((words) => words !== '' && !joining.has(words));
  return { place: passage.place, sentence, provisions, entries, unaccounted };
}

/** The words a provision cites: its own, and those of its conditions and its consequence. */
function quotesOf(provision: Provision, article: Article): string[] {
  const own = 'quote' in provision ? [provision.quote] : [];
  const limbs = provision.kind === 'accountability' ? (provision.limbs ?? []).map(({ when }) => when) : [];
  const conditions = ['when' in provision ? provision.when : undefined, ...limbs].flatMap((each) =>
    quotesIn(each, article),
  );
  const standard = 'standard' in provision ? quotesIn(provision.standard, article) : [];
  const consequence = 'then' in provision ? article.consequences?.[provision.then] : undefined;
  return [...own, ...conditions, ...standard, ...(consequence ? [consequence.quote] : [])];
}

const quotesIn = (condition: Condition | undefined, { conditions }: Article): string[] =>
  conditionsIn(condition, (name) => conditions?.[name]).flatMap((inner) =>
    'quote' in inner && inner.quote !== undefined ? [inner.quote] : [],
  );
