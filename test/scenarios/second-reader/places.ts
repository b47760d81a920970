import type { Organization } from '../../../src/index.js';
import type { When } from './times.js';

// Whose a system was, and when, as the second reader reads it: by days counted from 1970, both ends included.

type SystemRecord = NonNullable<Organization['systems']>[number];
type UnitRecord = NonNullable<Organization['units']>[number];
interface Stretch {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const DAY = 24 * 3_600_000;
const dayOf = (ms: number) => Math.floor((ms + 8 * 3_600_000) / DAY);
const count = (text: string) => Date.parse(`${text}T00:00:00Z`) / DAY;

/** Whether a day lies in one of some stretches of days. */
const inAny = (day: number, stretches: readonly Stretch[]) =>
  stretches.some(
    ({ from, until }) => (from === undefined || count(from) <= day) && (until === undefined || day <= count(until)),
  );

/** Yes, no, or it depends on when it was. */
function overAll(stretches: readonly Stretch[], { low, high, end }: When): boolean | undefined {
  const [first, last] = [dayOf(low), dayOf(end ? end.high : high)];
  const edges = stretches.flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [count(from)]),
    ...(until === undefined ? [] : [count(until) + 1]),
  ]);
  const within = (from: number, until: number) =>
    [from, ...edges.filter((day) => day > from && day <= until)].map((day) => inAny(day, stretches));
  const all = within(first, last);
  if (!all.includes(false)) return true;
  if (!all.includes(true)) return false;
  const [began, ended] = [dayOf(high), dayOf(end?.low ?? Number.NaN)];
  return end && began <= ended && within(began, ended).includes(true) ? true : undefined;
}

/** Whether a unit has a place of which the register says this; nothing where it says nothing. */
export function hasPlace(
  place: SystemRecord['managedBy'] | SystemRecord['usedBy'],
  unit: string,
  units: readonly UnitRecord[] | undefined,
  when: When,
): boolean | undefined {
  if (place === undefined) return undefined;
  const entries =
    typeof place === 'string' ? [{ unit: place }] : place.map((of) => (typeof of === 'string' ? { unit: of } : of));
  const own = overAll([units?.find(({ id }) => id === unit) ?? {}], when);
  const here = overAll(
    entries.filter((entry) => entry.unit === unit),
    when,
  );
  return own === false || here === false ? false : own && here;
}

/** Whether the system itself was there. */
export const wasThere = (system: SystemRecord, when: When): boolean => overAll([system], when) !== false;

/** The units that a place names. */
export const namesIn = (place: SystemRecord['managedBy'] | SystemRecord['usedBy']): readonly string[] =>
  place === undefined
    ? []
    : typeof place === 'string'
      ? [place]
      : place.map((of) => (typeof of === 'string' ? of : of.unit));

/** Art. 6: what is of school level and run by nobody else is run by the technology centre. */
export const placesOf = (
  { managedBy, operatedBy, usedBy, schoolLevel }: SystemRecord,
  seat: (body: string) => string | undefined,
): { readonly [capacity: string]: SystemRecord['managedBy'] | SystemRecord['usedBy'] } => ({
  managing: managedBy,
  operating: operatedBy ?? (schoolLevel ? seat('technology-centre') : undefined),
  using: usedBy,
});
