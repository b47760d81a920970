import type { Activity, Notice } from '../model/unit.js';

/** What a duty is owed for on days of its own: an activity of the institution, or what a notice asks for by a day. */
export interface Occasion {
  readonly kind: 'activity' | 'notice';
  readonly id: string;
  readonly name?: string;
  /** The first day on which it can be done, and the last on which it is done in time. */
  readonly from: string;
  readonly until: string;
}

/** An activity, as an occasion of the days on which it is held. */
export const ofActivity = ({ id, name, on, until = on }: Activity): Occasion => ({
  kind: 'activity',
  id,
  ...(name !== undefined && { name }),
  from: on,
  until,
});

/** A notice, as an occasion from its own day to the day that it sets. */
export const ofNotice = ({ id, ref, on, due }: Notice): Occasion => ({
  kind: 'notice',
  id,
  ...(ref !== undefined && { name: ref }),
  from: on,
  until: due,
});
