import { inFull } from '../../case/open-points.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { AnyReport } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { REPORT } from '../../messages/report.js';
import type { Obligation, ObligationReport } from '../../obligations/report.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { grouped } from '../grouped.js';
import { named, unitNameOf } from '../named.js';
import { type Block, heading, type Line, type Page, paragraph, section, table } from '../page.js';
import { placeIn } from '../pieces.js';
import { asOfText, whenText } from '../when.js';
import { openBlocks } from './open-points.js';

/** How duties may stand, what needs attention first. */
export const STATUSES = ['breached', 'overdue', 'due-soon', 'undetermined', 'fulfilled', 'not-applicable'] as const;

/**
 * A unit's obligations, what needs attention first; of several units first what is breached, overdue or due soon in any
 * of them, by its day, then each by itself.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no report
 * @example
 * const text = renderText(obligationsPage(checkUnitObligations(unit), { lang: 'zh' }));
 */
export const obligationsPage = <N extends Names = ShippedNames>(
  reports: ObligationReport<N> | readonly ObligationReport<N>[],
  options?: PageOptions,
): Page =>
  guarded(options, PAGE, ({ lang = 'zh' }) => {
    const list: readonly AnyReport[] = [reports].flat();
    const own = list.flatMap((report) => unitBlocks(report, lang));
    return { lang, blocks: list.length === 1 ? own : [...overviewBlocks(list, lang), ...own] };
  });

/** What is first to be seen to in a whole school, and how each unit stands. */
function overviewBlocks(reports: readonly AnyReport[], lang: Lang): Block[] {
  const say = REPORT[lang];
  const pressing = PRESSING.flatMap((status) =>
    section(
      say.obligation[status],
      table(
        reports
          .flatMap((report) =>
            alike(report.obligations.filter((each) => each.status === status)).map((rows) => ({
              due: rows[0]?.dueOn,
              row: [[unitNameOf(report)], ...rowOf(report, rows, lang)],
            })),
          )
          .sort((a, b) => ((a.due ?? LAST) < (b.due ?? LAST) ? -1 : 1))
          .map(({ row }) => row),
      ),
    ),
  );
  const counts = reports.map((report) => [
    [unitNameOf(report)],
    ...STATUSES.map((status) => [String(report.counts[status])]),
  ]);
  return [
    heading(1, say.obligations),
    ...pressing,
    ...section(say.units, table(counts, [say.unit, ...STATUSES.map((status) => say.obligation[status])])),
  ];
}
/** What somebody has to see to. */
const PRESSING = ['breached', 'overdue', 'due-soon'] as const;
/** What has no day comes after what has one. */
const LAST = '9999-12-31T23:59:59';

function unitBlocks(report: AnyReport, lang: Lang): Block[] {
  const say = REPORT[lang];
  const counted = STATUSES.map((status) => `${say.obligation[status]} ${report.counts[status]}`).join(say.gap);
  // What does not apply is only counted.
  const parts = STATUSES.slice(0, -1).flatMap((status): Block[] => {
    const rows = report.obligations.filter((obligation) => obligation.status === status);
    return rows.length === 0
      ? []
      : [heading(2, say.obligation[status]), ...table(alike(rows).map((row) => rowOf(report, row, lang)))];
  });
  return [
    heading(1, [say.obligations, unitNameOf(report)].filter(Boolean).join(' · ')),
    paragraph(`${say.asOf(asOfText(report.asOf, lang))}${say.gap}${counted}`),
    ...parts,
    ...consequenceBlocks(report, lang),
    ...personalBlocks(report, lang),
    ...openBlocks(inFull(report), lang),
  ];
}

/** Duties that stand alike, of which one or, towards several other units, more are told in a row. */
const alike = (rows: readonly Obligation<Names>[]): (readonly Obligation<Names>[])[] => [
  ...grouped(rows, (row) => {
    const { provision, towards, dueOn = '', madeGoodOn = '' } = row;
    return towards === undefined ? String(rows.indexOf(row)) : [provision, dueOn, madeGoodOn].join(' ');
  }).values(),
];

function rowOf(report: AnyReport, rows: readonly Obligation<Names>[], lang: Lang): Line[] {
  const say = REPORT[lang];
  const [{ provision, action, system, occasion, incident, dueOn, madeGoodOn }] = rows as readonly [Obligation<Names>];
  const { names } = report;
  const towards = rows.flatMap((row) => (row.towards === undefined ? [] : named(names.units, row.towards)));
  const of = [
    ...(system === undefined ? [] : [`${say.system} ${named(names.systems, system)}`]),
    ...(towards.length === 0 ? [] : [say.towards(towards)]),
    ...(occasion ? [`${say[occasion.kind]} ${occasion.name ?? occasion.id}`] : []),
    ...(incident === undefined ? [] : [incident]),
  ].join(say.gap);
  const days = [
    ...(madeGoodOn === undefined ? [] : [`${say.madeGood} ${whenText(madeGoodOn, lang)}`]),
    ...(dueOn === undefined ? [] : [`${say.next} ${whenText(dueOn, lang)}`]),
  ];
  return [[placeIn(report, provision, lang)], [action[lang]], [of], [days.join(say.gap)]];
}

/** What the breaches lead to, told once. */
function consequenceBlocks(report: AnyReport, lang: Lang): Block[] {
  const say = REPORT[lang];
  const led = Object.entries(report.consequences).flatMap(([provision, entailed]) => {
    const places = report.obligations
      .filter(({ leadsTo }) => leadsTo?.includes(provision))
      .map((obligation) => placeIn(report, obligation.provision, lang));
    return entailed
      ? [[[placeIn(report, provision, lang)], [entailed.label[lang]], [[...new Set(places)].join(say.and)]]]
      : [];
  });
  return led.length === 0 ? [] : [heading(2, say.breachLeadsTo), ...table(led)];
}

/** Whose the duties of persons are: no unit's report judges them. */
function personalBlocks(report: AnyReport, lang: Lang): Block[] {
  const rows = report.personal.map(({ provision, bearer, action }) => [
    [placeIn(report, provision, lang)],
    [bearer.label[lang]],
    [action[lang]],
  ]);
  return rows.length === 0 ? [] : [heading(2, REPORT[lang].personal), ...table(rows)];
}
