import type { Bilingual } from '../../language.js';
import { conditionsIn } from '../../logic/condition.js';
import { canonicalForm } from '../../regulation/canonical.js';
import { passages } from '../../regulation/citation.js';
import type { Article, Provision, Regulation } from '../../regulation/schema.js';
import { conditionsOfTerm } from '../../regulation/term-conditions.js';
import { conditionsOf } from '../conditions.js';
import { isBilingual } from './entries.js';
import { aligned } from './passages.js';
import type { EntryChange, ReviewPoint } from './result.js';
import { bare, meanTheSame, ruleIn } from './search/rule.js';
import { isSame, type Stretch } from './stretches.js';

/** What stayed as it was though what it is about changed: glosses, labels, questions, quotes, one of two languages. */
export function reviewPoints(
  before: Regulation,
  after: Regulation,
  stretches: readonly Stretch[],
  entries: readonly EntryChange[],
): ReviewPoint[] {
  const points = [
    ...stretches.filter((stretch) => !isSame(stretch)).flatMap(({ before, after }) => ofText(before, after)),
    ...stretches.flatMap((stretch) => ofProvisions(before, after, stretch)),
    ...ofDefinitions('terms', before.terms, after.terms, ['words']),
    ...ofDefinitions('facts', before.facts, after.facts, []),
    ...ofQuestions(before, after),
    ...entries.flatMap(oneLanguage),
  ];
  return [...new Map(points.map((point) => [canonicalForm(point), point])).values()];
}

/**
 * The labels and our English that two versions of an article in one regulation share though the very words they are of
 * changed. What else may need a look, a comparison of two folders tells.
 */
export const leftBehind = (regulation: Regulation, before: Article, after: Article): ReviewPoint[] =>
  [...ofText(before, after), ...ofProvisions(regulation, regulation, { article: after.article, before, after })].filter(
    ({ section, because }) => section === 'text' || because.includes('quote'),
  );

/** Our English of a passage. */
const ofText = (before: Article | undefined, after: Article | undefined): ReviewPoint[] =>
  aligned(before ? passages(before) : [], after ? passages(after) : []).flatMap(([was, is]) =>
    was && is && was.text !== is.text && was.gloss === is.gloss && is.gloss !== undefined
      ? [{ section: 'text', id: is.place, field: 'gloss', text: is.gloss, because: ['text'] }]
      : [],
  );

type Worded = Readonly<Record<string, unknown>>;

function ofProvisions(before: Regulation, after: Regulation, stretch: Stretch): ReviewPoint[] {
  const texts = (article: Article) => new Map(passages(article).map(({ text, place }) => [place, text]));
  return (stretch.after?.provisions ?? []).flatMap((is) => {
    const was = stretch.before?.provisions.find(({ id }) => id === is.id);
    if (!was || !stretch.before || !stretch.after) return [];
    const rules = [ruleIn(before, stretch.before, is.id), ruleIn(after, stretch.after, is.id)] as const;
    const isRule = (rules[0] ?? rules[1]) !== undefined && !meanTheSame(...rules);
    const because = [...(quoteOf(was) === quoteOf(is) ? [] : ['quote']), ...(isRule ? ['rule'] : [])];
    const [old, now] = [texts(stretch.before), texts(stretch.after)];
    // A quote that stays in words that changed may say something else there.
    const moved = [...now].filter(([place, text]) => text.includes(quoteOf(is) ?? text) && old.get(place) !== text);
    const quote = quoteOf(is);
    return [
      ...kept('provisions', is.id, was as Worded, is as Worded, because),
      ...(quote !== undefined && quote === quoteOf(was) && moved.length > 0
        ? [{ section: 'provisions', id: is.id, field: 'quote', text: quote, because: ['text'] }]
        : []),
    ];
  });
}

const quoteOf = (provision: Provision): string | undefined => ('quote' in provision ? provision.quote : undefined);

function ofDefinitions(
  section: string,
  before: Readonly<Record<string, object>>,
  after: Readonly<Record<string, object>>,
  words: readonly string[],
): ReviewPoint[] {
  return Object.entries(after).flatMap(([id, is]) => {
    const was = before[id];
    if (!was) return [];
    const changed = words.filter((key) => (was as Worded)[key] !== (is as Worded)[key]);
    const because = [...changed, ...(bare(was) === bare(is) ? [] : ['rule'])];
    return kept(section, id, was as Worded, is as Worded, because);
  });
}

/** A question whose words changed, or what its readings come to wherever it is asked. */
function ofQuestions(before: Regulation, after: Regulation): ReviewPoint[] {
  const [of, by] = [askedIn(before), askedIn(after)];
  return Object.entries(after.questions).flatMap(([id, is]) => {
    const was = before.questions[id];
    if (!was) return [];
    const because = [...(was.words === is.words ? [] : ['words']), ...(of.get(id) === by.get(id) ? [] : ['rule'])];
    const readings = (question: typeof is): Worded =>
      Object.fromEntries(Object.entries(question.readings).map(([name, text]) => [`readings.${name}`, text]));
    return kept('questions', id, { ask: was.ask, ...readings(was) }, { ask: is.ask, ...readings(is) }, because);
  });
}

function askedIn({ articles, terms }: Regulation): ReadonlyMap<string, string> {
  const conditions = [
    ...articles.flatMap((article) => [
      ...article.provisions.flatMap((each) => conditionsOf(each).map(([, condition]) => condition)),
      ...Object.values(article.conditions ?? {}),
    ]),
    ...Object.values(terms).flatMap(conditionsOfTerm),
  ];
  const asked = new Map<string, Set<string>>();
  for (const each of conditions.flatMap((condition) => conditionsIn(condition)))
    if ('question' in each) asked.set(each.question, (asked.get(each.question) ?? new Set()).add(bare(each)));
  return new Map([...asked].map(([question, forms]) => [question, [...forms].sort().join()]));
}

/** Labels and questions that stayed the same in both languages. */
function kept(section: string, id: string, was: Worded, is: Worded, because: readonly string[]): ReviewPoint[] {
  if (because.length === 0) return [];
  return Object.entries(is).flatMap(([field, value]) => {
    if (!isBilingual(value)) return [];
    const same = isBilingual(was[field]) && (was[field] as Bilingual).zh === value.zh;
    return same ? [{ section, id, field, text: value.zh, because }] : [];
  });
}

/** Words that changed in Chinese and not in English. */
const oneLanguage = ({ section, id, fields }: EntryChange): ReviewPoint[] =>
  fields.flatMap(({ field }) => {
    const [, name] = /^(.+)\.zh$/.exec(field) ?? [];
    return name === undefined || fields.some((each) => each.field === `${name}.en`)
      ? []
      : [{ section, id, field: `${name}.en`, text: '', because: [field] }];
  });
