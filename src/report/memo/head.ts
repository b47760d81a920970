import type { Subject } from '../../assessment/assessment.js';
import type { AnyAssessment } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { Regulation } from '../../regulation/schema.js';
import { type Block, type Line, table } from '../page.js';
import { STATUS } from '../pages/assessment-parts.js';
import { placeIn } from '../pieces.js';
import { incidentName } from '../units.js';
import { asOfText } from '../when.js';

/**
 * What the memo is about: the incident, the units, the records and the law it rests on, as of when, and how it comes
 * out.
 */
export function headBlocks(assessment: AnyAssessment, { title, number }: Regulation, lang: Lang): Block[] {
  const { head, ...say } = MEMO[lang];
  const { incident, units, systems, organization, asOf } = assessment;
  const rows: [string, Line][] = [
    [head.incident, [incidentName(incident, lang) ?? say.notRecorded]],
    [head.unit, [unitsText(units, lang)]],
    [head.system, [namesOf(systems, lang)]],
    [head.source, [incident.source ?? say.notRecorded]],
    [head.organization, [organization ?? say.notRecorded]],
    [head.regulation, [say.law.regulation(title[lang], number)]],
    [head.asOf, [say.beijing(asOfText(asOf))]],
    [head.status, statusLine(assessment, lang)],
  ];
  return table(rows.map(([label, line]) => [[{ text: label, style: 'strong' }], line]));
}

const namesOf = (subjects: readonly Subject[], lang: Lang): string =>
  subjects.length === 0 ? MEMO[lang].notRecorded : subjects.map(({ id, name }) => name ?? id).join(REPORT[lang].and);

/** The units, and which of them the record does not name. */
const unitsText = (units: AnyAssessment['units'], lang: Lang): string =>
  namesOf(
    units.map(({ id = '', name = id, candidate }) => ({
      name: candidate ? `${name}${REPORT[lang].inBrackets(REPORT[lang].candidate)}` : name,
    })),
    lang,
  );

/** The outcome, and the provisions that are met. */
function statusLine(assessment: AnyAssessment, lang: Lang): Line {
  const { status, by } = assessment.accountability;
  const { status: outcomes, and, inBrackets } = REPORT[lang];
  const places = by.map((provision) => placeIn(assessment, provision, lang));
  return [
    { text: outcomes[status], truth: STATUS[status] },
    ...(places.length > 0 ? [inBrackets(places.join(and))] : []),
  ];
}
