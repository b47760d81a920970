import type { IncidentAssessment } from '../assessment/assessment.js';
import type { ResponsibilityChain } from '../chain/chain.js';
import type { ObligationReport } from '../obligations/report.js';
import type { Names } from '../policy/names.js';

// Results of whatever regulation, as they are told. The public functions take them by the names of theirs, so that an
// incident written inside such a call is still checked by its own.

export type AnyAssessment = IncidentAssessment<Names>;
export type AnyChain = ResponsibilityChain<Names>;
export type AnyReport = ObligationReport<Names>;
