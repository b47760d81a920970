import type { IncidentCase } from '../case/incident-case.js';
import { openPointsOf, type WaitedFor } from '../case/open-points.js';
import { type OpenInput, openInputs } from '../logic/open-points.js';
import type { Reason } from '../logic/reason.js';
import { anyOf, nameOf, OPEN, type Truth } from '../logic/truth.js';
import type { Names } from '../policy/names.js';
import { reasonsOf, verdictsOf } from './hypothesis.js';

/** What is to be settled: whether any of some provisions is met, or each of them. */
export interface Goal {
  readonly provisions: readonly string[];
  readonly each: boolean;
}

/** Whether any of the provisions is met. */
export const statusOf = (incidentCase: IncidentCase, { provisions }: Goal): Truth =>
  nameOf(anyOf(verdictsOf(incidentCase, provisions)));

/** How many provisions still wait; none once the goal is reached. */
export function waiting(incidentCase: IncidentCase, { provisions, each }: Goal): number {
  const verdicts = verdictsOf(incidentCase, provisions);
  return each || anyOf(verdicts) === OPEN ? verdicts.filter((verdict) => verdict === OPEN).length : 0;
}

/** The provisions that still wait, with what each waits for. */
function waitingOn(
  incidentCase: IncidentCase,
  goal: Goal,
): { readonly provision: string; readonly on: readonly OpenInput[] }[] {
  if (waiting(incidentCase, goal) === 0) return [];
  const reasons = reasonsOf(incidentCase, goal.provisions);
  return goal.provisions.map((provision, i) => ({ provision, on: openInputs(reasons[i] as Reason) }));
}

/** The inputs that the goal still waits for. */
export const openInputsOf = (incidentCase: IncidentCase, goal: Goal): OpenInput[] =>
  waitingOn(incidentCase, goal).flatMap(({ on }) => on);

/** The same as points to be settled, with whose each is. */
export const openPointsFor = (incidentCase: IncidentCase, goal: Goal): WaitedFor<Names>[] =>
  openPointsOf(incidentCase.rules, waitingOn(incidentCase, goal));
