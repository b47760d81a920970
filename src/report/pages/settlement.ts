import type { IncidentAssessment } from '../../assessment/assessment.js';
import { decidingCases } from '../../assessment/deciding.js';
import { grouped } from '../../diagnostics/grouped.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import { leadsOf } from '../../explanation/leads.js';
import type { AnyAssessment } from '../../explanation/results.js';
import type { Settlement } from '../../inquiry/settle.js';
import type { Lang } from '../../language.js';
import { REPORT } from '../../messages/report.js';
import { SETTLE } from '../../messages/settle.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { formatPlace, placeOf } from '../../regulation/citation.js';
import type { Regulation } from '../../regulation/schema.js';
import { lawOf } from '../law-of.js';
import { type Block, heading, type Item, list, type Page, paragraph, section } from '../page.js';
import { truthRun } from '../pieces.js';
import { STATUS } from './assessment-parts.js';
import { changeIn, setItems } from './change-text.js';
import { outcomeBlocks } from './conclusion.js';
import { elsewhereText, openItems } from './open-points.js';

/** Questions that are proposed to be asked first. */
const NEXT = 3;

/**
 * What would settle an assessment: what is missing and whose it is, the smallest sets of answers that decide it, and
 * what to ask next.
 *
 * @param options with the policy where it is not one of the shipped regulation
 * @throws ZerenzhiError with every fault of the options, or if it is no settlement
 * @example
 * const text = renderText(settlementPage(settle(incident), { lang: 'zh' }));
 */
export const settlementPage = <N extends Names = ShippedNames>(
  settlement: Settlement<N>,
  options?: PageOptions,
): Page =>
  guarded(options, PAGE, ({ lang = 'zh', policy }) => pageOf(settlement, lawOf(undefined, policy).regulation, lang));

/**
 * The outcome of an assessment, then what would settle it, or each of some of its findings. What the findings turn on to
 * which the record leads is to be asked first.
 *
 * @throws ZerenzhiError with every fault of the options, or if they are no such results, or rest on other rules than the
 * policy's
 * @example
 * const page = settlementsPage(assessIncident(incident), [settle(incident)], { lang: 'zh' });
 */
export const settlementsPage = <N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  settlements: readonly Settlement<N>[],
  options?: PageOptions,
): Page =>
  guarded(options, PAGE, ({ lang = 'zh', policy }) => {
    const say = SETTLE[lang];
    const deciding = decidingCases(assessment as AnyAssessment, policy);
    const points = leadsOf(assessment as AnyAssessment, deciding).flatMap(({ turnsOn }) => turnsOn.map(({ id }) => id));
    const { regulation } = lawOf(assessment, policy);
    return {
      lang,
      blocks: [
        ...outcomeBlocks(assessment, deciding, lang, say.settle),
        ...settlements.flatMap((each) => [
          ...(each.provision === undefined
            ? ownStatus(each, assessment, lang)
            : [heading(2, provisionText(each.provision, regulation, lang)), paragraph(truthRun(each.status, lang))]),
          ...ofUnit(each, assessment, lang),
          ...settlingBlocks({ ...each, questions: inOrder(each.questions, points) }, regulation, lang),
        ]),
        paragraph({ text: REPORT[lang].disclaimer, style: 'dim' }),
      ],
    };
  });

/** First what the record leads to; each part in the order it is in. */
const inOrder = <Of extends { readonly id: string }>(questions: readonly Of[], first: readonly string[]): Of[] => [
  ...[...new Set(first)].flatMap((id) => questions.find((question) => question.id === id) ?? []),
  ...questions.filter(({ id }) => !first.includes(id)),
];

/** How it comes out for the unit or the system that is looked at, where that is not how the incident does. */
function ownStatus({ status }: Settlement<Names>, { accountability }: AnyAssessment, lang: Lang): Block[] {
  if (status === STATUS[accountability.status]) return [];
  return [paragraph({ text: REPORT[lang].labelled(SETTLE[lang].looked, SETTLE[lang].status[status]), truth: status })];
}

