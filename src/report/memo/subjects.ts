import type { Subject } from '../../assessment/assessment.js';
import type { AnyAssessment } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import { incidentName } from '../units.js';

/** What a report is about: the incident, the units and systems, and the records it rests on. */
export function subjectsText(assessment: AnyAssessment, lang: Lang): string {
  const { head, notRecorded } = MEMO[lang];
  const { labelled, then } = REPORT[lang];
  const { incident, units, systems, organization } = assessment;
  return [
    labelled(head.incident, incidentName(incident, lang) ?? notRecorded),
    labelled(head.unit, unitsText(units, lang)),
    labelled(head.system, namesOf(systems, lang)),
    labelled(head.source, incident.source ?? notRecorded),
    labelled(head.organization, organization ?? notRecorded),
  ].join(then);
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
