import type { Deciding } from '../assessment/deciding.js';
import { explainIn } from '../explanation/explain.js';
import type { AnyAssessment } from '../explanation/results.js';
import type { Lang } from '../language.js';
import { EXPLAIN } from '../messages/explain.js';
import { REPORT } from '../messages/report.js';
import { type Block, paragraph } from './page.js';

/**
 * The readings and values that the outcome rests on and nobody is said to have made, in a line to stand right below it:
 * those of what is met, or, where nothing is, of all that is not. An open outcome rests on none.
 */
export function assumptionBlocks(assessment: AnyAssessment, deciding: Deciding, lang: Lang): Block[] {
  const { status } = assessment.accountability;
  const deciders = { triggered: 'met', 'not-triggered': 'unmet', undetermined: undefined } as const;
  const assumed = new Set(
    assessment.findings
      .filter((finding) => finding.status === deciders[status])
      .flatMap(({ provision }) => assumedIn(assessment, deciding, provision, lang)),
  );
  return assumed.size === 0
    ? []
    : [paragraph(REPORT[lang].assuming(assumed.size, [...assumed].join(REPORT[lang].then)))];
}

function assumedIn(assessment: AnyAssessment, deciding: Deciding, provision: string, lang: Lang): string[] {
  const { rulings, values } = explainIn(deciding(provision), assessment, provision);
  return [
    ...rulings.flatMap(({ ask, label, by }) => (by ? [] : [EXPLAIN[lang].readAs(ask[lang], label[lang])])),
    ...values.flatMap(({ label, limit, by }) => (by ? [] : [EXPLAIN[lang].limitedTo(label[lang], limit[lang])])),
  ];
}
