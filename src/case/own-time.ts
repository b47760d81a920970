import { OPEN, UNMET, type Value } from '../logic/truth.js';
import type { Period } from '../model/period.js';
import type { Law } from '../policy/law.js';
import { factsOfTime, limbsOf, OF_INCIDENT, timesIn } from '../regulation/governing.js';
import type { Accountability, Governing, GoverningTime } from '../regulation/schema.js';
import { lawOfTime, spanOfTime } from './governing-law.js';
import type { IncidentCase } from './incident-case.js';
import { periodIn, periodOf } from './when.js';

/** When conduct was that is not of the days of the incident, by which law it is judged, and the fact that its time is. */
export interface OwnTime {
  readonly period: Period;
  readonly law: Law;
  readonly time: string;
}

/** How a limb of a provision comes out by one of the times that may govern it; without `own` that of the incident. */
export interface LimbInTime {
  readonly truth: Value;
  readonly own?: OwnTime;
  /** It governs by some reading only, and nobody has ruled. */
  readonly isOpen: boolean;
}

/** What of a provision is met or open, limb by limb, each at its own time. */
export function limbsInTime(incidentCase: IncidentCase, provision: Accountability): readonly LimbInTime[] {
  const { input } = incidentCase;
  return limbsOf(provision).flatMap(({ governedBy }, limb) => {
    const { times, isOpen } = timesRuled(incidentCase.law, governedBy);
    return times.flatMap((time): LimbInTime[] => {
      const law = lawOfTime(incidentCase, time);
      const truth = law.applies(provision.id, limb).truth(input);
      if (truth === UNMET) return [];
      const own = ownTimeOf(incidentCase, time, law, truth);
      return [{ truth, isOpen, ...(own && { own }) }];
    });
  });
}

/** The times that may govern: by the reading that a ruling took; by any, and then it is open which, where there is none. */
function timesRuled(
  law: Law,
  governing: Governing,
): { readonly times: readonly GoverningTime[]; readonly isOpen: boolean } {
  if (typeof governing === 'string' || !('question' in governing)) return { times: [governing], isOpen: false };
  const taken = governing.readings[law.ruling(governing.question) ?? ''];
  return taken === undefined ? { times: timesIn(governing), isOpen: true } : { times: [taken].flat(), isOpen: false };
}

/** What began with the incident is of its days; and so is what nobody says a time of. */
function ownTimeOf(incidentCase: IncidentCase, time: GoverningTime, law: Law, truth: Value): OwnTime | undefined {
  const { rules, spans } = incidentCase;
  const [first = ''] = factsOfTime(time);
  if (typeof time === 'object' && 'began' in time && first === OF_INCIDENT) return undefined;
  if (truth === OPEN && spans.times[rules.plan.index(first)] === undefined) return undefined;
  const span = spanOfTime(incidentCase, time);
  if (!span) return undefined;
  const period = periodIn(span);
  if (isSame(period, periodOf(rules, spans))) return undefined;
  return { period, law, time: first };
}

const isSame = (one: Period, other: Period): boolean => JSON.stringify(one) === JSON.stringify(other);
