import { formatDiagnostic, formatPlace } from 'zerenzhi';
import type {
  ArticleChange,
  DueChange,
  RecordDiff,
  RegulationDiff,
  ReviewPoint,
  ScenarioDiff,
  Telling,
  TellingCase,
  Turned,
} from 'zerenzhi/authoring';
import { differenceText } from 'zerenzhi/authoring';
import { type Block, type Item, type Line, type Page, visible } from 'zerenzhi/report';
import { DIFF } from '../messages/diff.js';
import { caseItems } from './case-items.js';
import { entryItem, fieldName, type Sides, textItem } from './change-items.js';
import { plainText } from './value-text.js';

/** A filed record, by the file it is in. */
export type FiledRecord = RecordDiff & { readonly file: string };

/** What differs between two regulations, as a page. */
export function diffPage(
  diff: RegulationDiff,
  scenarios: readonly ScenarioDiff[],
  records: readonly FiledRecord[],
  sides: Sides,
): Page {
  const { lang } = sides;
  const say = DIFF[lang];
  const [before, after] = [diff.before, diff.after].map(({ title, number }) => `${title[lang]} ${number}`);
  const named = before === after ? before : `${before}${say.arrow}${after}`;
  const parts = (of: ArticleChange) => of.parts.map((part) => entryItem(part, sides));
  return {
    lang,
    blocks: [
      heading(1, `${say.title}${say.gap}${visible(named ?? '')}`),
      ...(diff.identical ? [paragraph(say.identical)] : [paragraph(say.counts(countsOf(diff)))]),
      ...section(
        say.text,
        articles(diff, sides, (of) => of.text.map((each) => textItem(each, lang))),
      ),
      ...section(say.parts, articles(diff, sides, parts)),
      ...section(say.definitions, list(diff.definitions.map((each) => entryItem(each, sides)))),
      ...section(say.telling, told(diff.telling, sides)),
      ...section(say.due, list(diff.due.map((each) => dueItem(each, sides)))),
      ...section(say.review, list(diff.review.map((each) => reviewItem(each, sides)))),
      ...section(say.scenariosTitle, list(scenarios.map((each) => scenarioItem(each, sides)))),
      ...section(say.recordsTitle, recordBlocks(records, sides)),
    ],
  };
}

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, line: [text] });
const paragraph = (text: string): Block => ({ kind: 'paragraph', line: [text] });
const list = (items: readonly Item[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);
const section = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks];

function countsOf({ articles }: RegulationDiff) {
  const provisions = articles.flatMap(({ parts }) => parts.filter(({ section }) => section === 'provisions'));
  const of = (kind: string) => provisions.filter(({ change }) => change === kind).length;
  return {
    text: articles.flatMap(({ text }) => text).length,
    added: of('added'),
    gone: of('gone'),
    changed: of('changed'),
  };
}

function articles({ articles }: RegulationDiff, { lang }: Sides, items: (of: ArticleChange) => Item[]): Block[] {
  const say = DIFF[lang];
  return articles.flatMap((of) => {
    const title = `${formatPlace(String(of.article), lang)}${say.since(of.from, of.until)}${say.gap}${say.change[of.change]}`;
    const blocks = list(items(of));
    return blocks.length === 0 ? [] : [heading(3, title), ...blocks];
  });
}

/** A provision by its name, and from which day on it is looked at. */
const headOf = ({ provision, label, from }: Pick<Telling, 'provision' | 'label' | 'from'>, { lang }: Sides): string =>
  `${visible(provision)}${DIFF[lang].gap}${visible(label[lang])}${DIFF[lang].since(from, undefined)}`;

const outcomes = ({ lang }: Sides, before: string | undefined, after: string | undefined): Line => {
  const say = DIFF[lang];
  const told = (outcome: string | undefined) => say.outcome[outcome ?? ''] ?? outcome ?? say.none;
  return [
    `${say.was}${say.colon}`,
    { text: told(before), style: 'strong' },
    `${say.then}${say.is}${say.colon}`,
    { text: told(after), style: 'strong' },
  ];
};

function told(telling: readonly Telling[], sides: Sides): Block[] {
  const { lang } = sides;
  const say = DIFF[lang];
  const items = telling.map(({ found, tried, ...named }): Item => {
    const inside = found
      ? [
          { line: outcomes(sides, found.before, found.after) },
          ...caseItems(found, union(sides), lang),
          ...unknownItems(found, sides),
        ]
      : [{ line: [say.notFound(tried)] }];
    return { line: [headOf(named, sides)], items: inside };
  });
  return items.length === 0 ? [] : [paragraph(say.tellingNote), ...list(items)];
}

