import { type Diagnostic, formatDiagnostic } from 'zerenzhi';
import type { State } from '../state.js';

/** A fault, and what it is in plain words where the page has them. */
export interface Told extends Diagnostic {
  readonly plain?: string;
}

/** Faults as the library tells them; in plain words first and the code last, where there are such words. */
export function Faults({ faults, lang }: { readonly faults: readonly Told[]; readonly lang: State['lang'] }) {
  return (
    <ul class="faults">
      {faults.map((fault, i) => (
        <li key={i}>
          {fault.plain ?? formatDiagnostic(fault, lang)}
          {fault.plain !== undefined && <span class="code"> {fault.code}</span>}
        </li>
      ))}
    </ul>
  );
}
