import type * as core from '../../src/index.js';
import type * as record from '../../src/record/index.js';

// What the functions return of the shipped regulation, under names of their own: a schema is made of a type that takes
// no parameter.

export type Assessment = core.IncidentAssessment;
export type Chain = core.ResponsibilityChain;
export type Obligations = core.ObligationReport;
export type AssessmentRecord = record.AssessmentRecord;
export type Condition = core.Condition;
