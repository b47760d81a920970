import type {
  AccountabilityId,
  AffiliationId,
  BodyId,
  ConcernedFacts,
  FactId,
  IncidentFacts,
  ObligationId,
  ProvisionId,
  QuestionId,
  Readings,
  ResponseId,
  RoleId,
  SystemFacts,
  TermId,
  UnitFacts,
  UnitKind,
} from '../../rules/generated/regulation.js';

/** The names of a regulation as types: what editors complete and compilers check, in inputs and in results. */
export interface Names {
  /** What can be said of an incident, of a unit, of a system, of a unit in an incident. */
  readonly incident: object;
  readonly unit: object;
  readonly system: object;
  readonly concerned: object;
  readonly provision: string;
  readonly accountability: string;
  readonly obligation: string;
  readonly response: string;
  readonly fact: string;
  readonly term: string;
  readonly question: string;
  /** The readings of each question. */
  readonly readings: object;
  readonly unitKind: string;
  readonly body: string;
  readonly role: string;
  readonly affiliation: string;
}

/** The names of the shipped regulation. */
export interface ShippedNames extends Names {
  readonly incident: IncidentFacts;
  readonly unit: UnitFacts;
  readonly system: SystemFacts;
  readonly concerned: ConcernedFacts;
  readonly provision: ProvisionId;
  readonly accountability: AccountabilityId;
  readonly obligation: ObligationId;
  readonly response: ResponseId;
  readonly fact: FactId;
  readonly term: TermId;
  readonly question: QuestionId;
  readonly readings: Readings;
  readonly unitKind: UnitKind;
  readonly body: BodyId;
  readonly role: RoleId;
  readonly affiliation: AffiliationId;
}

/** Those of a regulation that is known only when the program runs. */
export interface AnyNames extends Names {
  readonly incident: { readonly [fact: string]: unknown };
  readonly unit: { readonly [fact: string]: unknown };
  readonly system: { readonly [fact: string]: unknown };
  readonly concerned: { readonly [fact: string]: unknown };
  readonly readings: { readonly [question: string]: string };
}
