import { isMapping } from '../../diagnostics/plain-data.js';
import { formatPlace, placeOf } from '../../regulation/citation.js';
import { type Kind, STEPS } from '../../regulation/rule-names.js';
import type { Absent } from '../check/sound.js';

// The names of a regulation with what they are called, of one with faults too: whatever has a name is offered.

/** A name with what an editor shows of it. */
export interface Name {
  readonly id: string;
  readonly words: string;
  /** What stands under it. */
  readonly entry: Entry;
}
export interface Names {
  readonly of: { readonly [kind in Kind | 'condition' | 'threshold']: readonly Name[] };
  /** Whether there may be others, in a file that could not be read. */
  maybeMore(kind: keyof Names['of']): boolean;
  /** What a fact may be, where it has options. */
  optionsOf(fact: Entry): readonly Name[];
}
type Entry = { readonly [key: string]: unknown };

export function namesIn(whole: unknown, absent: readonly Absent[]): Names {
  const regulation = mapping(whole);
  const articles = Array.isArray(regulation.articles) ? regulation.articles.map(mapping) : [];
  const [facts, terms, questions] = ['facts', 'terms', 'questions'].map((part) => labelled(regulation[part])) as [
    Name[],
    Name[],
    Name[],
  ];
  const of = (section: string) => labelled(regulation[section]);
  const [bodies, bearers] = [of('bodies'), of('bearers')];
  const provisions = once(articles.flatMap(provisionsOf));
  const kind = (wanted: string) => provisions.filter(({ entry }) => entry.kind === wanted);
  return {
    of: {
      fact: facts,
      instant: facts.filter(({ entry }) => entry.type === 'instant'),
      term: terms,
      threshold: once(terms.flatMap(({ entry }) => thresholdsOf(entry))),
      question: questions,
      body: bodies,
      bearer: bearers,
      holder: once([...bodies, ...bearers]),
      settler: once([...bodies, ...of('parties')]),
      role: of('roles'),
      affiliation: of('affiliations'),
      condition: once(articles.flatMap(conditionsOf)),
      step: STEPS.map((id) => ({ id, entry: {}, words: '' })),
      consequence: once(articles.flatMap(({ consequences }) => labelled(consequences))),
      provision: provisions,
      duty: kind('duty'),
      accountability: kind('accountability'),
      commencement: kind('commencement'),
    },
    maybeMore: (kind) => kind !== 'step' && absent.includes(FILES[kind] ?? 'regulation'),
    optionsOf: ({ options }) => (typeof options === 'string' ? of(options) : labelled(options)),
  };
}

/** The part that has the names of a kind, where that is not regulation.yaml. */
const FILES: { readonly [kind in keyof Names['of']]?: Absent } = {
  fact: 'facts',
  instant: 'facts',
  term: 'terms',
  threshold: 'terms',
  question: 'questions',
  condition: 'articles',
  consequence: 'articles',
  provision: 'articles',
  duty: 'articles',
  accountability: 'articles',
  commencement: 'articles',
};

/** The names of a mapping, with their labels and questions. */
export const labelled = (section: unknown): Name[] =>
  Object.entries(mapping(section)).map(([id, given]) => {
    const entry = mapping(given);
    return { id, entry, words: lines(inBoth(entry.label ?? given), inBoth(entry.ask)) };
  });

const thresholdsOf = ({ label, thresholds }: Entry): Name[] =>
  Object.entries(mapping(thresholds)).map(([id, given]) => {
    const entry = mapping(given);
    return { id, entry, words: lines(inBoth(label), text(entry.unit)) };
  });

function provisionsOf({ provisions }: Entry): Name[] {
  const list = Array.isArray(provisions) ? provisions.map(mapping) : [];
  return list.flatMap((entry) => {
    const { id, label, action } = entry;
    if (typeof id !== 'string') return [];
    const place = placeOf(id);
    return [{ id, entry, words: lines(place === undefined ? '' : inText(place), inBoth(label ?? action)) }];
  });
}

/** Named conditions have no label: the words that they quote say what they are. */
const conditionsOf = ({ article, conditions }: Entry): Name[] =>
  Object.entries(mapping(conditions)).map(([id, given]) => {
    const place = Number.isInteger(article) ? inText(String(article)) : '';
    return { id, entry: mapping(given), words: lines(place, [...new Set(quotesIn(given))].join(' … ')) };
  });

const quotesIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        key === 'quote' && typeof inner === 'string' ? [inner] : quotesIn(inner),
      )
    : [];

/** Another version of an article has the same names again. */
const once = (names: readonly Name[]): Name[] => [...new Map(names.map((name) => [name.id, name])).values()];

const mapping = (value: unknown): Entry => (isMapping(value) ? value : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const inText = (place: string): string => inBoth({ zh: formatPlace(place, 'zh'), en: formatPlace(place, 'en') });
const inBoth = (label: unknown): string => {
  const { zh, en } = mapping(label);
  return [text(zh), text(en)].filter(Boolean).join(' · ');
};
const lines = (...words: readonly string[]): string => words.filter(Boolean).join('\n');
