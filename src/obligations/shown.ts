import { OPEN } from '../logic/truth.js';
import { EVIDENCE } from '../messages/open-points.js';
import { addToDate } from '../regulation/dates.js';
import { intervalOf } from '../regulation/rhythm.js';
import { breachOf } from './breaches.js';
import { keptAll, waitingDays } from './notices.js';
import { adequate, askingOf, foundOf, type Owed, type Performance } from './performance.js';
import { intervalIn } from './periods.js';
import { dueDays } from './since.js';

/** Days before a due day on which a duty counts as due soon. */
const SOON = { days: 30 };

/** What was established comes first, then what was shown, then how long that lasts. */
export function performanceOf(owed: Owed): Performance {
  const breach = breachOf(owed);
  if (!breach) return shown(owed);
  // Who has made a breach good has a next day again.
  const { dueOn } = breach.madeGoodOn === undefined ? breach : shown(owed);
  return { ...breach, ...(dueOn !== undefined && { dueOn }) };
}

function shown(owed: Owed): Performance {
  const today = owed.file.asOf.day;
  const { activity } = owed;
  // Nothing is owed for what is still to come, and it is told in time.
  if (activity && activity.on > today)
    return { status: isSoon(activity.on, today) ? 'due-soon' : 'not-applicable', dueOn: activity.on };
  const interval = intervalOf(owed.duty);
  const own = interval === undefined ? lasting(owed) : recurring(owed, interval);
  const [day] = waitingDays(owed);
  if (day === undefined) return own;
  if (day < today) return { status: 'overdue', dueOn: day };
  return own.status === 'fulfilled' ? until(day, today) : { ...own, dueOn: day };
}

/**
 * What is owed once or all the time, for as long as what was shown lasts. Who has a document that runs out on a day has
 * to renew it; what is owed all the time has no day on which it is due.
 */
function lasting(owed: Owed): Performance {
  const today = owed.file.asOf.day;
  const shown = adequate(owed);
  const isOnce = owed.duty.rhythm === 'once';
  const ends = owed.activity
    ? shown.map(() => undefined)
    : shown.map(({ on, until }) => until ?? (isOnce ? undefined : on));
  if (ends.includes(undefined)) return manner(owed, { status: 'fulfilled' });
  const last = ends.reduce((a = '', b = '') => (a < b ? b : a), '') as string;
  if (last < today) return nothingShown(owed);
  return manner(owed, isOnce ? until(last, today) : { status: 'fulfilled' });
}

const isSoon = (day: string, today: string): boolean => day <= addToDate(today, SOON);
const until = (day: string, today: string): Performance => ({
  status: isSoon(day, today) ? 'due-soon' : 'fulfilled',
  dueOn: day,
});

/** What is due again and again; a person's finding that it is done often enough goes before an interval. */
function recurring(owed: Owed, term: string): Performance {
  const { file, input } = owed;
  const today = file.asOf.day;
  const [last] = adequate(owed);
  const isFound = foundOf(owed, term) === true;
  const { periods, from, reason } = intervalIn(file.law, term, input);
  if (isFound || !periods) {
    if (!last) return nothingShown(owed);
    return manner(owed, isFound ? { status: 'fulfilled' } : { status: 'undetermined', reason });
  }
  const due = dueDays(owed, { periods, from }, last?.on);
  if (!last) return { ...nothingShown(owed), ...(due && due.latest >= today && { dueOn: due.latest }) };
  const { earliest, latest } = due ?? same(periods.next(last.on));
  if (latest < today) return { status: 'overdue', dueOn: latest };
  if (due && earliest < today) return { status: 'undetermined', reason: due.unsure };
  return manner(owed, until(latest, today));
}

/** What was done is done as it should be only once that is known: where notices set days, by those. */
function manner(owed: Owed, done: Performance): Performance {
  const { file, duty, input } = owed;
  const standard = file.law.standard(duty.id);
  if (standard.truth(input) !== OPEN || keptAll(owed)) return done;
  return { ...done, status: 'undetermined', reason: () => standard.reason(input) };
}

const same = (day: string) => ({ earliest: day, latest: day });

function nothingShown(owed: Owed): Performance {
  const { duty, system, towards, activity } = owed;
  const of = system ?? towards ?? activity?.id;
  const id = `${duty.id}${of === undefined ? '' : `@${of}`}`;
  return {
    status: 'undetermined',
    asks: askingOf(owed, id, EVIDENCE(duty.action, { system, towards, activity: activity?.name ?? activity?.id })),
  };
}
