import type { Condition } from '../logic/condition.js';
import type { Accountability, Governing, GoverningTime, Provision } from './schema.js';

// A provision, or each limb of one, is governed by the law of a time of its own: harm by that of the incident, conduct
// by that of the conduct.

/** The time of the incident, by which the law is found where a provision does not say. */
export const OF_INCIDENT = 'occurredAt';
/** The times that every regulation has a fact for: of the incident, and of its discovery, which bounds it. */
export const INCIDENT_TIMES: readonly string[] = [OF_INCIDENT, 'discoveredAt'];

/** What of a provision is governed by one time, as one condition. */
export interface Limb {
  readonly governedBy: Governing;
  readonly when: Condition;
}

/** The limbs of a provision: one of them has to hold. Most have one, which is all of it. */
export function limbsOf({ when, governedBy = OF_INCIDENT, limbs }: Accountability): readonly Limb[] {
  if (!limbs) return [{ governedBy, when }];
  return limbs.map((limb) => ({ governedBy: limb.governedBy, when: { all: [...partsOf(when), limb.when] } }));
}

const partsOf = (condition: Condition): readonly Condition[] => ('all' in condition ? condition.all : [condition]);

/** The times that may govern, by reading. */
export const timesIn = (governing: Governing): readonly GoverningTime[] =>
  typeof governing === 'object' && 'readings' in governing ? Object.values(governing.readings).flat() : [governing];

/** The times that may govern any part of a provision. */
export const timesOf = (provision: Provision): readonly GoverningTime[] =>
  provision.kind === 'accountability'
    ? limbsOf(provision).flatMap(({ governedBy }) => timesIn(governedBy))
    : [timeOfDuty(provision)];

/** The time by which a duty is called up, or anything else is found. */
export const timeOfDuty = (provision: Provision): GoverningTime =>
  (provision.kind === 'duty' ? provision.governedBy : undefined) ?? OF_INCIDENT;

/** The facts that a time rests on. */
export const factsOfTime = (time: GoverningTime): readonly string[] =>
  typeof time === 'string' ? [time] : 'began' in time ? [time.began] : [time.since, time.until, time.status];

/** Every time by which some provision of a list is governed, each once. */
export function governingTimes(provisions: readonly Provision[]): readonly GoverningTime[] {
  return [...new Map(provisions.flatMap(timesOf).map((time) => [nameOfTime(time), time])).values()];
}

/** A name for a time: a fact's, its beginning, or that of the two between which something was left undone. */
export const nameOfTime = (time: GoverningTime): string =>
  typeof time === 'string' ? time : 'began' in time ? `${time.began}..` : `${time.since}..${time.until}`;
