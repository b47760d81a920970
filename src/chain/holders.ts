import type { Appointment } from '../model/organization.js';
import { type Days, type Period, turningDays } from '../model/period.js';
import { holdsOn } from '../regulation/dates.js';
import type { HolderDays } from './chain.js';

/** Who held a post in a period. */
export interface Held {
  /** Everybody who may be meant. */
  readonly appointments: readonly Appointment[];
  /** Whether they certainly are. */
  readonly isSure: boolean;
  /** Whether it may be that nobody is. */
  readonly mayBeVacant: boolean;
  /** Whether it was vacant on a day that certainly counts. */
  readonly isVacant: boolean;
  /** People who held it at once, other than on the day it passed from one to the other. */
  readonly atOnce: readonly string[];
}

/** The days of a period, as a chain tells them. */
export const holderDays = ({ from, until }: Days): HolderDays => ({
  asOf: until,
  ...(from !== until && { period: { ...(from !== undefined && { from }), until } }),
});

/** Who held a post on each of some days on which that may have changed. */
type Sets = readonly (readonly Appointment[])[];

/**
 * Who held a post, given the appointments to it. If it is a moment somewhere within the period, whoever held it then is
 * meant; if it lasted, all who held it while it did.
 */
export function heldIn(appointments: readonly Appointment[], period: Period): Held {
  const sets = setsIn(appointments, period);
  const all = unique(sets.flat());
  const isSame = new Set(sets.map(people)).size === 1;
  const core = isSame || !period.lasted ? sets : setsOf(appointments, period.lasted.certain);
  const isSure = isSame || (period.lasted !== undefined && people(core.flat()) === people(all));
  const lacks = (some: Sets) => some.some((set) => set.length === 0);
  return {
    appointments: isSure && !period.lasted ? (sets.at(-1) ?? []) : all,
    isSure,
    mayBeVacant: !isSure && (period.lasted ? core.flat().length === 0 : lacks(sets)),
    isVacant: isSure || period.lasted ? lacks(core) : false,
    atOnce: atOnceIn(appointments, period),
  };
}

const setsOf = (appointments: readonly Appointment[], days: Days | undefined): Sets =>
  days ? setsIn(appointments, days) : [];

/** Whether whoever held a post in one period certainly no longer did in another. */
export function changedBetween(appointments: readonly Appointment[], before: Days, after: Days): boolean {
  const then = new Set(setsIn(appointments, before).map(people));
  return !setsIn(appointments, after).some((set) => then.has(people(set)));
}

const setsIn = (appointments: readonly Appointment[], days: Days): Sets =>
  turningDays(appointments, days).map((day) => appointments.filter((each) => holdsOn(each, day)));

/** On the day a post passes on, who leaves it and who takes it both hold it. */
function atOnceIn(appointments: readonly Appointment[], days: Days): string[] {
  const strange = turningDays(appointments, days).flatMap((day) => {
    const now = appointments.filter((each) => holdsOn(each, day));
    const passesOn = now.length === 2 && now.some(({ until }) => until === day) && now.some(({ from }) => from === day);
    return now.length > 1 && !passesOn ? now.map(({ person }) => person) : [];
  });
  return [...new Set(strange)];
}

const unique = (appointments: readonly Appointment[]): Appointment[] => [...new Set(appointments)];

const people = (appointments: readonly Appointment[]): string =>
  [...new Set(appointments.map(({ person }) => person))].sort().join();
