import type { IncidentAssessment } from '../../src/index.js';
import type { Truth } from '../../src/logic/truth.js';

/** Exit codes: what scripts read. The worst of several documents counts; `closed`: nobody reads on, as a shell tells of a program that this ended. */
export const EXIT = { clear: 0, triggered: 10, undetermined: 20, usage: 64, data: 65, closed: 128 + 13 } as const;

const TRUTH = { met: EXIT.triggered, unmet: EXIT.clear, undetermined: EXIT.undetermined } as const;
export const truthCode = (truth: Truth): number => TRUTH[truth];

const STATUS = { triggered: EXIT.triggered, 'not-triggered': EXIT.clear, undetermined: EXIT.undetermined } as const;
export const assessmentCode = ({ accountability: { status } }: Pick<IncidentAssessment, 'accountability'>): number =>
  STATUS[status];
