import { isBounds } from '../logic/operators.js';
import { statedIn } from '../model/fact-schema.js';
import type { Given } from '../model/fact-values.js';
import type { Parts } from '../model/partial.js';
import { withValueAt } from '../model/record-path.js';

// Where in an incident an answer is written, and how it goes together with what was said before.

/** An answer to an input that stands under `path`. */
interface Answer {
  readonly id: string;
  readonly path: readonly string[];
  readonly value: Given | null;
  /** The unit it is said of alone. */
  readonly unit: string | undefined;
  /** Where a unit says whether it had a part. */
  readonly partOf: readonly string[];
}

/** What an incident says of its units and systems. */
interface Accounts {
  readonly units?: readonly { readonly id?: string }[] | null;
  readonly systems?: readonly { readonly id?: string }[] | null;
}
const within = (of: object, key: string | number): object => (of as { readonly [key: string]: object })[key] as object;

/** Of a set that is known in part, an answer tells of the rest; any other stands in place of what was said before. */
function together(known: Given, answer: Given | null): Given | null {
  if (!isParts(known)) return answer;
  const { has = [], lacks = [] } = known;
  if (isParts(answer)) return { has: [...has, ...(answer.has ?? [])], lacks: [...lacks, ...(answer.lacks ?? [])] };
  if (!Array.isArray(answer)) return answer;
  const members = [...has, ...(answer as readonly string[])];
  // What was denied before is for the reader to refuse.
  return members.some((member) => lacks.includes(member)) ? { has: members, lacks } : members;
}

const isPartial = (value: unknown): boolean =>
  isParts(value) || (typeof value === 'object' && value !== null && isBounds(value));
const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && ('has' in value || 'lacks' in value);

/** The incident with an answer in it. */
export function withAnswer(given: Accounts, { id, path, value, unit, partOf }: Answer): object {
  const { incident, entry } = entryFor(given, id, unit, partOf);
  const known = statedIn(entry.reduce(within, incident), id, 'incident');
  return withValueAt(incident, [...entry, ...path], together(known, value));
}

/** Where it is written: for the unit asked about, with its entry; or where something was said in part. */
function entryFor(
  incident: Accounts,
  id: string,
  unit: string | undefined,
  partOf: readonly string[],
): { incident: object; entry: readonly (string | number)[] } {
  const units = incident.units ?? [];
  if (unit === undefined) {
    const said = (list: Accounts['units']) => list?.findIndex((one) => isPartial(statedIn(one, id, 'incident'))) ?? -1;
    const [i, j] = [said(units), said(incident.systems)];
    return { incident, entry: i >= 0 ? ['units', i] : j >= 0 ? ['systems', j] : [] };
  }
  const i = units.findIndex((one) => one.id === unit);
  if (i >= 0) return { incident, entry: ['units', i] };
  // Who stands in a relation to a system had no part by being asked about.
  const added = withValueAt({ id: unit }, partOf, null);
  return { incident: { ...incident, units: [...units, added] }, entry: ['units', units.length] };
}
