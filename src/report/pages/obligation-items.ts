import { type Alike, grouped } from '../../diagnostics/grouped.js';
import type { AnyReport } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { EXPLAIN } from '../../messages/explain.js';
import { OBLIGATIONS } from '../../messages/obligations.js';
import { REPORT } from '../../messages/report.js';
import type { Obligation, SingleObligation } from '../../obligations/report.js';
import type { Names } from '../../policy/names.js';
import { actionText, readingText, wordsOf } from '../duty-text.js';
import { groundsText } from '../ground-text.js';
import { named } from '../named.js';
import type { Item, Line } from '../page.js';
import { placeIn } from '../pieces.js';
import { whenText } from '../when.js';

/** One duty, or several that stand alike: for several systems, or towards several units. */
export type Rows = Alike<Obligation<Names>>;

/** How any duty stands, of the regulation or of a unit's own rules. */
type Stands = Omit<SingleObligation<Names>, 'editions' | 'leadsTo'>;

/**
 * Duties that stand alike, for the same reason, told together.
 *
 * @param more what else they have to have in common
 */
export const alike = <Of extends Stands>(rows: readonly Of[], more: (row: Of) => unknown = () => null): Alike<Of>[] => [
  ...grouped(rows, (row) => {
    const { provision, status, occasion, incident, dueOn, madeGoodOn, grounds } = row;
    return JSON.stringify([provision, status, occasion?.id, incident, dueOn, madeGoodOn, grounds, more(row)]);
  }).values(),
];

/** A row of a table: where the duty stands, what it is, for what it is owed, its days. */
export function rowOf(report: AnyReport, rows: Rows, lang: Lang): Line[] {
  const [first] = rows;
  return [
    [placeIn(report, first.provision, lang)],
    [first.action[lang]],
    [subjectText(report, rows, lang)],
    [[daysText(rows, lang), readingText(report, first, lang)].filter((part) => part !== '').join(REPORT[lang].gap)],
  ];
}

/** What somebody has to see to: the duty, the words of the text where they are others, and what it rests on. */
export function itemOf(report: AnyReport, rows: Rows, lang: Lang, unit?: string): Item {
  const [say, words] = [REPORT[lang], OBLIGATIONS[lang]];
  const [first] = rows;
  const { provision, action, grounds = [] } = first;
  const { quote } = wordsOf(report, first);
  const told = [
    ...(unit === undefined ? [] : [unit]),
    placeIn(report, provision, lang),
    actionText(report, first, lang),
    subjectText(report, rows, lang),
    daysText(rows, lang),
  ];
  return {
    line: [told.filter((part) => part !== '').join(say.gap)],
    items: [
      ...(action[lang].includes(quote)
        ? []
        : [{ line: [say.labelled(words.words, ''), { text: EXPLAIN[lang].quoted(quote), lang: 'zh' as const }] }]),
      ...(grounds.length === 0 ? [] : [{ line: [say.labelled(words.grounds, groundsText(grounds, lang))] }]),
    ],
  };
}

export function subjectText({ names }: Pick<AnyReport, 'names'>, rows: Alike<Stands>, lang: Lang): string {
  const say = REPORT[lang];
  const [{ occasion, incident }] = rows;
  const systems = rows.flatMap(({ system }) => (system === undefined ? [] : named(names.systems, system)));
  const towards = rows.flatMap((row) => (row.towards === undefined ? [] : named(names.units, row.towards)));
  return [
    ...(systems.length === 0 ? [] : [`${say.system} ${systems.join(say.and)}`]),
    ...(towards.length === 0 ? [] : [say.towards(towards)]),
    ...(occasion ? [`${say[occasion.kind]} ${occasion.name ?? occasion.id}`] : []),
    ...(incident === undefined ? [] : [`${say.incident} ${incident}`]),
  ].join(say.gap);
}

export function daysText([{ dueOn, madeGoodOn }]: Alike<Stands>, lang: Lang): string {
  const say = REPORT[lang];
  return [
    ...(madeGoodOn === undefined ? [] : [`${say.madeGood} ${whenText(madeGoodOn, lang)}`]),
    ...(dueOn === undefined ? [] : [`${say.next} ${whenText(dueOn, lang)}`]),
  ].join(say.gap);
}
