import type { Lang } from '../../language.js';
import type { Regulation } from '../../regulation/schema.js';

export interface PageOptions {
  /** `zh` by default. */
  readonly lang?: Lang;
  /** The regulation that was applied: its labels and words. */
  readonly regulation: Regulation;
}