/** Which of several units is looked at, and which others there are. */
function ofUnit({ unit, unitName = unit }: Settlement<Names>, { units }: AnyAssessment, lang: Lang): Block[] {
  const others = units.filter(({ id }) => id !== unit).map(({ id, name = id }) => name ?? REPORT[lang].someUnit);
  if (unitName === undefined || others.length === 0) return [];
  return [paragraph(SETTLE[lang].ofUnit(unitName, others.join(REPORT[lang].and)))];
}

function pageOf(settlement: Settlement<Names>, regulation: Regulation, lang: Lang): Page {
  const { provision, unit, unitName = unit, status } = settlement;
  const say = SETTLE[lang];
  const title = [say.settle, provision && provisionText(provision, regulation, lang), unitName];
  return {
    lang,
    blocks: [
      heading(1, title.filter(Boolean).join(REPORT[lang].gap)),
      paragraph(provision === undefined ? { text: say.status[status], truth: status } : truthRun(status, lang)),
      ...settlingBlocks(settlement, regulation, lang),
    ],
  };
}

/** What to ask first, the sets of answers that decide, what is missing, what is known and what is presumed. */
function settlingBlocks(
  { provision, status, relevant, missing, sets, questions }: Settlement<Names>,
  regulation: Regulation,
  lang: Lang,
): Block[] {
  const say = SETTLE[lang];
  const known = (onlyPresumed: boolean) =>
    relevant.flatMap(({ kind, id, known, presumed = false }): Item[] =>
      known === undefined || presumed !== onlyPresumed
        ? []
        : [{ line: [changeIn({ kind, id, value: known }, regulation, lang)] }],
    );
  const outcomes = provision === undefined ? say.sets : say.ofProvision;
  return [
    ...(status === 'undetermined' ? [] : [paragraph(say.settled(relevant.some(({ presumed }) => presumed)))]),
    ...section(say.next, list(openItems(questions.slice(0, NEXT), lang), 'ordered')),
    ...(['met', 'unmet'] as const).flatMap((outcome) =>
      section(
        outcomes[outcome],
        list(
          setItems(
            sets.filter((set) => set.outcome === outcome).map(({ answers }) => answers),
            regulation,
            lang,
          ),
        ),
      ),
    ),
    ...section(`${say.missing}${REPORT[lang].inBrackets(missing.length)}`, list(missingItems(missing, lang))),
    ...section(say.relevant, list(known(false))),
    ...section(say.presumed, list(known(true))),
  ];
}

/** What is missing, by whose it is; what was asked in vain says so, and what is alleged how that stands. */
function missingItems(missing: Settlement<Names>['missing'], lang: Lang): Item[] {
  const itemOf = ({ ask, given = [], told, options }: (typeof missing)[number]): Item => {
    const stands = told && options?.[told]?.[lang];
    const how = stands ? [REPORT[lang].inBrackets(stands)] : told ? [SETTLE[lang].toldUnknown] : [];
    return { line: [ask[lang], ...elsewhereText(given, lang), ...how] };
  };
  return [...grouped(missing, ({ settledBy }) => settledBy.label[lang])].map(([who, theirs]) => ({
    line: [{ text: REPORT[lang].counted(who, theirs.length), style: 'strong' }],
    items: theirs.map(itemOf),
  }));
}

/** A provision by its place and label. */
export function provisionText(provision: string, regulation: Regulation, lang: Lang): string {
  const found = regulation.articles.flatMap(({ provisions }) => provisions).find(({ id }) => id === provision);
  const place = placeOf(provision);
  return [
    place === undefined ? provision : formatPlace(place, lang),
    found && 'label' in found ? found.label[lang] : '',
  ]
    .filter(Boolean)
    .join(REPORT[lang].gap);
}
