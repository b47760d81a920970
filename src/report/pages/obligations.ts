import { refuseHoles } from '../../diagnostics/reading.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { AnyReport } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { OBLIGATIONS } from '../../messages/obligations.js';
import { REPORT } from '../../messages/report.js';
import type { ObligationReport, ObligationStatus } from '../../obligations/report.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { unitNameOf } from '../named.js';
import { type Block, heading, list, type Page, paragraph, section, table } from '../page.js';
import { placeIn } from '../pieces.js';
import { asOfText } from '../when.js';
import { askedBlocks, askedOfAll, shownBlocks } from './obligation-asks.js';
import { alike, itemOf, rowOf } from './obligation-items.js';
import { ownBlocks } from './own-rules.js';

/** How duties may stand, what needs attention first. */
export const STATUSES = ['breached', 'overdue', 'due-soon', 'undetermined', 'fulfilled', 'not-applicable'] as const;
/** What somebody has to see to. */
const PRESSING = ['breached', 'overdue', 'due-soon'] as const;
/** What does not apply is only counted. */
const REST = ['undetermined', 'fulfilled'] as const;

export interface ObligationsPageOptions extends PageOptions {
  /** Every duty that applies, one by one; by default what is breached, overdue or due soon, with the rest counted. */
  readonly full?: boolean | undefined;
}

/**
 * A unit's obligations: what is not performed as required, overdue or due soon, by which words and on what ground, what
 * that leads to, and what is open with whose it is to settle; of several units first all of that for the whole of them,
 * then each by itself.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no report
 * @example
 * const text = renderText(obligationsPage(checkUnitObligations(unit), { lang: 'zh' }));
 */
export const obligationsPage = <N extends Names = ShippedNames>(
  reports: ObligationReport<N> | readonly ObligationReport<N>[],
  options?: ObligationsPageOptions,
): Page =>
  guarded(options, { ...PAGE, full: 'boolean' }, ({ lang = 'zh', full = false }) => {
    if (Array.isArray(reports)) refuseHoles(reports);
    const all: readonly AnyReport[] = [reports].flat();
    const [only] = all;
    const disclaimer = paragraph({ text: REPORT[lang].disclaimer, style: 'dim' });
    if (only && all.length === 1)
      return {
        lang,
        blocks: [
          ...unitBlocks(only, full, [asOfText(only.asOf, lang)], lang),
          ...askedBlocks(only, lang),
          ...ownBlocks(only, full, lang),
          ...(full ? personalBlocks(all, lang) : []),
          disclaimer,
        ],
      };
    const days = [...new Set(all.map(({ asOf }) => asOfText(asOf, lang)))];
    return {
      lang,
      blocks: [
        ...overviewBlocks(all, days, lang),
        ...askedOfAll(all, full, lang),
        ...all.flatMap((report) => [
          ...unitBlocks(report, full, days.length > 1 ? [asOfText(report.asOf, lang)] : [], lang),
          ...(full ? shownBlocks(report, lang) : []),
          ...ownBlocks(report, full, lang),
        ]),
        ...personalBlocks(all, lang),
        disclaimer,
      ],
    };
  });

/** What is first to be seen to in a whole school, and how each unit stands. */
function overviewBlocks(reports: readonly AnyReport[], days: readonly string[], lang: Lang): Block[] {
  const say = REPORT[lang];
  const pressing = PRESSING.flatMap((status) =>
    section(
      say.obligation[status],
      list(
        reports
          .flatMap((report) =>
            alike(report.obligations.filter((each) => each.status === status)).map((rows) => ({
              due: rows[0].dueOn ?? LAST,
              item: itemOf(report, rows, lang, unitNameOf(report)),
            })),
          )
          .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
          .map(({ item }) => item),
      ),
    ),
  );
  const counts = reports.map((report) => [
    [unitNameOf(report)],
    ...STATUSES.map((status) => [String(report.counts[status])]),
  ]);
  return [
    heading(1, say.obligations),
    ...(days.length === 0 ? [] : [paragraph(say.asOf(days.join(say.and)))]),
    ...pressing,
    ...section(OBLIGATIONS[lang].all, table(counts, [say.unit, ...STATUSES.map((status) => say.obligation[status])])),
  ];
}
/** What has no day comes after what has one. */
const LAST = '9999-12-31T23:59:59';

/** A unit by itself, with the day it is judged on where that is not told before. */
function unitBlocks(report: AnyReport, full: boolean, days: readonly string[], lang: Lang): Block[] {
  const say = REPORT[lang];
  const rowsAs = (status: ObligationStatus) => alike(report.obligations.filter((each) => each.status === status));
  return [
    heading(1, [say.obligations, unitNameOf(report)].filter(Boolean).join(' · ')),
    ...days.map((day) => paragraph(say.asOf(day))),
    paragraph(
      STATUSES.map((status) => OBLIGATIONS[lang].counted(say.obligation[status], report.counts[status])).join(say.gap),
    ),
    ...PRESSING.flatMap((status) =>
      section(say.obligation[status], list(rowsAs(status).map((rows) => itemOf(report, rows, lang)))),
    ),
    ...consequenceBlocks(report, lang),
    ...(full
      ? REST.flatMap((status) =>
          section(say.obligation[status], table(rowsAs(status).map((rows) => rowOf(report, rows, lang)))),
        )
      : []),
  ];
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
  return section(say.breachLeadsTo, table(led));
}

/** Whose the duties of persons are, each once for all units: no unit's report judges them. */
function personalBlocks(reports: readonly AnyReport[], lang: Lang): Block[] {
  const rows = reports.flatMap((report) =>
    report.personal.map(({ provision, bearer, action }) => ({
      provision,
      row: [[placeIn(report, provision, lang)], [bearer.label[lang]], [action[lang]]],
    })),
  );
  const once = [...new Map(rows.map(({ provision, row }) => [provision, row])).values()];
  return section(REPORT[lang].personal, table(once));
}
