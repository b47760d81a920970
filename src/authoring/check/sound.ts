import type { Diagnostic } from '../../diagnostics/diagnostics.js';
import { isMapping } from '../../diagnostics/plain-data.js';
import type { Regulation } from '../../regulation/schema.js';

/** A part of a regulation whose file could not be read. */
export type Absent = 'regulation' | 'facts' | 'terms' | 'questions' | 'profiles' | 'articles';

/** What of a regulation has a sound shape. */
export interface Sound {
  readonly regulation: Regulation;
  /** Of the faults found in it those that would be there too if nothing had been left out, at their places in the whole. */
  own(faults: readonly Diagnostic[]): Diagnostic[];
}

type Entries = { [name: string]: unknown };
/** Stands for what of the head is missing or wrong; the names in it are empty. */
const HEAD = { preamble: [], issued: '2000', effective: 'on-issue', interpreter: '', commencement: '' };
/** The sections whose entries have names. */
const NAMED = ['facts', 'terms', 'questions', 'profiles', 'unitKinds', 'bodies', 'parties', 'roles', 'bearers'];
const LISTS = ['provisions', 'phrases', 'ledger'];
const MAPPINGS = ['conditions', 'consequences'];

/**
 * A regulation without what has a fault of shape: the smallest part around each that can be left out. Nothing, where it
 * is no regulation at all.
 */
export function soundPart(value: unknown, shape: readonly Diagnostic[], absent: readonly Absent[]): Sound | undefined {
  if (!isMapping(value) || !Array.isArray(value.articles)) return undefined;
  const whole = structuredClone(value) as Entries & { articles: unknown[] };
  const left: Left = { names: new Set(['']), gaps: new Map(), sections: new Set(absent) };
  // A key too many changes nothing, unless it is a slip for one that is missing.
  for (const { code, path, nearest } of shape)
    if (code !== 'input/unknown-key' || nearest !== undefined) leaveOut(whole, path, left);
  for (const section of NAMED)
    if (!isMapping(whole[section])) {
      whole[section] = {};
      left.sections.add(section);
    }
  const kept = closeGaps(whole, left.gaps);
  return {
    regulation: { ...HEAD, ...whole } as unknown as Regulation,
    own: (faults) =>
      faults.map((fault) => ({ ...fault, path: inWhole(fault.path, kept) })).filter((fault) => isOwn(fault, left)),
  };
}

/** What is left out. */
interface Left {
  readonly names: Set<string>;
  /** Entries of lists, by the list: `articles`, `articles[2].provisions`. */
  readonly gaps: Map<string, Set<number>>;
  readonly sections: Set<string>;
}

