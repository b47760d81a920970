import type { Finding, IncidentAssessment, Proposal } from '../../assessment/assess-incident.js';
import type { Response } from '../../assessment/responses.js';
import type { Presumption } from '../../case/presumptions.js';
import { valueText } from '../../explanation/value.js';
import type { Lang } from '../../language.js';
import { REPORT } from '../../messages/report.js';
import { formatCitation, formatPlace } from '../../regulation/citation.js';
import type { Regulation } from '../../regulation/schema.js';
import { type Block, heading, type Item, list, type Page, paragraph, section, table } from '../page.js';
import { titleText, truthRun } from '../pieces.js';
import { asOfText, whenText } from '../when.js';
import { litAt } from './article.js';
import { chainBlocks } from './chain.js';
import { openBlocks } from './open-points.js';
import type { PageOptions } from './options.js';

/** The sign of an outcome. */
export const STATUS = { triggered: 'met', 'not-triggered': 'unmet', undetermined: 'undetermined' } as const;

/**
 * An assessment at a glance: what is met or open with its words lit, the duties to report and handle, the chain, what is still open.
 *
 * @example
 * const text = renderText(assessmentPage(assessIncident(incident), { lang: 'en', regulation }));
 */
export function assessmentPage(assessment: IncidentAssessment, { lang = 'zh', regulation }: PageOptions): Page {
  const say = REPORT[lang];
  const { accountability, findings, responses, chain, proposals, presumptions, openPoints } = assessment;
  const blocks: Block[] = [
    heading(1, [say.assessment, assessment.incident].filter(Boolean).join(' · ')),
    paragraph(`${say.asOf} ${asOfText(assessment.asOf)}${say.gap}`, {
      text: say.status[accountability.status],
      truth: STATUS[accountability.status],
    }),
    heading(2, say.accountability),
    ...list(
      findings.filter(({ status }) => status !== 'unmet').map((finding) => findingItem(finding, regulation, lang)),
    ),
    ...table(
      findings
        .filter(({ status }) => status === 'unmet')
        .map(({ status, citation, label }) => [
          [truthRun(status, lang)],
          [formatPlace(citation.place, lang)],
          [label[lang]],
        ]),
    ),
    ...section(say.responses, responseTable(responses, lang)),
    ...chainBlocks(chain, lang),
    ...section(say.proposals, proposalList(proposals, lang)),
    ...section(say.presumptions, presumptionTable(presumptions, regulation, lang)),
    ...openBlocks(openPoints, lang),
    paragraph({ text: say.disclaimer, style: 'dim' }),
  ];
  return { lang, blocks };
}

function findingItem(
  { status, citation: { place }, label, reason, consequence }: Finding,
  regulation: Regulation,
  lang: Lang,
): Item {
  const say = REPORT[lang];
  return {
    line: [truthRun(status, lang), `${say.gap}${titleText(place, label, lang)}`],
    items: [
      { line: litAt(place, [reason], regulation) },
      { line: [say.labelled(say.consequence, consequence.label[lang])] },
    ],
  };
}

export const responseTable = (responses: readonly Response[], lang: Lang): Block[] =>
  table(
    responses.map(({ status, citation, action, due }) => [
      [REPORT[lang].response[status]],
      [formatPlace(citation.place, lang)],
      [action[lang]],
      [due.map(({ at }) => `${REPORT[lang].due} ${whenText(at)}`).join(REPORT[lang].and)],
    ]),
  );

export const proposalList = (proposals: readonly Proposal[], lang: Lang): Block[] =>
  list(
    proposals.map(({ holder, to, label, citation }) => ({
      line: [
        REPORT[lang].mayPropose(
          holder.label[lang],
          to.map((body) => body.label[lang]).join(REPORT[lang].and),
          label[lang],
        ),
        REPORT[lang].gap,
        // In Chinese it says what the text says.
        { text: lang === 'zh' ? formatPlace(citation.place, lang) : formatCitation(citation, lang), style: 'dim' },
      ],
    })),
  );

export const presumptionTable = (
  presumptions: readonly Presumption[],
  regulation: Regulation,
  lang: Lang,
  head?: readonly string[],
): Block[] =>
  table(
    presumptions.map(({ fact, value, because }) => {
      const definition = regulation.facts[fact];
      return [
        [definition?.label[lang] ?? fact],
        [definition ? valueText(value, definition, regulation, lang) : String(value)],
        [because[lang]],
      ];
    }),
    head,
  );
