import type { IncidentAssessment } from '../../assessment/assessment.js';
import { decidingCases } from '../../assessment/deciding.js';
import type { Explanation } from '../../explanation/explanation.js';
import type { Proof } from '../../explanation/fact-proof.js';
import { distinctGrounds } from '../../explanation/ground.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { AnyAssessment } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import type { Citation } from '../../logic/condition.js';
import { EXPLAIN } from '../../messages/explain.js';
import { REPORT } from '../../messages/report.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { formatCitation } from '../../regulation/citation.js';
import { type Block, heading, type Item, type Line, list, type Page, paragraph, type Run, section } from '../page.js';
import { editionBlocks, titleText } from '../pieces.js';
import { isBeforeTheRules, otherFindings, outcomeBlocks } from './conclusion.js';
import { openItems } from './open-points.js';

export interface ExplanationOptions {
  /** `zh` by default. */
  readonly lang?: Lang | undefined;
  /** The whole proof below the grounds; left out by default. */
  readonly proof?: boolean | undefined;
}

/**
 * Why a finding is as it is: the fewest grounds that decide it with their words, or what it waits for; and, if asked,
 * its whole proof.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no explanation
 * @example
 * const text = renderText(explanationPage(explainFinding(assessment, 'art9.p2.i3'), { lang: 'en' }));
 */
export const explanationPage = (explanation: Explanation, options?: ExplanationOptions): Page =>
  guarded(options, { lang: 'lang', proof: 'boolean' }, ({ lang = 'zh', proof = false }) => ({
    lang,
    blocks: explanationBlocks(explanation, lang, proof),
  }));

export interface ExplanationsOptions extends PageOptions, ExplanationOptions {
  /** What is not met too; in a line by default. */
  readonly full?: boolean | undefined;
}

/**
 * The outcome of an assessment, then why each of some of its findings is as it is.
 *
 * @throws ZerenzhiError with every fault of the options, or if they are no such results
 * @example
 * const { findings } = assessment;
 * const all = findings.map(({ provision }) => explainFinding(assessment, provision));
 * const text = renderText(explanationsPage(assessment, all, { lang: 'en' }));
 */
export const explanationsPage = <N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  explanations: readonly Explanation[],
  options?: ExplanationsOptions,
): Page =>
  guarded(
    options,
    { ...PAGE, proof: 'boolean', full: 'boolean' },
    ({ lang = 'zh', policy, proof = false, full = false }) => {
      const told = explanations.filter(({ status }) => full || status !== 'unmet');
      const asked = explanations.map(({ provision }) => provision);
      const rest = otherFindings(assessment, { told: told.map(({ provision }) => provision), among: asked }, lang);
      const deciding = decidingCases(assessment as AnyAssessment, policy);
      return {
        lang,
        blocks: [
          ...outcomeBlocks(assessment, deciding, lang),
          ...told.flatMap((explanation) => explanationBlocks(explanation, lang, proof)),
          ...(isBeforeTheRules(assessment, deciding) ? [] : section(REPORT[lang].rest, list(rest))),
          paragraph({ text: REPORT[lang].disclaimer, style: 'dim' }),
        ],
      };
    },
  );

function explanationBlocks(explanation: Explanation, lang: Lang, whole: boolean): Block[] {
  const { citation, label, status, standing, editions, proof, openPoints } = explanation;
  const say = EXPLAIN[lang];
  return [
    heading(3, titleText(citation.place, label, lang)),
    ...editionBlocks(editions, lang),
    paragraph(
      standing
        ? say.standing(REPORT[lang].response[standing], status === 'undetermined')
        : { text: say.why[status], truth: status },
    ),
    ...list([
      ...groundItems(explanation, lang),
      ...openItems(openPoints, lang, 'undetermined'),
      ...unreachedItems(explanation, lang),
    ]),
    ...(whole ? section(say.proof, list([proofItem(proof, lang)]), 3) : []),
  ];
}

/** The grounds, then the rulings and values by which they decide. */
export const groundItems = (explanation: Explanation, lang: Lang): Item[] => [
  ...distinctGrounds(explanation.grounds).map((ground) => proofItem(ground, lang)),
  ...explanation.rulings.map(({ ask, label, by, citation }) =>
    citedItem(
      EXPLAIN[lang].byRuling(EXPLAIN[lang].readAs(ask[lang], label[lang])) + EXPLAIN[lang].maker(by?.[lang]),
      citation,
      lang,
    ),
  ),
  ...explanation.values.map(({ label, limit, by, citation }) =>
    citedItem(
      EXPLAIN[lang].byValue(EXPLAIN[lang].limitedTo(label[lang], limit[lang])) + EXPLAIN[lang].maker(by?.[lang]),
      citation,
      lang,
    ),
  ),
];

/** What the policy has and does not reach the case. */
export const unreachedItems = ({ unreached = [] }: Explanation, lang: Lang): Item[] =>
  unreached.map(({ label }) => ({ line: [EXPLAIN[lang].unreached(label[lang])] }));

const citedItem = (said: string, citation: Citation | undefined, lang: Lang): Item => ({
  line: citedLine({ text: said }, citation, lang),
});

/** A proof as an item of a list, its parts inside it. */
export const proofItem = ({ truth, said, presumed, citation, of }: Proof, lang: Lang): Item => {
  const text = `${said[lang]}${presumed ? REPORT[lang].inBrackets(EXPLAIN[lang].presumed) : ''}`;
  return {
    line: citedLine({ text, truth }, citation, lang),
    ...(of.length > 0 && { items: of.map((part) => proofItem(part, lang)) }),
  };
};

const citedLine = (words: Run, citation: Citation | undefined, lang: Lang): Line =>
  citation ? [words, REPORT[lang].gap, { text: formatCitation(citation, lang), style: 'dim' }] : [words];
