import { reading } from '../diagnostics/reading.js';
import type { Citation } from '../logic/condition.js';
import { children } from '../logic/formula.js';
import type { Reason } from '../logic/reason.js';
import { opposite, type Truth } from '../logic/truth.js';
import { passages } from '../regulation/citation.js';
import type { Article } from '../regulation/schema.js';

/** A stretch of an article's words and whether they are met; without a truth, no condition turns on them. */
export interface LitSegment {
  readonly text: string;
  readonly truth?: Truth;
  /** It is so because nobody has said otherwise. */
  readonly presumed?: true;
}
interface Light {
  readonly truth: Truth;
  readonly presumed: boolean;
}
export interface LitPassage {
  readonly place: string;
  readonly segments: readonly LitSegment[];
}

/**
 * The words of an article, lit by whether they are met, unmet or open under some reasons. Where quotes overlap, the longer
 * gives way to the shorter, and what is asked about words to what is known of them; leaves with one quote come together
 * as the rule joins them, those of several reasons as any of them.
 */
export const litPassages = (article: Article, reasons: readonly Reason[]): LitPassage[] =>
  reading(() => litIn(article, reasons));

/** The same, of what has been read. */
export function litIn(article: Article, reasons: readonly Reason[]): LitPassage[] {
  const quotes: Quotes = new Map();
  for (const reason of reasons) for (const [key, quoted] of quotesIn(reason)) add(quotes, key, quoted, 'any');
  // Words of another version of the article do not stand here.
  const own = [...quotes.values()].filter(({ edition }) => edition === article.from);
  const isAbout = (asked: Quoted, words: Quoted) =>
    words !== asked && words.place === asked.place && asked.quote.includes(words.quote);
  const sorted = own
    .filter((quoted) => !quoted.isQuestion || !own.some((other) => isAbout(quoted, other)))
    .sort((a, b) => b.quote.length - a.quote.length);
  return passages(article).map(({ place, text }) => {
    const lights: (Light | undefined)[] = Array(text.length).fill(undefined);
    for (const quoted of sorted)
      if (quoted.place === place)
        lights.fill(quoted, text.indexOf(quoted.quote), text.indexOf(quoted.quote) + quoted.quote.length);
    return { place, segments: segments(text, lights) };
  });
}

interface Quoted extends Light, Citation {
  readonly isQuestion: boolean;
}

/** Words that stand together and come out alike are one stretch, whichever conditions they belong to. */
function segments(text: string, lights: readonly (Light | undefined)[]): LitSegment[] {
  const alike = (a: Light | undefined, b: Light | undefined) => a?.truth === b?.truth && a?.presumed === b?.presumed;
  const cuts = [0, ...lights.flatMap((light, i) => (i > 0 && !alike(light, lights[i - 1]) ? [i] : [])), text.length];
  return cuts.slice(0, -1).map((from, i) => {
    const light = lights[from];
    return {
      text: text.slice(from, cuts[i + 1]),
      ...(light && { truth: light.truth }),
      ...(light?.presumed && { presumed: true as const }),
    };
  });
}

type Quotes = Map<string, Quoted>;
/** Whether lights on the same words are all needed, or any of them is enough. */
type Join = 'all' | 'any';

/**
 * The truth of the node that carries a quote: a term or question speaks for the leaves inside it that quote the same
 * words. What stands under a negation quotes the words that negate it, and is met where it is not so.
 */
function quotesIn(reason: Reason, negated = false): Quotes {
  const inside = reason.kind === 'not' ? !negated : negated;
  const join = joinOf(reason, negated);
  const found: Quotes = new Map();
  for (const child of children(reason))
    for (const [key, quoted] of quotesIn(child, inside)) add(found, key, quoted, join);
  if ('citation' in reason && reason.citation) {
    const truth = negated && reason.truth !== 'undetermined' ? opposite(reason.truth) : reason.truth;
    found.set(keyOf(reason.citation), {
      ...reason.citation,
      truth,
      presumed: reason.kind === 'fact' && reason.presumed === true,
      isQuestion: reason.kind === 'question',
    });
  }
  return found;
}

/** The words cited, told apart by where they stand. A reason cites the same few again and again. */
function keyOf(citation: Citation): string {
  const known = KEYS.get(citation);
  if (known !== undefined) return known;
  const { edition = '', place, quote } = citation;
  const key = `${edition} ${place} ${quote}`;
  KEYS.set(citation, key);
  return key;
}
const KEYS = new WeakMap<Citation, string>();

/** Not all of some is any of them not. Words that stand apart are met where any is. */
const joinOf = ({ kind }: Reason, negated: boolean): Join =>
  (negated ? kind === 'any' : kind === 'all') ? 'all' : 'any';

/** Which truth decides where lights differ: the first of these that one of them has. */
const DECIDING: { readonly [join in Join]: readonly Truth[] } = {
  all: ['unmet', 'undetermined', 'met'],
  any: ['met', 'undetermined', 'unmet'],
};

function add(found: Quotes, key: string, quoted: Quoted, join: Join): void {
  const before = found.get(key);
  if (!before || (before.truth === quoted.truth && before.presumed === quoted.presumed)) {
    if (!before) found.set(key, quoted);
    return;
  }
  const truth = DECIDING[join].find((each) => each === before.truth || each === quoted.truth);
  const deciding = [before, quoted].filter((light) => light.truth === truth);
  found.set(key, { ...(deciding[0] ?? quoted), presumed: deciding.every(({ presumed }) => presumed) });
}
