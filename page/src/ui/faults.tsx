import { type Diagnostic, formatDiagnostic } from 'zerenzhi';
import type { State } from '../state.js';

/** Faults as the library tells them. */
export function Faults({ faults, lang }: { readonly faults: readonly Diagnostic[]; readonly lang: State['lang'] }) {
  return (
    <ul class="faults">
      {faults.map((fault, i) => (
        <li key={i}>{formatDiagnostic(fault, lang)}</li>
      ))}
    </ul>
  );
}
