import { decidingCases } from '../../assessment/deciding.js';
import { reasonIn } from '../../assessment/reason-of.js';
import { rulesetFor } from '../../assessment/restore.js';
import { formatDiagnostic } from '../../diagnostics/format.js';
import { reading } from '../../diagnostics/reading.js';
import { explainIn, explainObligation } from '../../explanation/explain.js';
import { guarded } from '../../explanation/guarded.js';
import type { Lang } from '../../language.js';
import { SCENARIOS } from '../../messages/scenarios.js';
import { type Block, heading, list, type Page, paragraph, section } from '../../report/page.js';
import { litAt } from '../../report/pages/article.js';
import { explanationPage, proofItem } from '../../report/pages/explanation.js';
import { itemOf } from '../../report/pages/obligation-items.js';
import type { Difference } from './differences.js';
import { dutiesIn } from './results.js';
import type { Outcome } from './run.js';

/**
 * Why a scenario failed, for its author: the line of the row, what was expected and what came, and of each provision
 * that came otherwise its words, lit, and the whole proof.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no outcome
 * @example
 * const text = renderText(scenarioPage(outcome, { lang: 'en' }));
 */
export const scenarioPage = (outcome: Outcome, options?: PageLanguage): Page =>
  guarded(options, { lang: 'lang' }, ({ lang = 'zh' }) => {
    const { scenario, differences, faults } = outcome;
    const { row, file, line } = scenario;
    return {
      lang,
      blocks: [
        heading(2, `${file}:${line}`, '  ', row.name),
        ...list([
          ...differences.map((each) => ({ line: [textOf(each, lang)] })),
          ...faults.map((fault) => ({ line: [formatDiagnostic(fault, lang)] })),
        ]),
        ...cameOtherwise(outcome).flatMap((name) => proofOf(outcome, name, lang)),
      ],
    };
  });

interface PageLanguage {
  /** `zh` by default. */
  readonly lang?: Lang | undefined;
}

/**
 * A difference in a sentence.
 *
 * @throws ZerenzhiError if it is none
 */
export const differenceText = (difference: Difference, lang: Lang): string => reading(() => textOf(difference, lang));

function textOf({ at, expected, came }: Difference, lang: Lang): string {
  const say = SCENARIOS[lang];
  const shown = (value: unknown) =>
    value === undefined ? say.none : typeof value === 'string' ? value : JSON.stringify(value);
  return say.difference(at, shown(expected), shown(came));
}

/** The findings, responses and duties that came otherwise. */
function cameOtherwise({ differences, assessment, report }: Outcome): string[] {
  const results = assessment ? [...assessment.findings, ...assessment.responses] : report ? dutiesIn(report) : [];
  const names = [...new Set(results.map(({ provision }) => provision))];
  return names.filter((name) => differences.some(({ at }) => isNamed(name, at.slice(at.indexOf('.') + 1))));
}

/** Of a name like `art8.report`, behind which more may follow: `@college`, or the reading of a due time. */
const isNamed = (name: string, at: string): boolean => at.startsWith(name) && /^(?:$|[.@])/.test(at.slice(name.length));

/** The words of a provision, lit by what came, and why it came. */
function proofOf({ assessment, report, policy }: Outcome, id: string, lang: Lang): Block[] {
  if (assessment) {
    const restored = decidingCases(assessment, policy)(id);
    const explanation = explainIn(restored, assessment, id);
    const lit = litAt(explanation.citation, reasonIn(restored, id), restored.rules.regulation);
    return [...explanationPage(explanation, { lang, proof: true }).blocks, paragraph(...lit)];
  }
  const obligation = report && dutiesIn(report).find(({ provision }) => provision === id);
  if (!obligation) return [];
  const { citation, proof } = explainObligation(report, obligation, { policy });
  const lit = litAt(citation, obligation.reason, rulesetFor(report.policy, policy).regulation);
  return [
    ...list([itemOf(report, [obligation], lang)]),
    ...section(SCENARIOS[lang].applies, list([proofItem(proof, lang)]), 3),
    paragraph(...lit),
  ];
}
