import type { OpenPoints } from '../case/open-points.js';
import type { Bilingual } from '../language.js';
import type { Citation } from '../logic/condition.js';
import type { Reason } from '../logic/reason.js';
import type { Evidence, Inventory, Omission } from '../model/unit.js';
import type { Policy } from '../policy/create-policy.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { Source } from '../regulation/schema.js';
import type { Ground } from './grounds.js';
import type { Occasion } from './occasions.js';

export type ObligationStatus = 'fulfilled' | 'due-soon' | 'overdue' | 'breached' | 'not-applicable' | 'undetermined';

/** What is on file of a duty. */
export type Entry<Id extends string = string> = Evidence<Id> | Omission<Id> | Inventory<Id>;

/** One duty of the unit, for one system, other unit, occasion or incident where it is owed for each. */
export interface SingleObligation<N extends Names = ShippedNames> {
  readonly provision: N['obligation'];
  readonly action: Bilingual;
  /** `duty`: 应, 要, 需, or listed as a responsibility; `task`: 负责. Both oblige. */
  readonly force: 'duty' | 'task';
  readonly system?: string;
  /** The other unit that it is owed towards, where it is owed towards each. */
  readonly towards?: string;
  /** The activity that calls for it, or the notice that sets its day. */
  readonly occasion?: Occasion;
  readonly incident?: string;
  /** The versions of its article that it may be judged by, where there are several, as in a finding. */
  readonly editions?: readonly string[];
  readonly status: ObligationStatus;
  /** Why the duty applies or not, and, where a measure of performance was asked, how it came out. */
  readonly reason: Reason;
  readonly evidence: readonly Entry<N['obligation']>[];
  /** The next day it is due, or was. */
  readonly dueOn?: string;
  /** Of what is breached or overdue: the records and findings that it rests on. Of what is open: what is on file of it and shows it no longer. */
  readonly grounds?: readonly Ground[];
  /** Of a breach: the day of the performance that made it good. It stays a breach. */
  readonly madeGoodOn?: string;
  /** Of a breach: the provisions on accountability that it leads to. */
  readonly leadsTo?: readonly N['accountability'][];
  /** The ids of what is open. */
  readonly open: readonly string[];
}

/** A duty of the unit as it counts: one, or the words of which it is open what duties they are. */
export interface Obligation<N extends Names = ShippedNames> extends SingleObligation<N> {
  /** Of words of which it is open what duties they are: `provision` is then the first of them. */
  readonly phrase?: ReadPhrase<N>;
}

/** Words of the text that are other duties, or none, by other readings. The status is what all the readings come to. */
export interface ReadPhrase<N extends Names = ShippedNames> {
  readonly citation: Citation;
  /** The open questions whose readings choose. */
  readonly questions: readonly N['question'][];
  /** The duties that they may be, each as it stands by itself. */
  readonly duties: readonly SingleObligation<N>[];
}

export interface ObligationReport<N extends Names = ShippedNames> extends OpenPoints {
  readonly unit?: string;
  /** What the register calls the units and systems that the report speaks of, by their ids. */
  readonly names: RegisteredNames;
  readonly asOf: string;
  readonly policy: Policy<N>;
  readonly obligations: readonly Obligation<N>[];
  readonly counts: { readonly [status in ObligationStatus]: number };
  /** What the provisions entail that the breaches lead to, by their ids. */
  readonly consequences: { readonly [provision in N['accountability']]?: Entailed };
  /**
   * What comes of the rules that the unit has made for itself, by its overlays: it counts in nothing else of the report.
   * Absent where it has none.
   */
  readonly own?: readonly OwnRules<N>[];
  /** Duties of persons: stated and cited. No file of a unit tells how a person has done them, and none is judged. */
  readonly personal: readonly PersonalDuty<N>[];
  readonly citations: { readonly [provision in N['obligation']]: Citation } & {
    readonly [provision in N['accountability']]?: Citation;
  };
}

/** What comes of one of a unit's overlays, with what is open of it. */
export interface OwnRules<N extends Names = ShippedNames> extends OpenPoints {
  readonly document: Source;
  readonly made: string;
  /** The first and the last day on which it holds. */
  readonly from: string;
  readonly until?: string;
  readonly duties: readonly OwnObligation<N>[];
  readonly terms: readonly StricterTerm<N>[];
}

/** A duty that a unit's own rules add, as it stands; `provision` is its id there. */
export interface OwnObligation<N extends Names = ShippedNames>
  extends Omit<SingleObligation<N>, 'provision' | 'editions' | 'leadsTo'> {
  readonly provision: string;
  /** Words of the unit's own document. */
  readonly quote: string;
  /** Who within the unit bears it. */
  readonly bearer: Bilingual;
  /** The provision of the regulation that it makes concrete. */
  readonly makesConcrete?: N['provision'];
}

/** A term that a unit's own rules make stricter, and the duties of the regulation that turn on it. */
export interface StricterTerm<N extends Names = ShippedNames> {
  readonly term: N['term'];
  readonly label: Bilingual;
  /** Words of the unit's own document. */
  readonly quote: string;
  readonly value: { readonly [measure: string]: unknown };
  readonly obligations: readonly StricterObligation<N>[];
}

/** A duty of the regulation, judged by a stricter value of the unit's own. */
export interface StricterObligation<N extends Names = ShippedNames> extends SingleObligation<N> {
  /** How it stands without that. */
  readonly byRegulation: { readonly status: ObligationStatus; readonly dueOn?: string };
}

export interface RegisteredNames {
  readonly units: { readonly [id: string]: string };
  readonly systems: { readonly [id: string]: string };
}

/** What a provision on accountability entails. */
export interface Entailed {
  readonly label: Bilingual;
  readonly citation: Citation;
}

export interface PersonalDuty<N extends Names = ShippedNames> {
  readonly provision: N['obligation'];
  readonly bearer: { readonly id: string; readonly label: Bilingual };
  readonly action: Bilingual;
}
