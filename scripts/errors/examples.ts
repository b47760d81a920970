import type { Bilingual, DiagnosticCode } from '../../src/index.js';

/** Something that is refused, as it is written, and the line that tells of it in each language. */
export interface Example {
  readonly code: DiagnosticCode;
  readonly input: string;
  readonly printed: Bilingual;
}

/** What can go wrong, as it is written: the code it shows, and the text that is run. */
export type Written = readonly [code: DiagnosticCode, input: string];
