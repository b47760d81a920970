export { incidentFacts } from '../model/record-path.js';
export type { Change, Range } from './hypothesis.js';
export { type Interview, type InterviewOptions, type InterviewState, interview } from './interview.js';
export type { Question } from './questions.js';
export { compareReadings, type ReadingsComparison } from './readings.js';
export type { Relevant } from './relevant.js';
export { type Missing, type Settlement, type SettleOptions, settle } from './settle.js';
export { type Counterfactuals, type Difference, whatIf } from './what-if.js';
