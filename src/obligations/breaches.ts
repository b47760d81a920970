import type { Reason } from '../logic/reason.js';
import { MET, OPEN, UNMET, type Value } from '../logic/truth.js';
import { intervalOf } from '../regulation/rhythm.js';
import { failing, lacking, ofTerm } from './grounds.js';
import type { Occasion } from './occasions.js';
import { adequate, foundOf, NOTHING, type Owed, type Performance } from './performance.js';
import { intervalIn, termReason } from './periods.js';
import { dueDays, latestOf } from './since.js';
import { lawOfDays } from './unit-file.js';

/**
 * What is established against the performance of a duty: a person's finding that it was not done properly, evidence
 * found inadequate, an omission. What was done later does not undo it.
 */
export function breachOf(owed: Owed): Performance | undefined {
  const { file, duty, input, occasion } = owed;
  const interval = intervalOf(duty);
  if (interval !== undefined && foundOf(owed, interval) === false)
    return {
      status: 'breached',
      grounds: [ofTerm('found', interval, file.rules.regulation)],
      reason: () => termReason(interval, false),
    };
  const standard = file.law.standard(duty.id);
  // How it is done in general says nothing of one occasion.
  if (!occasion && standard.truth(input) === UNMET) {
    const reason = standard.reason(input);
    return { status: 'breached', grounds: failing(reason, file.rules.regulation), reason: () => reason };
  }
  const lacks = lacking(owed.entries).map((each) => ({ ...each, ...owedOn(owed, each.day) }));
  const established = lacks.filter(({ truth }) => truth === MET);
  if (established.length > 0) {
    const last = latestOf(established.map(({ day }) => day));
    const [made] = adequate(owed)
      .map(({ on }) => on)
      .filter((on) => on > last)
      .sort();
    return {
      status: 'breached',
      grounds: established.map(({ ground }) => ground),
      ...(made !== undefined && { madeGoodOn: made }),
    };
  }
  const open = lacks.find(({ truth }) => truth === OPEN);
  return open && { status: 'undetermined', reason: open.reason };
}

interface OwedOn {
  readonly truth: Value;
  readonly reason: () => Reason;
}

/**
 * Whether a duty was to have been done by a day: who was not yet bound omitted nothing, nor did one whose period had
 * not run out.
 */
function owedOn(owed: Owed, day: string): OwedOn {
  const { duty, input, occasion } = owed;
  if (occasion && mayStillBeDone(occasion, day)) return { truth: UNMET, reason: () => NOTHING };
  const bears = lawOfDays(owed.file, day).bears(duty.id);
  const truth = bears.truth(input);
  const bound = { truth, reason: () => bears.reason(input) };
  const interval = intervalOf(duty);
  if (truth !== MET || interval === undefined) return bound;
  const { periods, from, reason } = intervalIn(lawOfDays(owed.file, day), interval, input);
  if (!periods) return { truth: OPEN, reason };
  const before = adequate(owed).find(({ on }) => on < day);
  const due = dueDays(owed, { periods, from }, before?.on);
  if (!due || due.latest < day) return bound;
  return due.earliest >= day ? { truth: UNMET, reason } : { truth: OPEN, reason: due.unsure };
}

/** An activity may be missed from its first day on; what a notice asks for may be done until the day it sets is over. */
const mayStillBeDone = ({ kind, from, until }: Occasion, day: string): boolean =>
  kind === 'notice' ? day <= until : day < from;
