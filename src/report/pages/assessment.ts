import type { IncidentAssessment } from '../../assessment/assessment.js';
import { type Deciding, decidingCases } from '../../assessment/deciding.js';
import { presumptionsOf } from '../../assessment/finding-of.js';
import { inFull } from '../../case/open-points.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { AnyAssessment } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { REPORT } from '../../messages/report.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import type { Regulation } from '../../regulation/schema.js';
import { type CitingChain, chainIn } from '../chain-in.js';
import { lawOf } from '../law-of.js';
import { type Block, list, type Page, paragraph, section, table } from '../page.js';
import { legendLine, placeIn, truthRun } from '../pieces.js';
import { presumptionLines, presumptionTable, proposalItems, responseTable } from './assessment-parts.js';
import { chainBlocks, chainParts } from './chain.js';
import { conclusionBlocks, findingItem, isBeforeTheRules, otherFindings, outcomeBlocks } from './conclusion.js';
import { openBlocks, openCounts } from './open-points.js';

export interface AssessmentPageOptions extends PageOptions {
  /** Every finding, presumption and open point one by one; in short by default. */
  readonly full?: boolean | undefined;
}

/**
 * An assessment, the conclusion first: how it comes out, what is met or where the record leads with the words lit and
 * what it turns on, who answers; then the duties to report and handle and, in a line each or in full, all the rest.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no assessment, or rests on other rules than the
 * policy's
 * @example
 * const text = renderText(assessmentPage(assessIncident(incident), { lang: 'en' }));
 */
export const assessmentPage = <N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  options?: AssessmentPageOptions,
): Page =>
  guarded(options, { ...PAGE, full: 'boolean' }, ({ lang = 'zh', policy, persons, full = false }) => {
    const chain = chainIn(assessment, { lang, persons });
    const deciding = decidingCases(assessment as AnyAssessment, policy);
    const { regulation } = lawOf(assessment, policy);
    const told = conclusionBlocks(assessment, deciding, lang);
    const rest = full
      ? inFullBlocks(assessment, told.provisions, deciding, regulation, chain, lang)
      : isBeforeTheRules(assessment, deciding)
        ? list(presumptionLines(presumptionsOf(assessment), regulation, lang))
        : inShortBlocks(assessment, told.provisions, regulation, chain, lang);
    return {
      lang,
      blocks: [
        ...outcomeBlocks(assessment, deciding, lang),
        ...(told.blocks.length > 0 ? [paragraph(...legendLine(REPORT[lang].legend, lang))] : []),
        ...told.blocks,
        ...rest,
        paragraph({ text: REPORT[lang].disclaimer, style: 'dim' }),
      ],
    };
  });

/** Who answers and what is owed as it stands; the rest in a line each. */
function inShortBlocks(
  assessment: AnyAssessment,
  told: readonly string[],
  regulation: Regulation,
  chain: CitingChain,
  lang: Lang,
): Block[] {
  const say = REPORT[lang];
  const owed = assessment.responses.filter(({ status }) => status !== 'not-required');
  return [
    ...(assessment.accountability.status === 'not-triggered' ? [] : answerableBlocks(chain, lang)),
    ...section(say.responses, responseTable(assessment, owed, lang)),
    ...section(say.proposals, list(proposalItems(assessment, lang))),
    ...section(
      say.rest,
      list([
        ...otherFindings(assessment, { told }, lang),
        ...presumptionLines(presumptionsOf(assessment), regulation, lang),
        ...openCounts(inFull(assessment), lang),
      ]),
    ),
  ];
}

/** Who answers; where that is open of everybody, the heading says so once, and that nothing is established. */
function answerableBlocks(chain: CitingChain, lang: Lang): Block[] {
  const say = REPORT[lang];
  const isOpen = chain.links.every(({ reached, status }) => reached === 'undetermined' || status === 'not-designated');
  if (!isOpen) return section(say.answerable, chainParts(chain, lang).links);
  const links = chain.links.map(({ reached: _, ...link }) => link);
  return section(say.posts, chainParts({ ...chain, links }, lang).links);
}

function inFullBlocks(
  assessment: AnyAssessment,
  told: readonly string[],
  deciding: Deciding,
  regulation: Regulation,
  chain: CitingChain,
  lang: Lang,
): Block[] {
  const say = REPORT[lang];
  const others = assessment.findings.filter(({ provision }) => !told.includes(provision));
  const unmet = others.filter(({ status }) => status === 'unmet');
  return [
    ...section(say.others.undetermined(others.length - unmet.length), [
      ...list(
        others
          .filter(({ status }) => status !== 'unmet')
          .map((finding) => findingItem(finding, [], assessment, deciding, lang)),
      ),
    ]),
    ...section(
      say.others.unmet(unmet.length),
      table(
        unmet.map(({ provision, status, label }) => [
          [truthRun(status, lang)],
          [placeIn(assessment, provision, lang)],
          [label[lang]],
          [{ text: provision, style: 'dim' }],
        ]),
      ),
    ),
    ...section(say.responses, responseTable(assessment, assessment.responses, lang)),
    ...chainBlocks(chain, lang),
    ...section(say.proposals, list(proposalItems(assessment, lang))),
    ...section(say.presumptions, presumptionTable(presumptionsOf(assessment), regulation, lang)),
    ...openBlocks(inFull(assessment), lang),
  ];
}
