import type { IncidentAssessment } from '../../assessment/assess-incident.js';
import type { Judged } from '../../case/judge.js';
import type { Lang } from '../../language.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { IncidentBase } from '../../model/incident.js';
import { formatPlace } from '../../regulation/citation.js';
import { type Block, type Line, table } from '../page.js';
import { STATUS } from '../pages/assessment.js';
import { asOfText } from '../when.js';

/** What the memo is about: the incident, the units, the records and the law it rests on, as of when, and how it comes out. */
export function headBlocks(
  assessment: IncidentAssessment,
  judged: Judged,
  { title, source }: IncidentBase,
  lang: Lang,
): Block[] {
  const { head, ...say } = MEMO[lang];
  const { bound, incident, register, asOf } = judged;
  const { unit, system, id } = incident;
  const named = (of: string | undefined, name: string | undefined) =>
    of === undefined ? say.notRecorded : (name ?? of);
  const rows: [string, Line | undefined][] = [
    [
      head.incident,
      [
        title === undefined
          ? (id ?? say.notRecorded)
          : id === undefined
            ? title
            : `${title}${REPORT[lang].inBrackets(id)}`,
      ],
    ],
    [head.unit, [named(unit, register.unit(unit ?? '')?.name)]],
    [head.system, [named(system, register.system(system ?? '')?.name)]],
    [head.source, [source ?? say.notRecorded]],
    [head.organization, [register.organization.name ?? say.notRecorded]],
    [head.regulation, [say.law.regulation(bound.regulation.title[lang], bound.regulation.number)]],
    [head.asOf, [say.beijing(asOfText(asOf.text))]],
    [head.status, statusLine(assessment, lang)],
  ];
  return table(rows.map(([label, line]) => [[{ text: label, style: 'strong' }], line ?? []]));
}

/** The outcome, and the provisions that are met. */
function statusLine({ accountability: { status, by }, findings }: IncidentAssessment, lang: Lang): Line {
  const { status: outcomes, and, inBrackets } = REPORT[lang];
  const places = findings
    .filter(({ provision }) => by.includes(provision))
    .map(({ citation }) => formatPlace(citation.place, lang));
  return [
    { text: outcomes[status], truth: STATUS[status] },
    ...(places.length > 0 ? [inBrackets(places.join(and))] : []),
  ];
}
