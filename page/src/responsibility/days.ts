import type { Organization } from 'zerenzhi';

// The days on which something in a register changes. What that does is asked of the library for each day.

const DAY = 24 * 60 * 60 * 1000;
export const numberOf = (day: string): number => Date.parse(day) / DAY;
export const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);

interface Dated {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** In their order: the first day on which something is so, and the first on which it is so no more. */
export function changeDays({ units = [], posts = [], appointments = [], systems = [] }: Organization): string[] {
  const tenures = systems.flatMap(({ ownedBy, managedBy, operatedBy, usedBy, hostedFor }) =>
    [ownedBy, managedBy, operatedBy, usedBy, hostedFor].flatMap((each) =>
      (typeof each === 'string' ? [] : (each ?? [])).flatMap((tenure) => (typeof tenure === 'string' ? [] : [tenure])),
    ),
  );
  const all: readonly Dated[] = [...units, ...posts, ...appointments, ...systems, ...tenures];
  const days = all.flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [from]),
    ...(until === undefined ? [] : [dayOf(numberOf(until) + 1)]),
  ]);
  // After the last year of four digits no day is written like the others.
  return [...new Set(days)].filter((day) => /^\d{4}-/.test(day)).sort();
}
