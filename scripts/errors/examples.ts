import type { DiagnosticCode } from '../../src/index.js';

/** Something that is refused, as it is written, and the lines that tell of it in each language. */
export interface Example {
  readonly code: DiagnosticCode;
  readonly input: string;
  readonly printed: { readonly en: readonly string[]; readonly zh: readonly string[] };
}

/** What can go wrong, as it is written: the code it shows, and the text that is run. */
export type Written = readonly [code: DiagnosticCode, input: string];
