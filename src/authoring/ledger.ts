import type { Bilingual } from '../language.js';
import { type Passage, passages, placeOf } from '../regulation/citation.js';
import type { Article, Provision, Regulation } from '../regulation/schema.js';
import { allConditionsOf, quotesIn } from './conditions.js';
import { isNear } from './places.js';

/** Words of the text, in a row, that have the same owners. */
export interface LedgerWords {
  readonly words: string;
  /** The provisions that quote them. */
  readonly provisions: readonly string[];
  /** Why no rule has them, or what they only join. */
  readonly because: readonly Bilingual[];
}
/** One sentence of the text and who accounts for its words. */
export interface LedgerLine {
  readonly place: string;
  readonly sentence: string;
  readonly parts: readonly LedgerWords[];
}

const WORD = /[\p{L}\p{N}]/u;
const NUMBER = /^[（(]\p{L}{1,3}[）)]/u;

/**
 * Every sentence of an article, as read from its rule file, word by word: which provisions quote the words, or which
 * entries of the ledger explain them. Words that only join others (`connectives`) have the reason of the list.
 */
export function ledgerOf(article: Article, connectives: Regulation['connectives'] = []): LedgerLine[] {
  const claims = claimsIn(article);
  return passages(article).flatMap((passage) => {
    const owned = ownersIn(claims, passage);
    return sentences(passage).map(({ sentence, start }) => ({
      place: passage.place,
      sentence,
      parts: partsOf(sentence, owned.slice(start, start + sentence.length), connectives),
    }));
  });
}

/** The words that nobody accounts for. */
export const unaccountedIn = ({ parts }: LedgerLine): string[] =>
  parts
    .filter(({ words, provisions, because }) => provisions.length + because.length === 0 && WORD.test(words))
    .map(({ words }) => words.replaceAll(SIGNS, ''));

/** A sentence ends with 。 or ；, or with its passage. */
function sentences({ text }: Passage): { sentence: string; start: number }[] {
  return [...text.matchAll(/[^。；]+[。；]?/g)].map((match) => ({ sentence: match[0], start: match.index }));
}

/** A provision by its name, or the reason of an entry. */
type Owner = string | Bilingual;

/** Words that somebody owns: in the place of the provision, or anywhere in the article. */
interface Claim {
  readonly quote: string;
  readonly owner: Owner;
  readonly home?: string | undefined;
}

const claimsIn = (article: Article): Claim[] => [
  ...article.provisions.flatMap((provision) =>
    quotesOf(provision, article).map((quote) => ({ quote, owner: provision.id, home: placeOf(provision.id) })),
  ),
  ...(article.ledger ?? []).map(({ quote, because }) => ({ quote, owner: because })),
];

/** Who owns each character of a passage. */
function ownersIn(claims: readonly Claim[], { place, text }: Passage): ReadonlySet<Owner>[] {
  const owners = text.split('').map(() => new Set<Owner>());
  for (const { quote, owner, home } of claims)
    if (isNear(place, home))
      for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
        for (let i = at; i < at + quote.length; i++) owners[i]?.add(owner);
  return owners;
}

/** Words on their way; nothing is known of the owners of signs alone. */
interface Part {
  words: string;
  owners: ReadonlySet<Owner> | undefined;
}

/** Words with the same owners in a row. Signs, and the number of an item, go with the words before them. */
function partsOf(
  sentence: string,
  owned: readonly ReadonlySet<Owner>[],
  connectives: NonNullable<Regulation['connectives']>,
): LedgerWords[] {
  const numbered = NUMBER.exec(sentence)?.[0].length ?? 0;
  const parts: Part[] = [];
  sentence.split('').forEach((char, i) => {
    const [last, owners] = [parts.at(-1), owned[i] ?? NOBODY];
    if (i < numbered || !WORD.test(char)) {
      if (last) last.words += char;
      else parts.push({ words: char, owners: undefined });
    } else if (last && (last.owners === undefined || (isSame(last.owners, owners) && !isEnded(last)))) {
      last.words += char;
      last.owners = owners;
    } else parts.push({ words: char, owners });
  });
  return parts.map(({ words, owners = NOBODY }) => {
    const joining =
      owners.size === 0 ? connectives.find((each) => words.replaceAll(SIGNS, '') === each.words) : undefined;
    return {
      words,
      provisions: [...owners].filter((owner) => typeof owner === 'string'),
      because: joining ? [joining.because] : [...owners].filter((owner) => typeof owner !== 'string'),
    };
  });
}

/** Of words that nobody owns a sign is the end: each may be one that only joins. */
const isEnded = ({ words, owners }: Part): boolean => owners?.size === 0 && !WORD.test(words.at(-1) ?? '');

const NOBODY: ReadonlySet<Owner> = new Set();
const SIGNS = /[^\p{L}\p{N}]/gu;
const isSame = (one: ReadonlySet<Owner>, other: ReadonlySet<Owner>): boolean =>
  one.size === other.size && [...one].every((owner) => other.has(owner));

/** The words a provision cites: its own, and those of its conditions and its consequence. */
function quotesOf(provision: Provision, article: Article): string[] {
  const own = 'quote' in provision ? [provision.quote] : [];
  const consequence = 'then' in provision ? article.consequences?.[provision.then] : undefined;
  return [...own, ...quotesIn(allConditionsOf(provision, article)), ...(consequence ? [consequence.quote] : [])];
}
