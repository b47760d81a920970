import type { Diagnostic, FileCode } from '../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../diagnostics/file-diagnostics.js';
import { sameData } from '../diagnostics/plain-data.js';
import { passages, placeOf } from '../regulation/citation.js';
import { versionsOf } from '../regulation/editions.js';
import { INCIDENT_TIMES } from '../regulation/governing.js';
import type { Article, Regulation } from '../regulation/schema.js';
import { allConditionsOf, quotesIn } from './conditions.js';
import { leftBehind } from './diff/review.js';
import { numbersIn } from './numbers.js';
import { isNear, pathOfPlace } from './places.js';

/**
 * What is allowed in a regulation and seldom meant: a quote from another item, a term beside its words, names that
 * nothing uses, readings that come out alike, a number of the text that no rule holds, a label or our English that a
 * later version of an article has left as it was.
 */
export function lint(regulation: Regulation): Diagnostic[] {
  const inArticles = regulation.articles.flatMap((article, i) => {
    const path = `articles[${i}]`;
    return [
      ...quotesOutOfPlace(article, path),
      ...termsBesideWords(regulation, article, path),
      ...numbers(regulation, article, path),
    ];
  });
  return [
    ...inArticles,
    ...labelsLeftBehind(regulation),
    ...unused(regulation),
    ...readingsAlike(regulation),
    ...hoursNeverKnown(regulation),
  ];
}

const note = (code: FileCode, path: string, value: string, expected?: string): Diagnostic =>
  fileDiagnostic(code, path, { value, ...(expected !== undefined && { expected }) });

/** Quotes stand in the item or paragraph that their provision is named after, or in the words that lead to it. */
function quotesOutOfPlace(article: Article, path: string): Diagnostic[] {
  return article.provisions.flatMap((provision, j) => {
    const home = placeOf(provision.id);
    if (home === undefined) return [];
    const near = passages(article).filter(({ place }) => isNear(place, home));
    const quotes = quotesIn(allConditionsOf(provision, article));
    return [...new Set(['quote' in provision ? provision.quote : '', ...quotes])]
      .filter((quote) => !near.some(({ text }) => text.includes(quote)))
      .map((quote) =>
        note(
          'lint/quote-out-of-place',
          `${path}.provisions[${j}]`,
          quote,
          passages(article).find(({ text }) => text.includes(quote))?.place,
        ),
      );
  });
}

/** A term is asked where its words stand. */
function termsBesideWords({ terms }: Regulation, article: Article, path: string): Diagnostic[] {
  return article.provisions.flatMap((provision, j) =>
    allConditionsOf(provision, article).flatMap((each) => {
      if (!('term' in each) || each.quote === undefined) return [];
      const words = terms[each.term]?.words ?? '';
      return each.quote.includes(words) || words.includes(each.quote)
        ? []
        : [note('lint/term-words', `${path}.provisions[${j}]`, each.term, words)];
    }),
  );
}

const WORDS = ['quote', 'label', 'action', 'because'];

/** Numbers of the text, as of hours or persons, are held by a rule or are words of a term. */
function numbers({ terms, effective }: Regulation, article: Article, path: string): Diagnostic[] {
  const { paragraphs: _, ledger: __, ...rules } = article;
  // What is only said of a rule holds no number.
  const own = JSON.stringify(rules, (key, value) => (WORDS.includes(key) ? undefined : value));
  // The day of effect is held with the regulation, which has it in digits with zeros.
  const held = `${own} ${effective.split('-').map(Number).join(' ')} `;
  return passages(article).flatMap(({ place, text }) =>
    numbersIn(text)
      .filter(
        ({ words, value }) =>
          !new RegExp(`[^\\d]${value}[^\\d]`).test(held) &&
          !Object.values(terms).some((term) => term.article === article.article && term.words.includes(words)),
      )
      .map(({ words }) => note('lint/number', `${path}.${pathOfPlace(place)}`, words)),
  );
}

