import type { IncidentAssessment } from '../../assessment/assessment.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { ReadingsComparison } from '../../inquiry/readings.js';
import type { Counterfactuals } from '../../inquiry/what-if.js';
import type { Lang } from '../../language.js';
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

/**
 * The outcome of an assessment, then for each of some of its findings what would have had to be otherwise, and on which
 * readings it turns; what is open is named in a line.
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
  options?: PageOptions,
): Page =>
  guarded(options, PAGE, ({ lang = 'zh', policy }) => {
    const { regulation } = lawOf(undefined, policy);
    const open = found.filter(({ turned }) => turned === undefined).map(({ readings }) => readings.provision);
    const names = open.map((provision) => provisionText(provision, regulation, lang)).join(REPORT[lang].then);
    return {
      lang,
      blocks: [
        ...outcomeBlocks(assessment, lang),
        ...found.flatMap(({ turned, readings }) => (turned ? pageOf(turned, readings, regulation, lang).blocks : [])),
        ...section(
          SETTLE[lang].stillOpen,
          open.length === 0 ? [] : [paragraph({ text: names, truth: 'undetermined' })],
        ),
      ],
    };
  });

function pageOf(
  turned: Counterfactuals<Names> | undefined,
  comparison: ReadingsComparison<Names>,
  regulation: Regulation,
  lang: Lang,
): Page {
  const say = SETTLE[lang];
  const differences: Block[] = !turned
    ? [paragraph(say.stillOpen)]
    : turned.sets.length === 0
      ? [paragraph(say.noWay)]
      : [paragraph(say.turns[turned.turned]), ...list(setItems(turned.sets, regulation, lang))];
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
