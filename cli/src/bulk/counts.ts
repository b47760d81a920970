/** What may become of a record of a bulk run. */
export const OUTCOMES = ['triggered', 'not-triggered', 'undetermined', 'rejected'] as const;
type Outcome = (typeof OUTCOMES)[number];
export type BulkCounts = { readonly [outcome in Outcome]: number };

const counted = (of: (outcome: Outcome) => number) =>
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)])) as { [outcome in Outcome]: number };

export const noCounts = () => counted(() => 0);
export const sumOf = (one: BulkCounts, other: BulkCounts): BulkCounts =>
  counted((outcome) => one[outcome] + other[outcome]);
