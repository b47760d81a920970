import type { CaseId, IncidentHead, UnitFinding } from '../assessment/assessment.js';
import type { AnyAssessment } from '../explanation/results.js';
import type { Lang } from '../language.js';
import { REPORT } from '../messages/report.js';
import type { Names } from '../policy/names.js';
import type { Item, Line } from './page.js';
import { truthRun } from './pieces.js';

// Whose something is, where an incident concerns several units or systems.

/** What an incident is called, with its id; the id alone where it has no title. */
export const incidentName = ({ id, title }: IncidentHead, lang: Lang): string | undefined =>
  title === undefined || id === undefined ? (title ?? id) : `${title}${REPORT[lang].inBrackets(id)}`;

/** What a unit is called; without an id, that it is not known. */
export const unitName = ({ units }: AnyAssessment, id: string | undefined, lang: Lang): string =>
  id === undefined ? REPORT[lang].someUnit : (units.find((unit) => unit.id === id)?.name ?? id);

const systemName = ({ systems }: AnyAssessment, id: string): string =>
  systems.find((system) => system.id === id)?.name ?? id;

/** Who owes a duty: the bearer of the text, and the unit where several may. */
export const bearerText = (
  { bearer, unit }: AnyAssessment['responses'][number],
  assessment: AnyAssessment,
  lang: Lang,
): string =>
  `${bearer.label[lang]}${unit === undefined ? '' : REPORT[lang].inBrackets(unitName(assessment, unit, lang))}`;

/** How a finding comes out for each unit. */
export const unitItems = (
  byUnit: readonly UnitFinding<Names>[],
  assessment: AnyAssessment,
  lang: Lang,
  more: (finding: UnitFinding<Names>) => Line = () => [],
): Item[] =>
  byUnit.map((finding) => ({
    line: [
      truthRun(finding.status, lang),
      `${REPORT[lang].gap}${unitName(assessment, finding.unit, lang)}`,
      ...more(finding),
    ],
  }));

/** Of which cases something is, in a few words: of units where all their systems are alike, and the other way round. */
export function caseNames(of: readonly CaseId[], assessment: AnyAssessment, lang: Lang): string {
  const { gap, and } = REPORT[lang];
  const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)];
  const units = distinct(of.map(({ unit }) => unit));
  const systems = distinct(of.flatMap(({ system }) => system ?? []));
  const unitNames = units.map((unit) => unitName(assessment, unit, lang));
  const all = Math.max(assessment.systems.length, 1);
  if (all === 1 || of.length === units.length * all) return unitNames.join(and);
  const several = distinct(assessment.facts.flatMap((fact) => (fact.of ? [fact.of.unit] : []))).length;
  const systemNames = systems.map((system) => systemName(assessment, system));
  if (of.length === systems.length * several) return systemNames.join(and);
  return of
    .map(({ unit, system }) =>
      [...(several > 1 ? [unitName(assessment, unit, lang)] : []), system && systemName(assessment, system)]
        .filter(Boolean)
        .join(gap),
    )
    .join(and);
}
