import { assessIncident, type Bilingual, createPolicy, formatPlace, type Regulation } from 'zerenzhi';
import { type Page, type Run, unitText, visible } from 'zerenzhi/report';
import { LISTS } from './messages/lists.js';
import type { Lang } from './messages.js';

/** Something that a regulation names; what a kind of thing does not have is left out. */
export interface Entry {
  readonly id: string;
  readonly label?: Bilingual;
  readonly ask?: Bilingual;
  readonly type?: string;
  /** Its values by their ids; of a term, the units of what measures it. */
  readonly options?: { readonly [id: string]: Bilingual };
  readonly settledBy?: { readonly id: string; readonly label: Bilingual };
  /** `9.2.3` */
  readonly place?: string;
  /** Words of the text, which are Chinese. */
  readonly words?: string;
}
export type ListName = keyof typeof ENTRIES;

/** What a regulation has of each kind. */
const ENTRIES = {
  facts: (regulation: Regulation): Entry[] =>
    Object.entries(regulation.facts).map(([id, { label, ask, type, options, settledBy }]) => ({
      id,
      label,
      ...(ask && { ask }),
      type,
      ...(options && { options: typeof options === 'string' ? labelsOf(regulation[options]) : options }),
      ...(settledBy !== undefined && { settledBy: settler(regulation, settledBy) }),
    })),
  terms: (regulation: Regulation): Entry[] =>
    Object.entries(regulation.terms).map(([id, { label, ask, words, article, thresholds, settledBy }]) => ({
      id,
      label,
      ask,
      ...(thresholds && {
        options: mapped(thresholds, ({ unit }) => ({ zh: unitText(unit, 'zh'), en: unitText(unit, 'en') })),
      }),
      settledBy: settler(regulation, settledBy ?? regulation.interpreter),
      place: String(article),
      words,
    })),
  questions: (regulation: Regulation): Entry[] =>
    Object.entries(regulation.questions).map(([id, { ask, words, article, readings }]) => ({
      id,
      ask,
      options: readings,
      settledBy: settler(regulation, regulation.interpreter),
      place: String(article),
      words,
    })),
  provisions: (regulation: Regulation): Entry[] => {
    const { citations } = assessIncident({}, { policy: createPolicy({ regulation }) });
    const cited = citations as {
      readonly [id: string]: { readonly place: string; readonly quote: string } | undefined;
    };
    return regulation.articles.flatMap(({ article, provisions }) =>
      provisions.map((provision) => ({
        id: provision.id,
        label: 'label' in provision ? provision.label : provision.action,
        type: provision.kind,
        place: cited[provision.id]?.place ?? String(article),
        ...(cited[provision.id] && { words: cited[provision.id]?.quote ?? '' }),
      })),
    );
  },
  profiles: (regulation: Regulation): Entry[] =>
    Object.entries(regulation.profiles).map(([id, { label, terms }]) => ({
      id,
      label,
      options: mapped(terms, (_, term) => regulation.terms[term]?.label ?? { zh: term, en: term }),
    })),
};
export const LIST_NAMES = Object.keys(ENTRIES) as readonly ListName[];

const mapped = <Of>(named: { readonly [id: string]: Of }, make: (of: Of, id: string) => Bilingual) =>
  Object.fromEntries(Object.entries(named).map(([id, of]) => [id, make(of, id)]));
const labelsOf = (named: { readonly [id: string]: { readonly label: Bilingual } }) =>
  mapped(named, ({ label }) => label);
const settler = ({ bodies, parties }: Regulation, id: string) => ({
  id,
  label: (bodies[id] ?? parties[id])?.label ?? { zh: id, en: id },
});

/** What a regulation has of a kind; with a word, what says it in either language. */
export function entriesOf(name: ListName, regulation: Regulation, word = ''): readonly Entry[] {
  const sought = word.toLowerCase();
  return ENTRIES[name](regulation).filter(({ id, label, ask, words, place }) =>
    [id, label?.zh, label?.en, ask?.zh, ask?.en, words, place && formatPlace(place, 'zh')].some((text) =>
      text?.toLowerCase().includes(sought),
    ),
  );
}

type Column = keyof Entry;
const COLUMNS: readonly Column[] = ['id', 'label', 'ask', 'type', 'options', 'settledBy', 'place', 'words'];

/** A list as a page: one table, with the columns that any of its entries has. */
export function listPage(entries: readonly Entry[], lang: Lang): Page {
  const say = LISTS[lang];
  const columns = COLUMNS.filter((column) => entries.some((entry) => entry[column] !== undefined));
  const head = columns.map((column) => say.heads[column]);
  const rows = entries.map((entry) => columns.map((column) => [cellOf(entry, column, lang)]));
  return { lang, blocks: [{ kind: 'table', head, rows }] };
}

function cellOf(entry: Entry, column: Column, lang: Lang): string | Run {
  const say = LISTS[lang];
  switch (column) {
    case 'label':
    case 'ask':
      return visible(entry[column]?.[lang] ?? '');
    case 'settledBy':
      return visible(entry.settledBy?.label[lang] ?? '');
    case 'type':
      return say.types[entry.type ?? ''] ?? entry.type ?? '';
    case 'place':
      return entry.place === undefined ? '' : formatPlace(entry.place, lang);
    case 'options':
      return Object.entries(entry.options ?? {})
        .map(([id, label]) => visible(say.option(id, label[lang])))
        .join(say.between);
    case 'words':
      return { text: visible(entry.words ?? ''), lang: 'zh' };
    default:
      return entry.id;
  }
}
