import { diagnostic, faultsOf, refuse } from '../diagnostics/diagnostics.js';
import { digestOfChecked } from '../regulation/checked.js';

/** Refuses regulations that have not been checked whole, by their names: nothing that is told of one would hold. */
export function refuseUnchecked(regulations: { readonly [name: string]: unknown }): void {
  const faults = Object.entries(regulations).flatMap(([name, given]) =>
    typeof given === 'object' && given !== null && digestOfChecked(given) !== undefined
      ? []
      : [diagnostic('policy/unchecked-regulation', name)],
  );
  refuse(faultsOf('options', faults));
}