/** Names in a case that one of them does not have, and is assessed without. */
const unknownItems = ({ unknown }: TellingCase, { lang }: Sides): Item[] =>
  (['before', 'after'] as const).flatMap((side) => {
    const names = unknown?.[side] ?? [];
    return names.length === 0 ? [] : [{ line: [DIFF[lang].unknown[side], visible(names.join(DIFF[lang].and))] }];
  });

/** What either of them has names for. */
const union = ({ before, after }: Sides) => ({
  ...after,
  facts: { ...before.facts, ...after.facts },
  terms: { ...before.terms, ...after.terms },
  questions: { ...before.questions, ...after.questions },
});

function dueItem({ rhythm, example, ...named }: DueChange, sides: Sides): Item {
  const { lang } = sides;
  const say = DIFF[lang];
  const times = (due: readonly { readonly at: string }[]) => due.map(({ at }) => at).join(say.and) || say.noDue;
  const both = (what: string, before: string, after: string) => `${what}${say.colon}${before}${say.arrow}${after}`;
  return {
    line: [headOf(named, sides)],
    items: [
      ...(rhythm
        ? [
            {
              line: [
                both(
                  say.owedNow,
                  plainText(rhythm.before, sides.before, lang),
                  plainText(rhythm.after, sides.after, lang),
                ),
              ],
            },
          ]
        : []),
      ...(example ? [{ line: [both(say.dueAt, times(example.before), times(example.after))] }] : []),
      ...(example ? caseItems(example, union(sides), lang) : []),
    ],
  };
}

function reviewItem({ section, id, field, text, because }: ReviewPoint, { lang }: Sides): Item {
  const say = DIFF[lang];
  const what = section === 'text' ? formatPlace(id, lang) : id;
  const head = [say.sections[section] ?? section, visible(what), fieldName(field, lang)].join(say.gap);
  const why = say.inBrackets(say.because(because.map((each) => fieldName(each, lang))));
  return { line: [`${head}${why}${text === '' ? '' : `${say.colon}${visible(text)}`}`] };
}

const scenarioItem = ({ file, line, name, differences, faults }: ScenarioDiff, { lang }: Sides): Item => ({
  line: [visible(`${file}:${line}${DIFF[lang].gap}${name}`)],
  items: [
    ...differences.map((each) => ({ line: [visible(differenceText(each, lang))] })),
    ...faults.map((fault) => ({ line: [visible(formatDiagnostic(fault, lang))] })),
  ],
});

function recordBlocks(records: readonly FiledRecord[], sides: Sides): Block[] {
  const say = DIFF[sides.lang];
  const failed = ({ faults }: FiledRecord) => faults.before.length + faults.after.length > 0;
  const turned = records.filter((each) => each.turned.length > 0 || each.followsOtherwise || failed(each));
  const same = records.length - turned.length;
  return [
    ...list(turned.map((each) => recordItem(each, sides))),
    ...(same > 0 ? [paragraph(say.recordsSame(same))] : []),
  ];
}

function recordItem(
  { file, id, title, before, after, turned, followsOtherwise, faults }: FiledRecord,
  sides: Sides,
): Item {
  const { lang } = sides;
  const say = DIFF[lang];
  const name = [file, id, title].filter((each) => each !== undefined).join(say.gap);
  const wrong = [...faults.before, ...faults.after].map((fault) => ({
    line: [visible(formatDiagnostic(fault, lang))],
  }));
  return {
    line: [visible(name)],
    items: [
      { line: outcomes(sides, before ?? say.unassessed, after ?? say.unassessed) },
      ...wrong,
      ...turned.map((each) => ({ line: turnedLine(each, sides) })),
      ...(followsOtherwise ? [{ line: [say.followsOtherwise] }] : []),
    ],
  };
}

function turnedLine({ provision, unit, before, after }: Turned, sides: Sides): Line {
  const say = DIFF[sides.lang];
  const all = [sides.after, sides.before].flatMap(({ articles }) => articles.flatMap(({ provisions }) => provisions));
  const found = all.find(({ id }) => id === provision);
  const label = found?.kind === 'duty' ? found.action : found?.label;
  const head = [provision, label?.[sides.lang]].filter(Boolean).join(say.gap);
  return [
    visible(`${head}${unit === undefined ? '' : say.inBrackets(unit)}${say.gap}`),
    ...outcomes(sides, before, after),
  ];
}
