import { inFull, type WholeOpenPoint } from '../../case/open-points.js';
import { grouped } from '../../diagnostics/grouped.js';
import type { AnyReport } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { OBLIGATIONS } from '../../messages/obligations.js';
import { REPORT } from '../../messages/report.js';
import { UNIT_ITSELF } from '../../obligations/performance.js';
import type { Obligation } from '../../obligations/report.js';
import type { Names } from '../../policy/names.js';
import { unitNameOf } from '../named.js';
import { type Block, type Item, type Line, list, section } from '../page.js';
import { placeIn } from '../pieces.js';
import { elsewhereText } from './open-points.js';

/** A question of a report that only shows how a duty was done: the unit answers it, and somebody else judges the answer. */
interface ToShow {
  readonly point: WholeOpenPoint;
  readonly obligation: Obligation<Names>;
}

/** What is open of a unit, told apart by who can answer it. */
interface Asked {
  /** What is nobody's to produce but somebody's to settle, or the unit's to tell. */
  readonly settled: readonly WholeOpenPoint[];
  /** What it has to show. */
  readonly toShow: readonly ToShow[];
}

/** Whether an open point of a duty is how it was done, and not what the rules ask. */
export const isToShow = (
  { kind, id }: Pick<WholeOpenPoint, 'kind' | 'id'>,
  { provision }: Pick<Obligation<Names>, 'provision'>,
): boolean => kind === 'evidence' && id.split('@')[0] === provision;

/** What was on file shows its duty no longer. */
const isRenewed = ({ obligation: { grounds = [] } }: ToShow): boolean => grounds.length > 0;

function askedIn(report: AnyReport): Asked {
  const points = inFull(report);
  const of = new Map(
    report.obligations.flatMap((obligation) =>
      obligation.open
        .filter((id) => points.some((point) => point.id === id && isToShow(point, obligation)))
        .map((id) => [id, obligation] as const),
    ),
  );
  const toShow = points.flatMap((point): ToShow[] => {
    const obligation = of.get(point.id);
    return obligation ? [{ point, obligation }] : [];
  });
  return { settled: points.filter(({ id }) => !of.has(id)), toShow };
}

/** All that is open of a unit: by whose it is to settle, then what the unit has to show, told once. */
export function askedBlocks(report: AnyReport, lang: Lang): Block[] {
  const { settled, toShow } = askedIn(report);
  const asked = settled.map((point) => ({ point, line: [point.ask[lang]] }));
  return openSection([...settledItems(asked, lang), ...shownItems(report, toShow, lang)], lang);
}

/** What a unit has to show, by itself. */
export function shownBlocks(report: AnyReport, lang: Lang): Block[] {
  return section(OBLIGATIONS[lang].toShow, list(shownItems(report, askedIn(report).toShow, lang)));
}

/**
 * What is open of several units: what is the same for many of them once; then a line for what each has to show, unless
 * that is told with each in full.
 */
export function askedOfAll(reports: readonly AnyReport[], full: boolean, lang: Lang): Block[] {
  const asked = reports.map((report) => ({ report, ...askedIn(report) }));
  const questions = grouped(
    asked.flatMap(({ report, settled }) => settled.map((point) => ({ point, report }))),
    ({ point }) => JSON.stringify([point.id, point.ask, point.settledBy.id]),
  );
  const items = [...questions.values()]
    .sort((a, b) => b.length - a.length)
    .map((same): Question => {
      const [{ point }] = same;
      const of = same.length === reports.length ? [] : same.map(({ report }) => unitNameOf(report));
      return { point, line: [point.ask[lang], ...unitsIn(of.filter(Boolean), lang)] };
    });
  const shown = asked.flatMap(({ report, toShow }) =>
    judged(toShow, lang).map(({ judge, renewed, shown }) => ({
      line: [
        [unitNameOf(report), placesText(report, shown, lang)].filter(Boolean).join(REPORT[lang].gap),
        { text: REPORT[lang].inBrackets(OBLIGATIONS[lang].checkedBy(judge[lang])), style: 'dim' as const },
      ],
      items: renewed,
    })),
  );
  return [
    ...openSection(settledItems(items, lang), lang),
    ...(full ? [] : section(OBLIGATIONS[lang].toShow, list(shown))),
  ];
}

const openSection = (items: readonly Item[], lang: Lang): Block[] => section(REPORT[lang].open, list(items));

/** Which units ask, by their names while they are few. */
function unitsIn(names: readonly string[], lang: Lang): Line {
  const told = names.length > FEW ? OBLIGATIONS[lang].units(names.length) : names.join(REPORT[lang].and);
  return names.length === 0 ? [] : [{ text: REPORT[lang].inBrackets(told), style: 'dim' }];
}
const FEW = 2;

interface Question {
  readonly point: WholeOpenPoint;
  readonly line: Line;
}

/** Whose something is to settle: the unit is the one of the report, and not one of an incident. */
const settlerText = ({ id, label }: WholeOpenPoint['settledBy'], lang: Lang): string =>
  id === UNIT_ITSELF ? OBLIGATIONS[lang].itself : label[lang];

/** Questions under whose they are to settle, counted; who settles most comes first. */
export const settledItems = (questions: readonly Question[], lang: Lang): Item[] =>
  [...grouped(questions, ({ point }) => point.settledBy.id).values()]
    .sort((a, b) => b.length - a.length)
    .map((of) => ({
      line: [
        REPORT[lang].labelled(REPORT[lang].settledBy, settlerText(of[0].point.settledBy, lang)),
        REPORT[lang].inBrackets(of.length),
      ],
      items: of.map(({ point: { given = [] }, line }) => ({ line: [...line, ...elsewhereText(given, lang)] })),
    }));

/** What is to be shown, by who judges it: what was on file, and is asked by itself; duties with nothing on file. */
const judged = (toShow: readonly ToShow[], lang: Lang) =>
  [...grouped(toShow, ({ point }) => point.settledBy.id).values()].map((of) => ({
    judge: of[0].point.settledBy.label,
    renewed: of.filter(isRenewed).map(({ point: { ask } }): Item => ({ line: [ask[lang]] })),
    shown: of.filter((each) => !isRenewed(each)),
  }));

/** One item for all that one body judges: what is to be renewed, then the duties under their places. */
const shownItems = (report: AnyReport, toShow: readonly ToShow[], lang: Lang): Item[] =>
  judged(toShow, lang).map(({ judge, renewed, shown }) => ({
    line: [REPORT[lang].labelled(OBLIGATIONS[lang].shownBy(judge[lang]), '').trimEnd()],
    items: [
      ...renewed,
      ...byPlace(report, shown, lang).map(([place, duties]) => {
        const actions = [...new Set(duties.map(({ action }) => action[lang]))];
        return { line: [[place, actions.join(REPORT[lang].then)].join(REPORT[lang].gap)] };
      }),
    ],
  }));

const placesText = (report: AnyReport, shown: readonly ToShow[], lang: Lang): string =>
  byPlace(report, shown, lang)
    .map(([place, duties]) => OBLIGATIONS[lang].duties(place, new Set(duties.map(({ provision }) => provision)).size))
    .join(REPORT[lang].and);

const byPlace = (report: AnyReport, shown: readonly ToShow[], lang: Lang) => [
  ...grouped(
    shown.map(({ obligation }) => obligation),
    ({ provision }) => placeIn(report, provision, lang),
  ),
];
