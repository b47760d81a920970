import type { OpenPoints } from '../case/open-points.js';
import type { Diagnostic } from '../diagnostics/diagnostics.js';
import type { Bilingual } from '../language.js';
import type { Citation } from '../logic/condition.js';
import type { Truth } from '../logic/truth.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { Capacity } from '../regulation/schema.js';

/** The days whose office-holders are meant. */
export interface HolderDays {
  /** The day; of several, the last. */
  readonly asOf: string;
  /** Where the time is not known to the day, or lasted: the days in question, since nobody knows when if without `from`. */
  readonly period?: { readonly from?: string; readonly until: string };
}

/**
 * Who answers, level by level, and what the records leave open. Words are cited by the ids of the provisions they stand
 * in.
 */
export interface Chain<N extends Names = ShippedNames> extends HolderDays {
  readonly units: readonly ConcernedUnit<N>[];
  readonly links: readonly Link<N>[];
  readonly bodies: readonly ChainBody<N>[];
  /**
   * Vacant posts, several holders, what the register does not have: findings of fact, with the provision they bear on.
   */
  readonly findings: readonly (Diagnostic & { readonly provision?: N['provision'] })[];
  /** The ids of the open points that designations wait for. */
  readonly open: { readonly [provision in N['provision']]?: readonly string[] };
}

/** A chain that stands alone: with what its ids refer to. */
export interface ResponsibilityChain<N extends Names = ShippedNames> extends Chain<N>, OpenPoints {
  readonly citations: { readonly [provision in N['provision']]?: Citation };
}

export interface ConcernedUnit<N extends Names = ShippedNames> {
  readonly unit: string;
  readonly name?: string;
  /** What the unit is to the system; empty where only the unit was asked for. */
  readonly capacities: readonly Capacity[];
  /** The provisions that say so. */
  readonly provisions: readonly N['provision'][];
}

/** One step of a chain: the party concerned, the directly responsible person, the first responsible person. */
export interface Link<N extends Names = ShippedNames> {
  readonly step: Step;
  readonly label: Bilingual;
  readonly unit?: string;
  readonly provision?: N['provision'];
  /** `open`: by how the text is read, or by when it was, more or fewer of the holders are meant. */
  readonly status: 'held' | 'vacant' | 'unknown' | 'open' | 'not-designated';
  /** Of an open one: on some of the days in question nobody held the post. */
  readonly mayBeVacant?: true;
  readonly holders: readonly Holder[];
  /** For an incident: whether accountability reaches this step. */
  readonly reached?: Truth;
  /**
   * Of conduct that was at another time than the incident, when others held the post: the provisions that are about it,
   * and the days on which it was.
   */
  readonly conduct?: HolderDays & { readonly provisions: readonly N['provision'][] };
}

export type Step = 'party' | 'unit-direct' | 'unit-first' | 'school-direct' | 'school-first';

export interface Holder {
  readonly person: string;
  /** Of a party: what the person is to the institution, and the unit the person belongs to. */
  readonly affiliation?: string;
  readonly unit?: string;
  readonly post: string;
  readonly title?: string;
  /** Of the holder of a post: since when. */
  readonly from?: string;
  readonly until?: string;
  readonly acting?: true;
}

/** A body that leads the units or has a say in what concerns them, with the unit that has its role. */
export interface ChainBody<N extends Names = ShippedNames> {
  readonly body: N['body'];
  readonly label: Bilingual;
  readonly unit?: string;
  readonly name?: string;
  readonly provision: N['provision'];
  /** It leads the units: a superior of theirs, and no department beside them. */
  readonly leads?: true;
}

/** The steps that a consequence reaches: certainly, and under some reading that no ruling has settled. */
export interface Trace {
  readonly certain: readonly string[];
  readonly possible: readonly string[];
  /** The questions that leave it open. */
  readonly questions: readonly string[];
}
