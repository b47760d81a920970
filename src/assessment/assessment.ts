import type { OpenPoints } from '../case/open-points.js';
import type { Presumptions } from '../case/presumptions.js';
import type { Chain, Trace } from '../chain/chain.js';
import type { Bilingual } from '../language.js';
import type { Citation } from '../logic/condition.js';
import type { FactValue } from '../logic/operators.js';
import type { Settled, Truth } from '../logic/truth.js';
import type { Party } from '../model/incident.js';
import type { Policy } from '../policy/create-policy.js';
import type { Names, ShippedNames } from '../policy/names.js';

/**
 * What comes of an incident: plain data, that can be frozen, sent and kept. Each thing is said once and referred to by
 * its id; what costs time is worked out when it is first read.
 */
export interface IncidentAssessment<N extends Names = ShippedNames> extends OpenPoints {
  readonly incident: IncidentHead;
  /** The units concerned: those it names, then those that stand in a relation to a system and may have had a part. */
  readonly units: readonly AssessedUnit<N>[];
  readonly systems: readonly Subject[];
  /** The name of the register that was used. */
  readonly organization?: string;
  readonly asOf: string;
  readonly policy: Policy<N>;
  readonly accountability: {
    readonly status: 'triggered' | 'not-triggered' | 'undetermined';
    /** The provisions that are met. */
    readonly by: readonly N['accountability'][];
    /** The provisions that are still undetermined. */
    readonly open: readonly N['accountability'][];
  };
  readonly findings: readonly Finding<N>[];
  readonly responses: readonly Response<N>[];
  readonly chain: Chain<N>;
  readonly proposals: readonly Proposal<N>[];
  /** The facts it rests on, in the order of the rule files. */
  readonly facts: readonly KnownFact<N>[];
  /** What persons have found on vague words. */
  readonly termFindings: { readonly [term in N['term']]?: boolean };
  /** What the text attaches to a provision that is met, by its id. */
  readonly consequences: { readonly [id: string]: Consequence };
  /** The words of the provisions that it speaks of, by their ids. */
  readonly citations: Citations<N>;
  readonly presumptions: readonly Presumptions<N>[];
}

/** Every finding and response is cited, and so is what the chain and the proposals rest on. */
export type Citations<N extends Names> = {
  readonly [provision in N['accountability'] | N['response']]: Citation;
} & { readonly [provision in N['provision']]?: Citation };

/** What the account of an incident says of itself. */
export interface IncidentHead {
  readonly id?: string;
  readonly title?: string;
  readonly source?: string;
  /** What happened, in prose. */
  readonly account?: string;
  readonly parties: readonly Party[];
}

/** A unit or a system that an incident concerns, with its name where a register has it. */
export interface Subject {
  readonly id?: string;
  readonly name?: string;
}

/** A unit that an incident concerns, or may concern. */
export interface AssessedUnit<N extends Names = ShippedNames> extends Subject {
  /** The incident does not name it: it stands in a relation to a system. */
  readonly candidate?: true;
  /** What persons have found on vague words of this unit, where it differs from the rest. */
  readonly termFindings?: { readonly [term in N['term']]?: boolean };
}

/** Which case of an incident something is of, where its units or systems differ. */
export interface CaseId {
  readonly unit?: string;
  readonly system?: string;
}

/** How a provision comes out for one unit. */
export interface UnitFinding<N extends Names = ShippedNames> {
  /** Absent where it is not known which unit it was. */
  readonly unit?: string;
  readonly status: Truth;
  readonly open: readonly string[];
  readonly presumed: readonly N['fact'][];
}

/** How one provision on accountability comes out. `reasonOf` says why. */
export interface Finding<N extends Names = ShippedNames> {
  readonly provision: N['accountability'];
  readonly label: Bilingual;
  readonly status: Truth;
  /**
   * The versions of its article that may apply, where the article has several: the day each holds from, or `issued` for
   * the first; none where it did not exist.
   */
  readonly editions?: readonly string[];
  /** The questions and terms that it turns on and that the policy has something on, which does not reach this case. */
  readonly unreached?: readonly string[];
  /** The id of what it entails. */
  readonly consequence: string;
  /** The ids of the open points that it waits for. */
  readonly open: readonly string[];
  /** The facts that it presumes. */
  readonly presumed: readonly N['fact'][];
  /** Of an incident that concerns several units: each by itself. It is met if any unit's is. */
  readonly byUnit?: readonly UnitFinding<N>[];
}

export interface Consequence {
  readonly label: Bilingual;
  readonly citation: Citation;
  /** The body that the text charges with it. */
  readonly by?: Bilingual;
  readonly trace: Trace;
}

/** A duty that an incident calls up: to report, to handle, to inform, to trace back. */
export interface Response<N extends Names = ShippedNames> {
  readonly provision: N['response'];
  /** The unit that owes it, of an incident that concerns several; while its part is open, so is whether it does. */
  readonly unit?: string;
  readonly action: Bilingual;
  /** Who owes it: each unit concerned, or a body. */
  readonly bearer: { readonly id: string; readonly label: Bilingual };
  /** Whom it is owed to. */
  readonly to?: { readonly id: N['body']; readonly label: Bilingual };
  /** The id of the consequence that it carries out: it is open as long as the findings that entail it are. */
  readonly follows?: string;
  readonly status: 'not-required' | 'in-time' | 'late' | 'awaiting' | 'overdue' | 'breached' | 'undetermined';
  /** The versions of its article that may apply, and what does not reach the case, as in a finding. */
  readonly editions?: readonly string[];
  readonly unreached?: readonly string[];
  /** When it is or was due, by each reading of the clock; empty where no measure fixes it. */
  readonly due: readonly Due<N>[];
  readonly open: readonly string[];
  readonly presumed: readonly N['fact'][];
}

export interface Due<N extends Names = ShippedNames> {
  /** The term that measures it; none where the text itself says how many hours. */
  readonly term?: N['term'];
  /** The question that no ruling has settled, and the reading under which it is due then. */
  readonly question?: N['question'];
  readonly reading?: string;
  readonly at: string;
  /** The only thing that this time settles: that what is done by then is in time, or that what is done later is late. */
  readonly settles?: Settled;
}

/** Who may propose accountability to whom. */
export interface Proposal<N extends Names = ShippedNames> {
  readonly provision: N['provision'];
  readonly holder: { readonly id: string; readonly label: Bilingual };
  readonly to: readonly { readonly id: string; readonly label: Bilingual }[];
  readonly label: Bilingual;
}

/** A fact that an assessment rests on, and where it is known from. */
export interface KnownFact<N extends Names = ShippedNames> {
  readonly fact: N['fact'];
  /** The unit and the system it is known of, where it is not the same for all. */
  readonly of?: CaseId;
  readonly value: NonNullable<FactValue>;
  /**
   * Said of the incident; in the register; settled by another fact, or by a duty that was breached; worked out of
   * others; so while nobody says otherwise.
   */
  readonly origin: 'stated' | 'registered' | 'implied' | 'worked-out' | 'presumed';
  /** The facts that it follows from, or the duties. */
  readonly from?: readonly (N['fact'] | N['response'])[];
}
