import { diagnostic, faultsOf, ZerenzhiError } from '../diagnostics/diagnostics.js';
import type { Citation } from '../logic/condition.js';

/** A result that cites provisions by their ids. */
export interface Citing {
  readonly citations: { readonly [provision: string]: Citation | undefined };
}

/** The words of a provision that a result speaks of. */
export function citationIn({ citations }: Citing, provision: string): Citation {
  const citation = Object.hasOwn(citations, provision) ? citations[provision] : undefined;
  if (citation) return citation;
  const among = Object.keys(citations);
  throw new ZerenzhiError(
    faultsOf('result', [diagnostic('assessment/unknown-provision', 'citations', { value: provision, among })]),
  );
}
