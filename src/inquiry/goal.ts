import type { Judged } from '../case/case.js';
import { openPointsOf, type WholeOpenPoint } from '../case/open-points.js';
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
export const statusOf = (judged: Judged, { provisions }: Goal): Truth => nameOf(anyOf(verdictsOf(judged, provisions)));

/** How many provisions still wait; none once the goal is reached. */
export function waiting(judged: Judged, { provisions, each }: Goal): number {
  const verdicts = verdictsOf(judged, provisions);
  return each || anyOf(verdicts) === OPEN ? verdicts.filter((verdict) => verdict === OPEN).length : 0;
}

/** The provisions that still wait, with what each waits for. */
function waitingOn(judged: Judged, goal: Goal): { readonly provision: string; readonly on: readonly OpenInput[] }[] {
  if (waiting(judged, goal) === 0) return [];
  const reasons = reasonsOf(judged, goal.provisions);
  return goal.provisions.map((provision, i) => ({ provision, on: openInputs(reasons[i] as Reason) }));
}

/** The inputs that the goal still waits for. */
export const openInputsOf = (judged: Judged, goal: Goal): OpenInput[] =>
  waitingOn(judged, goal).flatMap(({ on }) => on);

/** The same as points to be settled, with whose each is. */
export const openPointsFor = (judged: Judged, goal: Goal): WholeOpenPoint<Names>[] =>
  openPointsOf(judged.bound, waitingOn(judged, goal));
