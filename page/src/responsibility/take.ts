import type { Diagnostic, Organization } from 'zerenzhi';
import type { Rules, State } from '../state.js';
import { change, faultsIn } from '../store.js';

/** Takes a changed register whole, or gives what the library refuses in it: that is told where it was typed. */
export function take(organization: Organization, state: State, rules: Rules): readonly Diagnostic[] {
  const faults = faultsIn({ ...state, organization }, rules);
  if (faults.length === 0) change({ organization });
  return faults;
}

/** An entry with a value under a key, or without it. */
export function withValue<Of extends object>(entry: Of, key: string, value: unknown): Of {
  const { [key as keyof Of]: _, ...rest } = entry;
  return (value === undefined ? rest : { ...rest, [key]: value }) as Of;
}
