import { sameData } from '../../diagnostics/plain-data.js';
import type { Bilingual } from '../../language.js';
import type { Article, Regulation } from '../../regulation/schema.js';
import type { EntryChange, FieldChange } from './result.js';

type Entry = Readonly<Record<string, unknown>>;
type Entries = Readonly<Record<string, unknown>>;

/** What stands beside the articles, by its sections. */
export function changedDefinitions(before: Regulation, after: Regulation): EntryChange[] {
  const [one, other] = [sectionsOf(before), sectionsOf(after)];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((section) =>
    changedEntries(section, one[section] ?? {}, other[section] ?? {}),
  );
}

function sectionsOf(regulation: Regulation): { readonly [section: string]: Entries } {
  const { facts, terms, questions, profiles, articles: _, connectives, ...head } = regulation;
  const { bodies, bearers, roles, parties, affiliations, unitKinds, ...regulationItself } = head;
  return {
    regulation: { [regulation.id]: regulationItself },
    bodies,
    bearers,
    roles,
    parties,
    affiliations: affiliations ?? {},
    unitKinds,
    facts,
    terms,
    questions,
    // The values of a profile one by one.
    profiles: Object.fromEntries(
      Object.entries(profiles).map(([name, { terms: values, ...profile }]) => [name, { ...profile, ...values }]),
    ),
    connectives: byName(connectives, 'words'),
  };
}

/** What an article has beside its text, by its sections. */
export function changedParts(before: Article | undefined, after: Article | undefined): EntryChange[] {
  const parts = (article: Article | undefined): { readonly [section: string]: Entries } => ({
    provisions: byName(article?.provisions, 'id'),
    conditions: article?.conditions ?? {},
    consequences: article?.consequences ?? {},
    phrases: byName(article?.phrases, 'quote'),
    ledger: byName(article?.ledger, 'quote'),
  });
  const [one, other] = [parts(before), parts(after)];
  return Object.keys(one).flatMap((section) => changedEntries(section, one[section] ?? {}, other[section] ?? {}));
}

/** Entries by their names; of several of one name, each counts. */
function byName(list: readonly object[] | undefined, key: string): Entries {
  const named: { [name: string]: unknown } = {};
  for (const each of list ?? []) {
    const name = String((each as Entry)[key]);
    let free = name;
    for (let i = 2; Object.hasOwn(named, free); i++) free = `${name} ${i}`;
    named[free] = each;
  }
  return named as Entries;
}

function changedEntries(section: string, before: Entries, after: Entries): EntryChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((id): EntryChange[] => {
    const [was, is] = [own(before, id), own(after, id)];
    if (sameData(was, is)) return [];
    const label = labelOf(is ?? was);
    const named = { section, id, ...(label && { label }) };
    // A named condition is its own only field.
    const [one, other] = [was, is].map((entry) => (section === 'conditions' ? only('when', entry) : (entry ?? {})));
    const change = was === undefined ? 'added' : is === undefined ? 'gone' : 'changed';
    return [{ ...named, change, fields: changedFields(one, other) }];
  });
}

const only = (field: string, value: unknown): Entry => (value === undefined ? {} : { [field]: value });

const own = (entries: Entries, id: string): unknown => (Object.hasOwn(entries, id) ? entries[id] : undefined);

/** What something is called: by its label, as a duty by what it asks for, or as a reading by itself. */
function labelOf(entry: unknown): Bilingual | undefined {
  if (isBilingual(entry)) return entry;
  const { label, action, title, ask } = (entry ?? {}) as Entry;
  return [label, action, title, ask].find(isBilingual);
}

export const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Entry).zh === 'string' &&
  typeof (value as Entry).en === 'string';

/** The fields that are not the same; of words in two languages each for itself. */
function changedFields(before: unknown, after: unknown, path = ''): FieldChange[] {
  const [was, is] = [before as Entry, after as Entry];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key): FieldChange[] => {
    const field = path === '' ? key : `${path}.${key}`;
    const [one, other] = [own(was, key), own(is, key)];
    if (sameData(one, other)) return [];
    if (isBilingual(one) && isBilingual(other)) return changedFields(one, other, field);
    return [{ field, ...(one !== undefined && { before: one }), ...(other !== undefined && { after: other }) }];
  });
}
