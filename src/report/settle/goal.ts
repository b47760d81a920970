import type { Judged } from '../../judge.js';
import { type OpenInput, openInputs } from '../../logic/open-points.js';
import type { Reason } from '../../logic/reason.js';
import { anyOf, OPEN } from '../../logic/truth.js';
import { type OpenPoint, openPointsOf } from '../../open-point.js';
import { verdictsOf } from './hypothesis.js';

/** What is to be settled: whether any of some provisions is met, or each of them. */
export interface Goal {
  readonly provisions: readonly string[];
  readonly each: boolean;
}

/** How many provisions still wait; none once the goal is reached. */
export function waiting(judged: Judged, { provisions, each }: Goal): number {
  const verdicts = verdictsOf(judged, provisions);
  return each || anyOf(verdicts) === OPEN ? verdicts.filter((verdict) => verdict === OPEN).length : 0;
}

/** The provisions that still wait, with their reasons. */
function waitingReasons(judged: Judged, goal: Goal): { readonly provision: string; readonly reasons: readonly Reason[] }[] {
  if (waiting(judged, goal) === 0) return [];
  return goal.provisions.map((provision) => ({ provision, reasons: [judged.law.applies(provision).reason(judged.input)] }));
}

/** The inputs that the goal still waits for. */
export const openInputsOf = (judged: Judged, goal: Goal): OpenInput[] => waitingReasons(judged, goal).flatMap(({ reasons }) => reasons.flatMap(openInputs));

/** The same as points to be settled, with whose each is. */
export const openPointsFor = (judged: Judged, goal: Goal): OpenPoint[] => openPointsOf(judged.bound.regulation, waitingReasons(judged, goal));
