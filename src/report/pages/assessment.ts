import type { Finding, IncidentAssessment } from '../../assessment/assessment.js';
import { type Deciding, decidingCases } from '../../assessment/deciding.js';
import { presumptionsOf } from '../../assessment/finding-of.js';
import { reasonIn } from '../../assessment/reason-of.js';
import { type Restored, restore } from '../../assessment/restore.js';
import { inFull } from '../../case/open-points.js';
import { citationIn } from '../../explanation/cited.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { AnyAssessment } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { REPORT } from '../../messages/report.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { chainIn } from '../chain-in.js';
import { type Block, heading, type Item, list, type Page, paragraph, section, table } from '../page.js';
import { placeIn, titleText, truthRun } from '../pieces.js';
import { unitItems } from '../units.js';
import { asOfText } from '../when.js';
import { litAt } from './article.js';
import { presumptionTable, proposalList, responseTable, STATUS } from './assessment-parts.js';
import { chainBlocks } from './chain.js';
import { openBlocks } from './open-points.js';

/**
 * An assessment at a glance: what is met or open with its words lit, the duties to report and handle, the chain, what
 * is still open.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no assessment, or rests on other rules than the
 * policy's
 * @example
 * const text = renderText(assessmentPage(assessIncident(incident), { lang: 'en' }));
 */
export const assessmentPage = <N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  options?: PageOptions,
): Page =>
  guarded(options, PAGE, ({ lang = 'zh', policy }) =>
    pageOf(assessment, decidingCases(assessment as AnyAssessment, policy), restore(assessment, policy), lang),
  );

function pageOf(assessment: AnyAssessment, deciding: Deciding, restored: Restored, lang: Lang): Page {
  const say = REPORT[lang];
  const { accountability, findings } = assessment;
  const [unmet, others] = [true, false].map((is) => findings.filter(({ status }) => (status === 'unmet') === is));
  const blocks: Block[] = [
    heading(1, [say.assessment, assessment.incident.id].filter(Boolean).join(' · ')),
    paragraph(`${say.asOf} ${asOfText(assessment.asOf)}${say.gap}`, {
      text: say.status[accountability.status],
      truth: STATUS[accountability.status],
    }),
    heading(2, say.accountability),
    ...list((others ?? []).map((finding) => findingItem(finding, assessment, deciding(finding.provision), lang))),
    ...table(
      (unmet ?? []).map(({ provision, status, label }) => [
        [truthRun(status, lang)],
        [placeIn(assessment, provision, lang)],
        [label[lang]],
      ]),
    ),
    ...section(say.responses, responseTable(assessment, lang)),
    ...chainBlocks(chainIn(assessment), lang),
    ...section(say.proposals, proposalList(assessment, lang)),
    ...section(say.presumptions, presumptionTable(presumptionsOf(assessment), restored.rules.regulation, lang)),
    ...openBlocks(inFull(assessment), lang),
    paragraph({ text: say.disclaimer, style: 'dim' }),
  ];
  return { lang, blocks };
}

function findingItem(
  { provision, status, label, consequence, byUnit = [] }: Finding<Names>,
  assessment: AnyAssessment,
  restored: Restored,
  lang: Lang,
): Item {
  const say = REPORT[lang];
  const citation = citationIn(assessment, provision);
  const entailed = assessment.consequences[consequence]?.label[lang] ?? consequence;
  return {
    line: [truthRun(status, lang), `${say.gap}${titleText(citation.place, label, lang)}`],
    items: [
      { line: litAt(citation, reasonIn(restored, provision), restored.rules.regulation) },
      { line: [say.labelled(say.consequence, entailed)] },
      ...unitItems(byUnit, assessment, lang),
    ],
  };
}
