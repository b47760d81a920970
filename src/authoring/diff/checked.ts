import { diagnostic, faultsOf, refuse } from '../../diagnostics/diagnostics.js';
import { digestOfChecked } from '../../regulation/checked.js';

/** Refuses what has not been checked whole: nothing that is told of it would hold. */
export function refuseUnchecked(before: unknown, after: unknown): void {
  const faults = Object.entries({ before, after }).flatMap(([name, given]) =>
    typeof given === 'object' && given !== null && digestOfChecked(given) !== undefined
      ? []
      : [diagnostic('policy/unchecked-regulation', name)],
  );
  refuse(faultsOf('options', faults));
}
