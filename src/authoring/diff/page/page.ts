import { formatDiagnostic } from '../../../diagnostics/format.js';
import { withoutHoles } from '../../../diagnostics/reading.js';
import { guarded } from '../../../explanation/guarded.js';
import type { Lang } from '../../../language.js';
import { AMENDMENT } from '../../../messages/amendment.js';
import { COMPARISON } from '../../../messages/comparison.js';
import { REPORT } from '../../../messages/report.js';
import { formatPlace } from '../../../regulation/citation.js';
import type { Article, Regulation } from '../../../regulation/schema.js';
import { type Block, heading, type Item, list, type Page, paragraph, section } from '../../../report/page.js';
import { refuseUnchecked } from '../../refuse-unchecked.js';
import { differenceText } from '../../scenarios/failure.js';
import { eitherOf } from '../either.js';
import type { RecordDiff } from '../records.js';
import type { ArticleChange, RegulationDiff } from '../result.js';
import type { ScenarioDiff } from '../scenarios.js';
import { dueItem, tellingItem } from './case-items.js';
import { entryItem, reviewItem, type Sides, textItem } from './change-items.js';
import { recordBlocks } from './record-items.js';

export interface AmendmentPageOptions {
  /** `zh` by default. */
  readonly lang?: Lang | undefined;
  /** The scenarios that hold before and not after, as `diffScenarios` tells them. */
  readonly scenarios?: readonly ScenarioDiff[] | undefined;
  /** What `diffRecord` tells of filed records, each with the file it is in, where it has one. */
  readonly records?: readonly (RecordDiff & { readonly file?: string })[] | undefined;
}

/**
 * What an amendment changes, as a page for those who approve it: the text word by word, provisions and definitions,
 * cases that tell the rules apart, due times, what to review, scenarios and filed records that come out otherwise.
 *
 * @param diff what differs between the two regulations, whose labels the page takes from them
 * @throws ZerenzhiError with every fault of the options, if one of the regulations was not checked, or if it is no such
 * difference
 * @example
 * const [before, after] = [loadRegulation('rules'), loadRegulation('amended')];
 * const text = renderMarkdown(amendmentPage(diffRegulations(before, after), before, after, { lang: 'en' }));
 */
export const amendmentPage = (
  diff: RegulationDiff,
  before: Regulation,
  after: Regulation,
  options?: AmendmentPageOptions,
): Page =>
  guarded(options, { lang: 'lang', scenarios: 'anything', records: 'anything' }, (given) => {
    refuseUnchecked({ before, after });
    const { lang = 'zh', scenarios = [], records = [] } = given as AmendmentPageOptions;
    const sides = { before, after, either: eitherOf(before, after), lang };
    return { lang, blocks: blocksOf(withoutHoles(diff), withoutHoles(scenarios), withoutHoles(records), sides) };
  });

function blocksOf(
  diff: RegulationDiff,
  scenarios: NonNullable<AmendmentPageOptions['scenarios']>,
  records: NonNullable<AmendmentPageOptions['records']>,
  sides: Sides,
): Block[] {
  const { lang } = sides;
  const say = AMENDMENT[lang];
  const [was, is] = [diff.before, diff.after].map(({ title, number }) => `${title[lang]} ${number}`) as [
    string,
    string,
  ];
  const telling = diff.telling.map((each) => tellingItem(each, sides));
  return [
    heading(1, `${say.title}${REPORT[lang].gap}${was === is ? was : COMPARISON[lang].fromTo(was, is)}`),
    paragraph(diff.identical ? say.identical : say.counts(countsOf(diff))),
    ...section(
      say.text,
      articleBlocks(diff, sides, ({ text }) => text.map((each) => textItem(each, sides))),
    ),
    ...section(
      say.parts,
      articleBlocks(diff, sides, (of) => of.parts.map((each) => entryItem(each, withinArticle(of, sides)))),
    ),
    ...section(say.definitions, list(diff.definitions.map((each) => entryItem(each, sides)))),
    ...section(say.telling, telling.length === 0 ? [] : [paragraph(say.tellingNote), ...list(telling)]),
    ...section(say.due, list(diff.due.map((each) => dueItem(each, sides)))),
    ...section(say.review, list(diff.review.map((each) => reviewItem(each, sides)))),
    ...section(say.scenarios, list(scenarios.map((each) => scenarioItem(each, sides)))),
    ...section(say.records, recordBlocks(records, sides)),
  ];
}

function countsOf({ articles }: RegulationDiff) {
  const provisions = articles.flatMap(({ parts }) => parts.filter((part) => part.section === 'provisions'));
  const of = (kind: string) => provisions.filter(({ change }) => change === kind).length;
  return {
    text: articles.flatMap(({ text }) => text).length,
    added: of('added'),
    gone: of('gone'),
    changed: of('changed'),
  };
}

/** What is told of each article, under its number and the days that it is told of. */
function articleBlocks({ articles }: RegulationDiff, { lang }: Sides, items: (of: ArticleChange) => Item[]): Block[] {
  const say = AMENDMENT[lang];
  const { gap, inBrackets } = REPORT[lang];
  return articles.flatMap((of) => {
    const days = say.since(of.from, of.until);
    const title = `${formatPlace(String(of.article), lang)}${days === '' ? '' : inBrackets(days)}${gap}${say.change[of.change]}`;
    return section(title, list(items(of)), 3);
  });
}

/** The same without the consequences of other articles, which may have the same names, and of later versions. */
function withinArticle({ article, from = '' }: ArticleChange, sides: Sides): Sides {
  const isOwn = (of: Article) => of.article === article && (of.from ?? '') <= from;
  const within = (of: Regulation): Regulation => ({
    ...of,
    articles: of.articles.map((each) => (isOwn(each) ? each : { ...each, consequences: undefined })),
  });
  return { ...sides, before: within(sides.before), after: within(sides.after) };
}

const scenarioItem = ({ file, line, name, differences, faults }: ScenarioDiff, { lang }: Sides): Item => ({
  line: [`${file}:${line}${REPORT[lang].gap}${name}`],
  items: [
    ...differences.map((each) => ({ line: [differenceText(each, lang)] })),
    ...faults.map((fault) => ({ line: [formatDiagnostic(fault, lang)] })),
  ],
});
