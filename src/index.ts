export type {
  AccountabilityId,
  BodyId,
  FactId,
  IncidentFacts,
  ObligationId,
  ProfileId,
  ProvisionId,
  QuestionId,
  Readings,
  ResponseId,
  RoleId,
  SystemFacts,
  TermId,
  UnitFacts,
  UnitKind,
} from '../rules/generated/regulation.js';
export { regulation } from '../rules/generated/regulation.js';
export { type AssessOptions, assessIncident, type Incident } from './assessment/assess-incident.js';
export { type Assessed, assessIncidents } from './assessment/assess-incidents.js';
export type {
  Consequence,
  Due,
  Finding,
  IncidentAssessment,
  IncidentHead,
  KnownFact,
  Proposal,
  Response,
  Subject,
} from './assessment/assessment.js';
export { findingOf, type Referred, responseOf, type WholeFinding } from './assessment/finding-of.js';
export { evaluateReason, reasonOf } from './assessment/reason-of.js';
export type { PolicyOption } from './assessment/restore.js';
export type { OpenPoint, OpenPoints, Settlers, WaitedFor, WholeOpenPoint } from './case/open-points.js';
export type { Presumption, Presumptions } from './case/presumptions.js';
export type {
  Chain,
  ChainBody,
  ConcernedUnit,
  Holder,
  Link,
  ResponsibilityChain,
  Step,
  Trace,
} from './chain/chain.js';
export {
  type ChainOptions,
  type ChainSubject,
  resolveResponsibilityChain,
} from './chain/resolve-responsibility-chain.js';
export {
  type Diagnostic,
  type DiagnosticCode,
  type DocumentName,
  ZerenzhiError,
} from './diagnostics/diagnostics.js';
export { formatDiagnostic } from './diagnostics/format.js';
export type { Bilingual, Lang } from './language.js';
export type { Citation, Condition } from './logic/condition.js';
export type { FactValue } from './logic/operators.js';
export type { Reason } from './logic/reason.js';
export type { Truth } from './logic/truth.js';
export type { IncidentBase } from './model/incident.js';
export type { Overlay, OwnDuty, OwnDutyId, OwnRhythm, OwnTerm } from './model/overlay.js';
export type { Activity, Evidence, Inventory, Notice, Omission } from './model/unit.js';
export { checkUnitObligations, type ObligationOptions, type UnitFile } from './obligations/check-unit-obligations.js';
export type { FactTold, Ground } from './obligations/grounds.js';
export type {
  Obligation,
  ObligationReport,
  ObligationStatus,
  OwnObligation,
  OwnRules,
  ReadPhrase,
  SingleObligation,
  StricterObligation,
  StricterTerm,
} from './obligations/report.js';
export {
  createPolicy,
  type Policy,
  type PolicyOptions,
  type RegulationOption,
  type Ruling,
} from './policy/create-policy.js';
export type { AnyNames, Names, ShippedNames } from './policy/names.js';
export type { Organization } from './policy/organization.js';
export { FORMAT } from './regulation/basic-schemas.js';
export { formatCitation, formatPlace } from './regulation/citation.js';
export type { Article, Capacity, Provision, Regulation, TermValue } from './regulation/schema.js';
