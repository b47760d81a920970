import type { IncidentAssessment, ObligationReport, Truth } from 'zerenzhi';
import type { BulkCounts } from './bulk/counts.js';

/** Exit codes: what scripts read. `closed`: nobody reads on, as a shell tells of a program that this ended. */
export const EXIT = {
  clear: 0,
  triggered: 10,
  undetermined: 20,
  usage: 64,
  data: 65,
  internal: 70,
  closed: 128 + 13,
} as const;

/** What counts for all that was read together: the first of these that came up. */
const ORDER: readonly number[] = [EXIT.internal, EXIT.usage, EXIT.data, EXIT.triggered, EXIT.undetermined, EXIT.clear];
export const worse = (a: number, b: number): number => (ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b);

const TRUTH = { met: EXIT.triggered, unmet: EXIT.clear, undetermined: EXIT.undetermined } as const;
export const truthCode = (truth: Truth): number => TRUTH[truth];

const STATUS = { triggered: EXIT.triggered, 'not-triggered': EXIT.clear, undetermined: EXIT.undetermined } as const;
export const assessmentCode = ({ accountability: { status } }: Pick<IncidentAssessment, 'accountability'>): number =>
  STATUS[status];

export const bulkCode = ({ rejected, triggered, undetermined }: BulkCounts): number =>
  rejected > 0 ? EXIT.data : triggered > 0 ? EXIT.triggered : undetermined > 0 ? EXIT.undetermined : EXIT.clear;

export const obligationCode = ({ counts }: Pick<ObligationReport, 'counts'>): number =>
  counts.breached + counts.overdue > 0 ? EXIT.triggered : counts.undetermined > 0 ? EXIT.undetermined : EXIT.clear;
