import { OPEN } from '../logic/truth.js';
import { addToDate } from '../regulation/dates.js';
import { intervalOf } from '../regulation/rhythm.js';
import { breachOf } from './breaches.js';
import { type Ground, ofEvidence } from './grounds.js';
import type { Occasion } from './occasions.js';
import { adequate, foundOf, nothingShown, type Owed, type Performance } from './performance.js';
import { intervalIn } from './periods.js';
import { dueDays } from './since.js';

/** Days before a due day on which a duty counts as due soon. */
const SOON = { days: 30 };

/** What was established comes first, then what was shown, then how long that lasts. */
export function performanceOf(owed: Owed): Performance {
  if (owed.occasion) return performanceFor(owed, owed.occasion);
  const breach = breachOf(owed);
  if (!breach) return shown(owed);
  // Who has made a breach good has a next day again.
  const { dueOn } = breach.madeGoodOn === undefined ? breach : shown(owed);
  return { ...breach, ...(dueOn !== undefined && { dueOn }) };
}

/** How a duty stands for one occasion. What lies ahead is due; only a notice sets a day that can be missed. */
function performanceFor(owed: Owed, occasion: Occasion): Performance {
  const breach = breachOf(owed);
  if (breach) return breach;
  const { kind, until } = occasion;
  const isNotice = kind === 'notice';
  const [done] = adequate(owed).sort((a, b) => (a.on < b.on ? -1 : 1));
  if (done)
    return isNotice && done.on > until
      ? { status: 'breached', grounds: [noticeIn(occasion), ofEvidence('late', done)], madeGoodOn: done.on }
      : { status: 'fulfilled' };
  if (until >= owed.file.asOf.day) return { status: 'due-soon', dueOn: until };
  return isNotice ? { status: 'overdue', grounds: [noticeIn(occasion)], dueOn: until } : nothingShown(owed);
}

const noticeIn = ({ name, from, until }: Occasion): Ground => ({
  kind: 'notice',
  on: from,
  until,
  ...(name !== undefined && { ref: name }),
});

function shown(owed: Owed): Performance {
  const interval = intervalOf(owed.duty);
  return interval === undefined ? lasting(owed) : recurring(owed, interval);
}

/**
 * What is owed once or all the time, for as long as what was shown lasts. Who has a document that runs out on a day has
 * to renew it; what is owed all the time has no day on which it is due.
 */
function lasting(owed: Owed): Performance {
  const today = owed.file.asOf.day;
  const shown = adequate(owed);
  const isOnce = owed.duty.rhythm === 'once';
  const ends = shown.map(({ on, until }) => until ?? (isOnce ? undefined : on));
  if (ends.includes(undefined)) return manner(owed, { status: 'fulfilled' });
  const last = ends.reduce((a = '', b = '') => (a < b ? b : a), '') as string;
  if (last < today) return nothingShown(owed);
  return manner(owed, isOnce ? until(last, today) : { status: 'fulfilled' });
}

const until = (day: string, today: string): Performance => ({
  status: day <= addToDate(today, SOON) ? 'due-soon' : 'fulfilled',
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
  if (latest < today) return { status: 'overdue', grounds: [ofEvidence('last', last)], dueOn: latest };
  if (due && earliest < today) return { status: 'undetermined', reason: due.unsure };
  return manner(owed, until(latest, today));
}

/** What was done is done as it should be only once that is known. */
function manner({ file, duty, input }: Owed, done: Performance): Performance {
  const standard = file.law.standard(duty.id);
  if (standard.truth(input) !== OPEN) return done;
  return { ...done, status: 'undetermined', reason: () => standard.reason(input) };
}

const same = (day: string) => ({ earliest: day, latest: day });
