export type { CheckName, CheckState } from '../messages/record.js';
export type { Difference } from './differences.js';
export type { Outcome } from './outcome.js';
export { type AssessmentRecord, type Digests, type Recorded, recordAssessment } from './record.js';
export { type Check, type Replay, type ReplayOptions, replay } from './replay.js';
