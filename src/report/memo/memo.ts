import type { IncidentAssessment } from '../../assessment/assessment.js';
import { type Deciding, decidingCases } from '../../assessment/deciding.js';
import { presumptionsOf } from '../../assessment/finding-of.js';
import { type Restored, restore } from '../../assessment/restore.js';
import { inFull } from '../../case/open-points.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { AnyAssessment } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { chainIn } from '../chain-in.js';
import { type Block, heading, type Line, type Page, paragraph } from '../page.js';
import { presumptionTable, proposalList } from '../pages/assessment-parts.js';
import { truthRun } from '../pieces.js';
import { factTable, toldFacts } from './facts.js';
import { findingBlocks, responseBlocks } from './findings.js';
import { type FoundBy, readFoundBy } from './found-by.js';
import { headBlocks } from './head.js';
import { lawBlocks } from './law-applied.js';
import { openIndex, whoseText } from './open-index.js';
import { chainPart, concernedBlocks } from './people.js';

export interface MemoOptions extends PageOptions {
  /** Who found a fact, or found on a term, by its name. */
  readonly foundBy?: FoundBy | undefined;
}

/** The parts of a memo, in their order. */
const PARTS = ['facts', 'findings', 'responses', 'chain', 'proposals', 'open', 'presumptions', 'law'] as const;
type Part = (typeof PARTS)[number];
const numberOf = (part: Part): number => PARTS.indexOf(part) + 1;

/**
 * An assessment as a document that an office files: the facts and where they are known from, every finding with its
 * words and grounds, the duties to report and handle, the chain of persons, who may propose accountability, what is
 * open and whose it is to settle, the presumptions, and the law as it was applied. It supports a decision and takes
 * none.
 *
 * @throws ZerenzhiError with every fault of the options or `foundBy`, or if it is no assessment, or rests on other
 * rules than the policy's
 * @example
 * const memo = memoPage(assessIncident({ leak: { persons: 3 } }), { foundBy: { 'leak.persons': '信息中心' } });
 */
export const memoPage = <N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  options?: MemoOptions,
): Page =>
  guarded(options, { ...PAGE, foundBy: 'anything' }, ({ lang = 'zh', policy, foundBy = {} }) => {
    const restored = restore(assessment, policy);
    const content = contentOf(
      assessment,
      { restored, deciding: decidingCases(assessment as AnyAssessment, policy) },
      foundBy,
      lang,
    );
    const say = MEMO[lang];
    return {
      lang,
      blocks: [
        heading(1, REPORT[lang].assessment),
        ...headBlocks(assessment, restored.rules.regulation, lang),
        ...PARTS.flatMap((part) => [
          heading(2, say.part(numberOf(part), say.parts[part])),
          ...(content[part].length > 0 ? content[part] : [paragraph(say.nothing)]),
        ]),
        paragraph({ text: REPORT[lang].disclaimer, style: 'dim' }),
        ...say.signatures.map((line) => paragraph(line)),
      ],
    };
  });

interface Restorations {
  readonly restored: Restored;
  readonly deciding: Deciding;
}

function contentOf(
  assessment: AnyAssessment,
  { restored, deciding }: Restorations,
  foundBy: unknown,
  lang: Lang,
): Record<Part, Block[]> {
  const { regulation } = restored.rules;
  const { findings, responses } = assessment;
  const openPoints = inFull(assessment);
  const say = MEMO[lang];
  const open = openIndex(openPoints, numberOf('open'), (point) => whoseText(point, assessment, regulation, lang));
  const context = { assessment, deciding, lang, open };
  const numbered = (part: Part, i: number) => (title: string) => say.section(numberOf(part), i + 1, title);
  const known = toldFacts(assessment, regulation, lang);
  const finders = readFoundBy(
    foundBy,
    known.map(({ name }) => name),
  );
  const rulings = openPoints.filter(({ kind }) => kind === 'ruling');
  const see = rulings.length > 0 ? say.see(numberOf('open'), open.numbersOf(rulings)) : undefined;
  return {
    facts: factTable(known, finders, lang),
    findings: [legend(lang), ...findings.flatMap((one, i) => findingBlocks(one, numbered('findings', i), context))],
    responses: responses.flatMap((one, i) => responseBlocks(one, numbered('responses', i), context)),
    chain: chainPart(chainIn(assessment), lang),
    proposals: [...proposalList(assessment, lang), ...concernedBlocks(assessment, lang)],
    open: open.blocks(lang),
    presumptions: presumptionTable(presumptionsOf(assessment), regulation, lang, say.presumptions),
    law: [...lawBlocks(assessment.policy, regulation, lang), paragraph(say.openReadings(see))],
  };
}

/** What the signs in the words of the law mean. */
function legend(lang: Lang): Block {
  const { gap } = REPORT[lang];
  const signs = (['met', 'unmet', 'undetermined'] as const).flatMap(
    (each, i): Line => [...(i > 0 ? [gap] : []), truthRun(each, lang)],
  );
  return paragraph(MEMO[lang].legend, ...signs, MEMO[lang].presumed);
}
