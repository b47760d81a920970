import type { ChainSubject, Organization } from 'zerenzhi';
import type { State } from '../state.js';
import { namesOf } from './names.js';

export type Registered = State & { readonly organization: Organization };

/** Whose chain is shown, as a choice among others. */
export function choicesIn({ organization: { units = [], systems = [] } }: Registered) {
  const named = (kind: 'unit' | 'system') =>
    namesOf(kind === 'unit' ? units : systems).map(([id, name]) => ({ value: `${kind}:${id}`, name }));
  return { units: named('unit'), systems: named('system') };
}

/** The choice that was made, or the first there is, should it be in the register no more. */
export function chosenIn(state: Registered): string {
  const { units, systems } = choicesIn(state);
  const { subject } = state.look;
  const all = [...units, ...systems].map(({ value }) => value);
  if (subject === 'incident' || (subject !== undefined && all.includes(subject))) return subject;
  return all[0] ?? 'incident';
}

export function subjectOf(choice: string, { incident }: State): ChainSubject {
  const [kind, ...id] = choice.split(':');
  if (kind === 'unit') return { unit: id.join(':') };
  if (kind === 'system') return { system: id.join(':') };
  return { incident };
}
