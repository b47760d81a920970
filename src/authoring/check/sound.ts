import type { Diagnostic } from '../../diagnostics/diagnostics.js';
import type { Regulation } from '../../regulation/schema.js';

/** A part of a regulation whose file could not be read. */
export type Absent = 'regulation' | 'facts' | 'terms' | 'questions' | 'profiles' | 'articles';

/** What of a regulation has a sound shape. */
export interface Sound {
  readonly regulation: Regulation;
  /** Whether a fault found in it would be there too if nothing had been left out. */
  isOwn(fault: Diagnostic): boolean;
}

type Entries = { [name: string]: unknown };
/** The sections whose entries can be left out one by one. */
const NAMED: readonly string[] = [
  'facts',
  'terms',
  'questions',
  'profiles',
  'unitKinds',
  'bodies',
  'parties',
  'affiliations',
  'roles',
  'bearers',
];

/**
 * A regulation without what has a fault of shape: the smallest entry around each. Entries of lists are blanked, so that
 * the others keep their places. Nothing, where the fault lies in what all the rest stands on.
 */
export function soundPart(value: unknown, shape: readonly Diagnostic[], absent: readonly Absent[]): Sound | undefined {
  if (!isMapping(value) || !Array.isArray(value.articles) || absent.includes('regulation')) return undefined;
  const whole = structuredClone(value) as Entries & { articles: unknown[] };
  /** What is left out: the names, and the articles of which a part is. */
  const [names, incomplete] = [new Set<string>(), new Set<string>()];
  const missing = new Set<Absent>(absent);
  for (const { code, path } of shape) {
    const [section = '', rest] = split(path);
    const entries = whole[section];
    if (section.startsWith('articles[')) {
      incomplete.add(section);
      blank(whole.articles, Number(/\d+/.exec(section)?.[0]), rest, names);
    } else if (NAMED.includes(section) && isMapping(entries) && rest !== '') leaveOut(entries, rest, names);
    else if (isPart(section)) {
      // An empty file, or one that is a list.
      (whole as Entries)[section] = {};
      missing.add(section);
    } else if (code !== 'input/unknown-key') return undefined;
  }
  const articles = incomplete.size > 0 || missing.has('articles');
  return {
    regulation: whole as unknown as Regulation,
    isOwn({ code, path, value: name }) {
      if (code.startsWith('rule/unknown-') && typeof name === 'string' && names.has(name)) return false;
      if (code === 'rule/unaccounted-words') return !incomplete.has(path);
      // What is looked for in the articles or among their provisions.
      if (code === 'rule/missing-article' || code === 'rule/unknown-name') return !articles;
      if (code === 'rule/quote-not-found' && !path.startsWith('articles[')) return !articles;
      return ![...missing].some((part) => LOOKED_FOR[part]?.includes(code));
    },
  };
}

const PARTS: readonly string[] = ['facts', 'terms', 'questions', 'profiles'];
const isPart = (section: string): section is Absent => PARTS.includes(section);

/** The faults that tell of names which a file that could not be read may have. */
const LOOKED_FOR: { readonly [part in Absent]?: readonly Diagnostic['code'][] } = {
  facts: ['rule/unknown-fact', 'rule/required-fact'],
  terms: ['rule/unknown-term'],
  questions: ['rule/unknown-question', 'rule/unknown-reading'],
};

/** The first part of a path, with its index where it has one, and the rest. */
function split(path: string): [first: string, rest: string] {
  const [first = ''] = /^\w+(?:\[\d+\])?/.exec(path) ?? [];
  return [first, path.slice(first.length).replace(/^\./, '')];
}

/** The entry that a path begins with; names may have dots in them, so it is the longest that fits. */
function leaveOut(entries: Entries, path: string, names: Set<string>): void {
  const fits = Object.keys(entries).filter(
    (name) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`),
  );
  const name = fits.sort((a, b) => b.length - a.length)[0];
  // A second fault of one and the same entry finds it gone.
  if (name === undefined) return;
  names.add(name);
  delete entries[name];
}

/** Blanks an entry of an article, or the article where the fault is in itself. */
function blank(articles: unknown[], i: number, rest: string, names: Set<string>): void {
  const article = articles[i];
  const [first, inside] = split(rest);
  const [, list = '', at = ''] = /^(provisions|phrases|ledger)\[(\d+)\]$/.exec(first) ?? [];
  if (isMapping(article) && Array.isArray(article[list])) {
    const entries = article[list] as unknown[];
    entries[Number(at)] = list === 'provisions' ? blankProvision(entries[Number(at)]) : BLANK;
  } else if (isMapping(article) && /^(?:conditions|consequences)$/.test(first) && isMapping(article[first]))
    leaveOut(article[first], inside, names);
  else articles[i] = blankArticle(article);
}

const BLANK = { quote: '', duties: [], questions: [], as: '', because: { zh: '', en: '' } };
/** It keeps its name, as others may refer to it. */
const blankProvision = (provision: unknown) => ({
  ...BLANK,
  id: isMapping(provision) && typeof provision.id === 'string' ? provision.id : '',
  kind: 'principle',
});
const blankArticle = (article: unknown) => ({
  article: isMapping(article) && Number.isInteger(article.article) ? article.article : 1,
  paragraphs: [{ text: '' }],
  provisions: isMapping(article) && Array.isArray(article.provisions) ? article.provisions.map(blankProvision) : [],
});

function isMapping(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
