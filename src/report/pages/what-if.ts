import type { IncidentAssessment } from '../../assessment/assessment.js';
import { decidingCases } from '../../assessment/deciding.js';
import { grouped } from '../../diagnostics/grouped.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { AnyAssessment } from '../../explanation/results.js';
import type { ReadingsComparison } from '../../inquiry/readings.js';
import type { Counterfactuals } from '../../inquiry/what-if.js';
import type { Lang } from '../../language.js';
import type { Truth } from '../../logic/truth.js';
import { REPORT } from '../../messages/report.js';
import { SETTLE } from '../../messages/settle.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import type { Regulation } from '../../regulation/schema.js';
import { lawOf } from '../law-of.js';
import { type Block, heading, type Item, list, type Page, paragraph, section } from '../page.js';
import { truthRun } from '../pieces.js';
import { changeIn, setItems } from './change-text.js';
import { outcomeBlocks } from './conclusion.js';
import { provisionText } from './settlement.js';

/**
 * What would have had to be otherwise for a finding to turn, and on which readings it turns.
 *
 * @param options with the policy where it is not one of the shipped regulation
 * @throws ZerenzhiError with every fault of the options, or if they are no such results
 * @example
 * const page = whatIfPage(whatIf(incident, 'art9.p2.i3'), compareReadings(assessment, 'art9.p2.i3'), { lang: 'zh' });
 */
export const whatIfPage = <N extends Names = ShippedNames>(
  turned: Counterfactuals<N> | undefined,
  comparison: ReadingsComparison<N>,
  options?: PageOptions,
): Page =>
  guarded(options, PAGE, ({ lang = 'zh', policy }) =>
    pageOf(turned, comparison, lawOf(undefined, policy).regulation, lang),
  );

export interface WhatIfsPageOptions extends PageOptions {
  /** Every set of changes; some of them by default. */
  readonly full?: boolean | undefined;
}

/** Sets of changes that are told where not all are asked for. */
const SETS = 3;

/**
 * The outcome of an assessment, then for each of some of its findings what would have had to be otherwise, and on which
 * readings it turns. What is open is named, and so is what nothing turns, with the reason.
 *
 * @throws ZerenzhiError with every fault of the options, or if they are no such results
 * @example
 * const found = assessment.findings.map(({ provision }) => ({
 *   turned: whatIf(incident, provision),
 *   readings: compareReadings(assessment, provision),
 * }));
 * const page = whatIfsPage(assessment, found, { lang: 'zh' });
 */
export const whatIfsPage = <N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  found: readonly { readonly turned: Counterfactuals<N> | undefined; readonly readings: ReadingsComparison<N> }[],
  options?: WhatIfsPageOptions,
): Page =>
  guarded(options, { ...PAGE, full: 'boolean' }, ({ lang = 'zh', policy, full = false }) => {
    const { regulation } = lawOf(assessment, policy);
    const open = found.filter(({ turned }) => turned === undefined).map(({ readings }) => readings.provision);
    const nameOf = (provision: string, truth?: Truth): Item => ({
      line: [{ text: provisionText(provision, regulation, lang), truth }],
    });
    // What nothing turns is told in a line for each reason, unless everything is asked for.
    const isTold = ({ stays }: Counterfactuals<Names>) => full || stays === undefined;
    const staying = found.flatMap(({ turned }) =>
      turned?.stays === undefined || isTold(turned) ? [] : [{ provision: turned.provision, stays: turned.stays }],
    );
    return {
      lang,
      blocks: [
        ...outcomeBlocks(assessment, decidingCases(assessment as AnyAssessment, policy), lang),
        ...section(SETTLE[lang].stillOpen, list(open.map((provision) => nameOf(provision, 'undetermined')))),
        ...found.flatMap(({ turned, readings }) =>
          turned && isTold(turned) ? pageOf(turned, readings, regulation, lang, full).blocks : [],
        ),
        ...[...grouped(staying, ({ stays }) => stays)].flatMap(([stays, alike]) =>
          section(SETTLE[lang].stays[stays], list(alike.map(({ provision }) => nameOf(provision)))),
        ),
        paragraph({ text: REPORT[lang].disclaimer, style: 'dim' }),
      ],
    };
  });

function pageOf(
  turned: Counterfactuals<Names> | undefined,
  comparison: ReadingsComparison<Names>,
  regulation: Regulation,
  lang: Lang,
  full = true,
): Page {
  const say = SETTLE[lang];
  const { sets = [], stays, presumed = [] } = turned ?? {};
  const told = full ? sets : sets.slice(0, SETS);
  const more: Item[] = sets.length > told.length ? [{ line: [say.others(sets.length - told.length)] }] : [];
  const presumedItem = ({ fact, value }: (typeof presumed)[number]): Item => ({
    line: [changeIn({ kind: 'fact', id: fact, value }, regulation, lang)],
  });
  const differences: Block[] = !turned
    ? [paragraph(say.stillOpen)]
    : stays
      ? [paragraph(say.stays[stays]), ...section(say.presumed, list(presumed.map(presumedItem)), 3)]
      : [paragraph(say.turns[turned.turned]), ...list([...setItems(told, regulation, lang), ...more])];
  return {
    lang,
    blocks: [
      heading(
        2,
        [provisionText(comparison.provision, regulation, lang), turned?.unitName ?? turned?.unit]
          .filter(Boolean)
          .join(REPORT[lang].gap),
      ),
      ...differences,
      ...readingsBlocks(comparison, regulation, lang),
    ],
  };
}

function readingsBlocks(
  { holds, turnsOn, ruled, outcomes }: ReadingsComparison<Names>,
  regulation: Regulation,
  lang: Lang,
): Block[] {
  const say = SETTLE[lang];
  if (outcomes.length < 2) return [];
  const read = (questions: readonly string[], readings: ReadingsComparison['ruled']): Item[] =>
    questions.map((id) => ({ line: [changeIn({ kind: 'ruling', id, value: readings[id] }, regulation, lang)] }));
  if (holds) return [heading(3, say.readings), paragraph({ text: say.holds(REPORT[lang].truth[holds]), truth: holds })];
  const decisive = new Map(
    outcomes.map(({ readings, status }) => [
      turnsOn.map((question) => readings[question]).join(' '),
      { readings, status },
    ]),
  );
  const items = [...decisive.values()].map(
    ({ readings, status }): Item => ({ line: [truthRun(status, lang)], items: read(turnsOn, readings) }),
  );
  const rests = read(
    turnsOn.filter((question) => ruled[question] !== undefined),
    ruled,
  );
  return [
    heading(3, say.readings),
    paragraph(say.turnsOn),
    ...list(items),
    ...(rests.length > 0 ? [paragraph(say.ruled), ...list(rests)] : []),
  ];
}
