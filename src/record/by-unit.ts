import { own } from './differences.js';
import type { Outcome } from './outcome.js';
import type { AssessmentRecord } from './record.js';

// Of an incident that concerns one unit an outcome does not name it; when another joins, each is named. The two are
// held against each other by the unit that there was.

/** What an assessment was made of, and what it came to. */
export type Judged = Pick<AssessmentRecord, 'input' | 'outcome'>;
type Finding = Outcome['findings'][string];
type Response = Outcome['responses'][string];

/** The only unit of an incident that concerns one; the empty name where it is not known. */
function onlyUnit({ input: { incident } }: Judged): string {
  const [first] = Array.isArray(incident.units) ? (incident.units as { readonly id?: string }[]) : [];
  return first?.id ?? '';
}

export const findingOf = ({ outcome: { findings } }: Judged, provision: string): Finding | undefined =>
  own(findings, provision) as Finding | undefined;

/** How a provision comes out for a unit. */
export function statusOfUnit(of: Judged, provision: string, unit: string): Finding['status'] | undefined {
  const found = findingOf(of, provision);
  if (found?.units) return own(found.units, unit) as Finding['status'] | undefined;
  return unit === onlyUnit(of) ? found?.status : undefined;
}

/** How a duty to report or handle stands; that of the only unit also by the unit's name. */
export function statusOfDuty(of: Judged, name: string): Response['status'] | undefined {
  const [provision = name, unit] = name.split('@');
  const { responses } = of.outcome;
  const found = own(responses, name) ?? (unit === onlyUnit(of) ? own(responses, provision) : undefined);
  return (found as Response | undefined)?.status;
}

/** The duties of two outcomes, each by the fullest name that it has in either. */
export function dutiesOf(before: Outcome, now: Outcome): string[] {
  const names = [...new Set([...Object.keys(now.responses), ...Object.keys(before.responses)])];
  return names.filter((name) => name.includes('@') || !names.some((other) => other.startsWith(`${name}@`)));
}