function leaveOut(whole: Entries & { articles: unknown[] }, path: string, left: Left): void {
  const [section, rest] = split(path);
  const i = /^articles\[(\d+)\]$/.exec(section)?.[1];
  if (i !== undefined) return leaveOutOfArticle(whole.articles[Number(i)], Number(i), rest, left);
  if (rest !== '' && NAMED.includes(section) && isMapping(whole[section]))
    return leaveOutName(whole[section], rest, left);
  // Of the head: a list too is left out whole.
  delete whole[section.replace(/\[.*$/, '')];
}

/** A part of an article, or the article where the fault is in itself. */
function leaveOutOfArticle(article: unknown, i: number, path: string, { names, gaps, sections }: Left): void {
  const [part, rest] = split(path);
  const [, list = '', at] = /^(\w+)\[(\d+)\]$/.exec(part) ?? [];
  const gap = (of: string, index: number) => gaps.set(of, (gaps.get(of) ?? new Set()).add(index));
  const entries = isMapping(article) ? article[list || part] : undefined;
  sections.add(`articles[${i}]`);
  if (LISTS.includes(list) && Array.isArray(entries)) {
    gap(`articles[${i}].${list}`, Number(at));
    const ids = idsIn([entries[Number(at)]]);
    for (const id of ids) names.add(id);
    if (list === 'provisions' && ids.length === 0) sections.add('articles');
  } else if (MAPPINGS.includes(part) && isMapping(entries) && rest !== '')
    leaveOutName(entries, rest, { names, gaps, sections });
  else {
    gap('articles', i);
    sections.add('articles');
    for (const id of isMapping(article) ? idsIn(article.provisions) : []) names.add(id);
  }
}

const idsIn = (provisions: unknown): string[] =>
  Array.isArray(provisions)
    ? provisions.flatMap((each: unknown) => (isMapping(each) && typeof each.id === 'string' ? [each.id] : []))
    : [];

/** The entry that a path begins with; names may have dots in them, so it is the longest that fits. */
function leaveOutName(entries: Entries, path: string, { names }: Left): void {
  const fits = Object.keys(entries).filter(
    (name) => path === name || (/^[.[]/.test(path.slice(name.length)) && path.startsWith(name)),
  );
  const name = fits.sort((a, b) => b.length - a.length)[0];
  // A second fault of one and the same entry finds it gone.
  if (name === undefined) return;
  names.add(name);
  delete entries[name];
}

/** Closes the gaps in lists; answers which entry of the whole each entry was. */
function closeGaps(
  whole: Entries & { articles: unknown[] },
  gaps: Left['gaps'],
): ReadonlyMap<string, readonly number[]> {
  const kept = new Map<string, readonly number[]>();
  const close = (list: string, entries: readonly unknown[]): unknown[] => {
    const indexes = [...entries.keys()].filter((at) => !gaps.get(list)?.has(at));
    kept.set(list, indexes);
    return indexes.map((at) => entries[at]);
  };
  whole.articles.forEach((article, i) => {
    for (const list of isMapping(article) ? LISTS : [])
      if (isMapping(article) && Array.isArray(article[list]))
        article[list] = close(`articles[${i}].${list}`, article[list]);
  });
  whole.articles = close('articles', whole.articles);
  return kept;
}

/** The place in the whole of a place in its sound part. */
const inWhole = (path: string, kept: ReadonlyMap<string, readonly number[]>): string =>
  path
    .replace(/^articles\[(\d+)\]/, (_, at: string) => `articles[${kept.get('articles')?.[Number(at)]}]`)
    .replace(
      /^(articles\[\d+\]\.\w+)\[(\d+)\]/,
      (_, list: string, at: string) => `${list}[${kept.get(list)?.[Number(at)] ?? at}]`,
    );

/** What each section is looked at for: faults that tell of a name which may be in what was left out of it. */
const LOOKED_FOR: { readonly [section: string]: readonly string[] } = {
  facts: ['rule/unknown-fact', 'rule/required-fact'],
  terms: ['rule/unknown-term'],
  questions: ['rule/unknown-question', 'rule/unknown-reading'],
  bearers: ['rule/unknown-bearer'],
  bodies: ['rule/unknown-name', 'rule/wrong-value'],
  parties: ['rule/unknown-name'],
  roles: ['rule/unknown-name', 'rule/wrong-value'],
  unitKinds: ['rule/wrong-value'],
  regulation: [
    'rule/unknown-name',
    'rule/unknown-bearer',
    'rule/wrong-value',
    'rule/unknown-edition',
    'rule/unaccounted-words',
  ],
  articles: ['rule/missing-article', 'rule/unknown-name'],
};

function isOwn({ code, path, value }: Diagnostic, { names, sections }: Left): boolean {
  if (/^rule\/(?:unknown|required)-/.test(code) && typeof value === 'string' && names.has(value)) return false;
  if (code === 'rule/unaccounted-words' && sections.has(split(path)[0])) return false;
  // Of the words of a term or a question, which may stand in any article.
  if (code === 'rule/quote-not-found' && !path.startsWith('articles[')) return !sections.has('articles');
  return ![...sections].some((section) => LOOKED_FOR[section]?.includes(code));
}

/** The first part of a path, with its index where it has one, and the rest. */
function split(path: string): [first: string, rest: string] {
  const [first = ''] = /^\w+(?:\[\d+\])?/.exec(path) ?? [];
  return [first, path.slice(first.length).replace(/^\./, '')];
}
