import type { Judged } from '../case/judge.js';
import { type OpenPoint, openPointsOf } from '../case/open-points.js';
import { type OpenInput, openInputs } from '../logic/open-points.js';
import type { Reason } from '../logic/reason.js';
import { anyOf, nameOf, OPEN, type Truth } from '../logic/truth.js';
import { reasonsOf, verdictsOf } from './hypothesis.js';

/** What is to be settled: whether any of some provisions is met, or each of them. */
export interface Goal {
  readonly provisions: readonly string[];
  readonly each: boolean;
}

/** Whether any of the provisions is met. */
export const statusOf = (judged: Judged, { provisions }: Goal): Truth => nameOf(anyOf(verdictsOf(judged, provisions)));

/** How many provisions still wait; none once the goal is reached. */
export function waiting(judged: Judged, { provisions, each }: Goal): number {
  const verdicts = verdictsOf(judged, provisions);
  return each || anyOf(verdicts) === OPEN ? verdicts.filter((verdict) => verdict === OPEN).length : 0;
}

/** The provisions that still wait, with their reasons. */
function waitingReasons(
  judged: Judged,
  goal: Goal,
): { readonly provision: string; readonly reasons: readonly Reason[] }[] {
  if (waiting(judged, goal) === 0) return [];
  const reasons = reasonsOf(judged, goal.provisions);
  return goal.provisions.map((provision, i) => ({ provision, reasons: reasons.slice(i, i + 1) }));
}

/** The inputs that the goal still waits for. */
export const openInputsOf = (judged: Judged, goal: Goal): OpenInput[] =>
  waitingReasons(judged, goal).flatMap(({ reasons }) => reasons.flatMap(openInputs));

/** The same as points to be settled, with whose each is. */
export const openPointsFor = (judged: Judged, goal: Goal): OpenPoint[] =>
  openPointsOf(judged.bound.regulation, waitingReasons(judged, goal));
