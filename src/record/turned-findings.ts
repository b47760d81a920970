import type { IncidentAssessment } from '../assessment/assessment.js';
import { type Bilingual, verbatim } from '../language.js';
import type { Truth } from '../logic/truth.js';
import type { Names } from '../policy/names.js';
import { dutiesOf, findingOf, statusOfDuty, statusOfUnit } from './by-unit.js';
import type { Comparison, TurnedOn } from './comparison.js';
import type { AssessmentRecord } from './record.js';
import type { Aspect } from './turned-on.js';

/** Two records of a case, the assessments behind them, and how to tell on what something turned. */
export interface Sides {
  readonly before: AssessmentRecord;
  readonly now: AssessmentRecord;
  readonly assessments: {
    /** Absent where the rules at hand refuse what the record was made of. */
    readonly before: IncidentAssessment<Names> | undefined;
    readonly now: IncidentAssessment<Names>;
  };
  readonly turnedOn: (aspect: Aspect) => TurnedOn;
}

/** The findings that come out otherwise, as a whole or for a unit. */
export function turnedFindings({ before, now, assessments, turnedOn }: Sides): Comparison['findings'] {
  return namesIn(before.outcome.findings, now.outcome.findings).flatMap(
    (provision): Comparison['findings'][number][] => {
      const [old, current] = [findingOf(before, provision), findingOf(now, provision)];
      const ofUnit = (unit: string) =>
        bothOf(statusOfUnit(before, provision, unit), statusOfUnit(now, provision, unit));
      const units = namesIn(old?.units ?? {}, current?.units ?? {}).filter((unit) => isTurned(ofUnit(unit), ['met']));
      if (old?.status === current?.status && units.length === 0) return [];
      // Where the whole comes out the same, it is about the units that do not.
      const aspect: Aspect = (of) => {
        if (old?.status !== current?.status) return String(findingOf(of, provision)?.status);
        return units.map((unit) => statusOfUnit(of, provision, unit)).join();
      };
      const label = labelIn(assessments, (of) => of.findings.find((each) => each.provision === provision)?.label);
      return [
        {
          provision,
          label: label ?? verbatim(provision),
          ...bothOf<Truth>(old?.status, current?.status),
          ...(units.length > 0 && { units: Object.fromEntries(units.map((unit) => [unit, ofUnit(unit)])) }),
          turnedOn: turnedOn(aspect),
        },
      ];
    },
  );
}

/** How a duty stands where it is owed and known. */
const SETTLED: readonly string[] = ['in-time', 'late', 'awaiting', 'overdue', 'breached'];

/** The duties to report and handle that stand otherwise. */
export function turnedResponses({ before, now, assessments, turnedOn }: Sides): Comparison['responses'] {
  return dutiesOf(before.outcome, now.outcome).flatMap((name): Comparison['responses'][number][] => {
    const states = bothOf(statusOfDuty(before, name), statusOfDuty(now, name));
    if (!isTurned(states, SETTLED)) return [];
    const [provision = name, unit] = name.split('@');
    const label = labelIn(assessments, (of) => of.responses.find((each) => each.provision === provision)?.action);
    return [
      {
        provision,
        label: label ?? verbatim(provision),
        ...(unit !== undefined && { unit }),
        ...states,
        turnedOn: turnedOn((of) => String(statusOfDuty(of, name))),
      },
    ];
  });
}

/** What is on one side only, a unit that joined, turned if it comes to something. */
const isTurned = ({ before, now }: { before?: string; now?: string }, notable: readonly string[]): boolean =>
  before !== undefined && now !== undefined ? before !== now : notable.includes(now ?? before ?? '');

export const namesIn = (one: object, other: object): string[] => [
  ...new Set([...Object.keys(other), ...Object.keys(one)]),
];
export const labelIn = (
  { now, before }: Sides['assessments'],
  find: (of: IncidentAssessment<Names>) => Bilingual | undefined,
): Bilingual | undefined => find(now) ?? (before && find(before));
export const bothOf = <T>(before: T | undefined, now: T | undefined): { before?: T; now?: T } => ({
  ...(before !== undefined && { before }),
  ...(now !== undefined && { now }),
});
