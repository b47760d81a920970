import type { OpenPoint, Settlers } from '../case/open-points.js';
import type { Link } from '../chain/chain.js';
import type { Bilingual } from '../language.js';
import type { Truth } from '../logic/truth.js';
import type { Names } from '../policy/names.js';
import type { InputKind } from './inputs.js';
import type { Outcome } from './outcome.js';

/** What has changed between a record of a case and the case now. */
export interface Comparison {
  /** The record it is held against, and the assessment now. */
  readonly before: Side & { readonly seal: string };
  readonly now: Side;
  /** What the incident is called now. */
  readonly incident: { readonly id?: string; readonly title?: string };
  /** What units and systems are called, where a register has it. */
  readonly names: { readonly [id: string]: string };
  readonly accountability: { readonly turned: boolean; readonly turnedOn?: TurnedOn };
  /** The findings that come out otherwise. */
  readonly findings: readonly (Turned<Truth> & {
    /** By unit, where several are concerned and one comes out otherwise; under the empty name somebody not known. */
    readonly units?: { readonly [unit: string]: { readonly before?: Truth; readonly now?: Truth } };
  })[];
  /** The duties to report and handle that stand otherwise; of several units, each with its own. */
  readonly responses: readonly (Turned<Outcome['responses'][string]['status']> & { readonly unit?: string })[];
  /** The steps of the chain that somebody else holds. */
  readonly holders: readonly TurnedLink[];
  /** What was put in otherwise than it is recorded. */
  readonly changes: readonly InputChange[];
  /** What is open now and was not, and what was open and no longer is. */
  readonly opened: readonly OpenPoint[];
  readonly closed: readonly OpenPoint[];
  /** What those who settle these points are called. */
  readonly settlers: Settlers;
}

interface Side {
  /** The time of judgement. */
  readonly asOf: string;
  readonly status: Outcome['accountability']['status'];
  /** The provisions that are met. */
  readonly by: readonly string[];
}

/** Something that comes out otherwise; a side on which it was not judged is absent. */
export interface Turned<Status> {
  readonly provision: string;
  readonly label: Bilingual;
  readonly before?: Status;
  readonly now?: Status;
  readonly turnedOn: TurnedOn;
}

/** On which changes something turned. */
export interface TurnedOn {
  /**
   * `needed`: taken back, each of these alone turns it again. `enough`: each of these alone turns it, whatever else
   * changed. `together`: no single one does; it took several of all the changes.
   */
  readonly how: 'needed' | 'enough' | 'together';
  /** The keys of the changes. */
  readonly changes: readonly string[];
}

export interface TurnedLink extends Pick<Link<Names>, 'step' | 'label' | 'unit'> {
  readonly before?: LinkState;
  readonly now?: LinkState;
}
interface LinkState {
  readonly status: Link<Names>['status'];
  readonly persons: readonly string[];
}

/** One thing that was put in otherwise; a side that says nothing of it is absent. */
export interface InputChange {
  /** What `turnedOn` refers to it by. */
  readonly key: string;
  /** Of the rules, whose text is not in a record, it is known only that they, or the library, are others. */
  readonly kind: InputKind | 'rules';
  readonly id: string;
  readonly of?: { readonly unit: string } | { readonly system: string };
  readonly change: 'added' | 'corrected' | 'withdrawn';
  readonly before?: unknown;
  readonly now?: unknown;
}