/** Labels and our English that a later version of an article kept though their words changed. */
function labelsLeftBehind(regulation: Regulation): Diagnostic[] {
  return [...versionsOf(regulation).values()].flatMap((versions) =>
    versions.flatMap(({ article: after }, i) => {
      const before = versions[i - 1]?.article;
      const path = `articles[${regulation.articles.indexOf(after)}]`;
      return (before ? leftBehind(regulation, before, after) : []).map(({ section, id, field, text }) => {
        const j = after.provisions.findIndex((provision) => provision.id === id);
        const within = section === 'text' ? pathOfPlace(id) : `provisions[${j}]`;
        return note('lint/left-behind', `${path}.${within}.${field}`, text);
      });
    }),
  );
}

/** Names that stand nowhere but where they are defined. */
function unused(regulation: Regulation): Diagnostic[] {
  const used = new Set<string>();
  const collect = (value: unknown, own?: string): void => {
    if (typeof value === 'string' && value !== own) used.add(value);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      // A mapping may name things by its keys: readings, conditions that make an exception.
      if (!Array.isArray(value) && key !== own) used.add(key);
      collect(inner, own);
    }
  };
  const { facts, terms, questions, profiles, articles, ...head } = regulation;
  for (const defined of [facts, terms, questions, head.bodies, head.bearers, head.roles])
    for (const [name, definition] of Object.entries(defined)) collect(definition, name);
  const { bodies, bearers, roles, parties, affiliations, unitKinds, ...rest } = head;
  collect([
    rest,
    articles.map(({ conditions, consequences, ...article }) => [
      article,
      Object.values(conditions ?? {}),
      Object.values(consequences ?? {}),
    ]),
  ]);
  // A value may hold for some cases only, which name facts; that a term has one is no use of it.
  collect(Object.values(profiles).flatMap((profile) => Object.values(profile.terms)));
  const of = (section: string, names: object, code: FileCode) =>
    Object.keys(names).flatMap((name) => (used.has(name) ? [] : [note(code, `${section}.${name}`, name)]));
  return [
    ...of('facts', facts, 'lint/unused').filter(({ value }) => !INCIDENT_TIMES.includes(String(value))),
    ...of('bodies', bodies, 'lint/unused'),
    ...of('parties', parties ?? {}, 'lint/unused'),
    ...of('terms', terms, 'lint/unused'),
    ...of('questions', questions, 'lint/unused'),
    ...of('bearers', bearers, 'lint/unused'),
    ...of('roles', roles, 'lint/unused'),
    ...articles.flatMap(({ conditions = {}, consequences = {} }, i) => [
      ...of(`articles[${i}].conditions`, conditions, 'lint/unused'),
      ...of(`articles[${i}].consequences`, consequences, 'lint/unused'),
    ]),
  ];
}

/** Two readings of a question that come to the same wherever it is asked. */
function readingsAlike(regulation: Regulation): Diagnostic[] {
  const asked = new Map<string, { readonly [reading: string]: unknown }[]>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { question, several, readings } = value as { question?: unknown; several?: unknown; readings?: unknown };
    const id = question ?? several;
    if (typeof id === 'string' && typeof readings === 'object' && readings !== null)
      asked.set(id, [...(asked.get(id) ?? []), readings as { readonly [reading: string]: unknown }]);
    for (const inner of Object.values(value)) collect(inner);
  };
  collect(regulation);
  return Object.entries(regulation.questions).flatMap(([id, { readings }]) => {
    const nodes = asked.get(id) ?? [];
    const names = Object.keys(readings);
    return names.flatMap((one, i) =>
      names
        .slice(i + 1)
        .filter((other) => nodes.length > 0 && nodes.every((node) => sameData(node[one], node[other])))
        .map((other) => note('lint/readings-alike', `questions.${id}`, one, other)),
    );
  });
}

/** Hours are worked out only where what was done is known to be: by the time of it, if nobody says so. */
const hoursNeverKnown = ({ facts }: Regulation): Diagnostic[] =>
  Object.entries(facts).flatMap(([name, { derive }]) => {
    const { to = '', status = '' } = derive?.hours ?? {};
    const isImplied = facts[status]?.implied?.some(({ by }) => by === to);
    return status === '' || isImplied ? [] : [note('lint/hours', `facts.${name}.derive`, status, to)];
  });
