import type { IncidentFacts } from '../../../rules/generated/regulation.js';
import { type AssessOptions, assess, judgeFor } from '../../assessment/assess-incident.js';
import type { Lang } from '../../language.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { IncidentBase } from '../../model/incident.js';
import { type Block, heading, type Line, type Page, paragraph } from '../page.js';
import { presumptionTable, proposalList } from '../pages/assessment.js';
import { truthRun } from '../pieces.js';
import { factTable, knownFacts } from './facts.js';
import { findingBlocks, type MemoContext, responseBlocks } from './findings.js';
import { checkFoundBy, type FoundBy } from './found-by.js';
import { headBlocks } from './head.js';
import { lawBlocks } from './law-applied.js';
import { openIndex } from './open-index.js';
import { chainPart, concernedBlocks } from './people.js';

export interface MemoOptions<Facts extends object = IncidentFacts> extends AssessOptions<Facts> {
  /** `zh` by default. */
  readonly lang?: Lang;
  /** Who found a fact, or found on a term, by its name. */
  readonly foundBy?: FoundBy;
}

/** The parts of a memo, in their order. */
const PARTS = ['facts', 'findings', 'responses', 'chain', 'proposals', 'open', 'presumptions', 'law'] as const;
type Part = (typeof PARTS)[number];
const numberOf = (part: Part): number => PARTS.indexOf(part) + 1;

/**
 * An incident assessed, as a document that an office files: the facts and where they are known from, every finding with its words and
 * grounds, the duties to report and handle, the chain of persons, who may propose accountability, what is open and whose it is to settle,
 * the presumptions, and the law as it was applied. It supports a decision and takes none.
 *
 * @throws ZerenzhiError with every fault of the incident, the organization, the options or `foundBy`
 * @example
 * const markdown = renderMarkdown(memoPage(incident, { organization, asOf: '2024-06-30', foundBy: { 'leak.persons': '信息中心' } }));
 */
export function memoPage<Facts extends object = IncidentFacts>(
  incident: IncidentBase & NoInfer<Facts>,
  options: MemoOptions<Facts> = {},
): Page {
  const { lang = 'zh', foundBy = {}, ...rest } = options;
  const judged = judgeFor(rest as AssessOptions<object>)(incident);
  const assessment = assess(judged);
  const known = knownFacts(judged);
  const say = MEMO[lang];
  const { regulation } = judged.bound;
  const { chain, openPoints } = assessment;
  const points = [...openPoints, ...chain.openPoints];
  const rulings = points.filter(({ kind }) => kind === 'ruling');
  const open = openIndex(points, numberOf('open'));
  const context: MemoContext = { regulation, lang, open };
  const numbered = (part: Part, i: number) => (title: string) => say.section(numberOf(part), i + 1, title);
  const content: Record<Part, Block[]> = {
    facts: factTable(
      known,
      checkFoundBy(
        foundBy,
        known.map(({ name }) => name),
      ),
      lang,
    ),
    findings: [
      legend(lang),
      ...assessment.findings.flatMap((finding, i) => findingBlocks(finding, numbered('findings', i), context)),
    ],
    responses: assessment.responses.flatMap((response, i) =>
      responseBlocks(response, numbered('responses', i), context),
    ),
    chain: chainPart(chain, lang),
    proposals: [...proposalList(assessment.proposals, lang), ...concernedBlocks(assessment.findings, lang)],
    open: open.blocks(lang),
    presumptions: presumptionTable(assessment.presumptions, regulation, lang, say.presumptions),
    law: [
      ...lawBlocks(assessment.policy, regulation, lang),
      paragraph(say.openReadings(rulings.length > 0 ? say.see(numberOf('open'), open.numbersOf(rulings)) : undefined)),
    ],
  };
  return {
    lang,
    blocks: [
      heading(1, REPORT[lang].assessment),
      ...headBlocks(assessment, judged, incident, lang),
      ...PARTS.flatMap((part) => [
        heading(2, say.part(numberOf(part), say.parts[part])),
        ...(content[part].length > 0 ? content[part] : [paragraph(say.nothing)]),
      ]),
      paragraph({ text: REPORT[lang].disclaimer, style: 'dim' }),
      ...say.signatures.map((line) => paragraph(line)),
    ],
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
