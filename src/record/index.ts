export type { CheckName, CheckState } from '../messages/record.js';
export { type Compared, type CompareOptions, compareWithRecord } from './compare.js';
export type { Comparison, InputChange, Turned, TurnedLink, TurnedOn } from './comparison.js';
export type { Difference } from './differences.js';
export type { InputKind } from './inputs.js';
export type { Outcome } from './outcome.js';
export { type AssessmentRecord, type Digests, type Recorded, recordAssessment, type Supersedes } from './record.js';
export { type Check, type Replay, type ReplayOptions, replay } from './replay.js';
