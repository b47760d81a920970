export type {
  BodyId,
  IncidentFacts,
  ObligationId,
  ProfileId,
  ProvisionId,
  Readings,
  RoleId,
  SystemFacts,
  TermId,
  UnitFacts,
  UnitKind,
} from '../rules/generated/regulation.js';
export { regulation } from '../rules/generated/regulation.js';
export {
  type AssessOptions,
  assessIncident,
  type Finding,
  type Incident,
  type IncidentAssessment,
  type Proposal,
} from './assessment/assess-incident.js';
export { type Assessed, assessIncidents } from './assessment/assess-incidents.js';
export type { Response } from './assessment/responses.js';
export type { OpenPoint } from './case/open-points.js';
export type { Presumption } from './case/presumptions.js';
export {
  type ChainBody,
  type ChainOptions,
  type ChainSubject,
  type ConcernedUnit,
  type Holder,
  type Link,
  type ResponsibilityChain,
  resolveResponsibilityChain,
  type Trace,
} from './chain/resolve-responsibility-chain.js';
export { type Diagnostic, type DiagnosticCode, formatDiagnostic, ZerenzhiError } from './diagnostics/diagnostics.js';
export type { Citation, Condition } from './logic/condition.js';
export { evaluateReason, type Reason } from './logic/reason.js';
export type { Truth } from './logic/truth.js';
export type { IncidentBase } from './model/incident.js';
export type { Organization } from './model/organization.js';
export type { Evidence, Inventory, Omission } from './model/unit.js';
export {
  checkUnitObligations,
  type Obligation,
  type ObligationOptions,
  type ObligationReport,
  type ObligationStatus,
  type UnitFile,
} from './obligations/check-unit-obligations.js';
export { type AnyFacts, createPolicy, type Policy, type PolicyOptions, type Ruling } from './policy/create-policy.js';
export { formatCitation, formatPlace } from './regulation/citation.js';
export type { Article, Bilingual, Capacity, Provision, Regulation, TermValue } from './regulation/schema.js';
