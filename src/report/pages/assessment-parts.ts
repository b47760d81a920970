import type { Due } from '../../assessment/assessment.js';
import type { Presumption } from '../../case/presumptions.js';
import { grouped } from '../../diagnostics/grouped.js';
import { citationIn } from '../../explanation/cited.js';
import type { AnyAssessment } from '../../explanation/results.js';
import { valueText } from '../../explanation/value.js';
import type { Lang } from '../../language.js';
import { REPORT } from '../../messages/report.js';
import type { Names } from '../../policy/names.js';
import { formatCitation } from '../../regulation/citation.js';
import type { Regulation } from '../../regulation/schema.js';
import { type Block, type Item, table } from '../page.js';
import { placeIn } from '../pieces.js';
import { bearerText } from '../units.js';
import { whenText } from '../when.js';

// What a page and a memo of an assessment both tell.

/** The sign of an outcome. */
export const STATUS = { triggered: 'met', 'not-triggered': 'unmet', undetermined: 'undetermined' } as const;

export const responseTable = (assessment: AnyAssessment, responses: AnyAssessment['responses'], lang: Lang): Block[] =>
  table(
    responses.map((response) => [
      [REPORT[lang].response[response.status]],
      [placeIn(assessment, response.provision, lang)],
      [bearerText(response, assessment, lang)],
      [response.action[lang]],
      [response.due.map((each) => dueText(each, lang)).join(REPORT[lang].and)],
    ]),
  );

/** A time at which something is due. */
export function dueText({ at, settles }: Due<Names>, lang: Lang): string {
  const said = settles === undefined ? '' : REPORT[lang].inBrackets(REPORT[lang].dueSettles[settles]);
  return `${REPORT[lang].due} ${whenText(at, lang)}${said}`;
}

/** Who may propose what to whom; while nothing is met, once something is. */
export const proposalItems = (assessment: AnyAssessment, lang: Lang): Item[] =>
  assessment.proposals.map(({ provision, holder, to, label }) => ({
    line: [
      ...(assessment.accountability.status === 'triggered' ? [] : [REPORT[lang].onceMet]),
      REPORT[lang].mayPropose(
        holder.label[lang],
        to.map((body) => body.label[lang]).join(REPORT[lang].and),
        label[lang],
      ),
      REPORT[lang].gap,
      {
        // In Chinese it says what the text says.
        text:
          lang === 'zh'
            ? placeIn(assessment, provision, lang)
            : formatCitation(citationIn(assessment, provision), lang),
        style: 'dim',
      },
    ],
  }));

/** What is presumed, in a line for each reason. */
export function presumptionLines(
  presumptions: readonly Presumption<Names>[],
  regulation: Regulation,
  lang: Lang,
): Item[] {
  const say = REPORT[lang];
  const told = ({ fact, value }: Presumption<Names>) => {
    const definition = regulation.facts[fact];
    const label = definition?.label[lang] ?? fact;
    return value === false || !definition ? label : say.labelled(label, valueText(value, definition, regulation, lang));
  };
  return [...grouped(presumptions, ({ because }) => because[lang])].map(([because, alike]) => ({
    line: [say.labelled(say.presumed(alike.length, because), alike.map(told).join(say.then))],
  }));
}

export const presumptionTable = (
  presumptions: readonly Presumption<Names>[],
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
