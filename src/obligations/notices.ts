import type { Notice } from '../model/unit.js';
import { adequate, type Owed } from './performance.js';

/** A notice, with the first day since then for which performance was shown, if any was. */
interface Answered extends Notice {
  readonly doneOn: string | undefined;
}

const answered = (owed: Owed): Answered[] =>
  owed.entries.notices.map((notice) => {
    const [doneOn] = adequate(owed)
      .map(({ on }) => on)
      .filter((on) => on >= notice.on)
      .sort();
    return { ...notice, doneOn };
  });

/** The days set by notices that were not kept: what they ask for was done later. */
export const missedDays = (owed: Owed): string[] =>
  answered(owed).flatMap(({ doneOn, due }) => (doneOn !== undefined && doneOn > due ? [due] : []));

/** The days set by notices that nothing on file answers, the nearest first. */
export const waitingDays = (owed: Owed): string[] =>
  answered(owed)
    .flatMap(({ doneOn, due }) => (doneOn === undefined ? [due] : []))
    .sort();

/** Whether notices have set the days by which it was to be done, and all of them were kept. */
export const keptAll = (owed: Owed): boolean =>
  owed.entries.notices.length > 0 && answered(owed).every(({ doneOn, due }) => doneOn !== undefined && doneOn <= due);
