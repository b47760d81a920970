import type { Response } from '../assessment/assessment.js';
import type { WholeOpenPoint } from '../case/open-points.js';
import type { Bilingual } from '../language.js';
import type { Citation } from '../logic/condition.js';
import type { Truth } from '../logic/truth.js';
import type { Proof } from './fact-proof.js';

/** A question that a ruling has answered: what was asked, and how it is read. */
export interface RulingUsed {
  readonly question: string;
  readonly ask: Bilingual;
  readonly reading: string;
  readonly label: Bilingual;
  /** Who made it; an assumption where nobody is named. */
  readonly by?: Bilingual;
  readonly citation?: Citation;
}

/** A term that is measured, and the limit set for it. */
export interface ValueUsed {
  readonly term: string;
  readonly label: Bilingual;
  readonly limit: Bilingual;
  /** Who set it; an assumption where nobody is named. */
  readonly by?: Bilingual;
  readonly citation?: Citation;
}

/** Why something is as it is. */
export interface Explanation {
  readonly provision: string;
  readonly label: Bilingual;
  readonly citation: Citation;
  readonly status: Truth;
  /** The versions of its article that may apply, where there are several, as in a finding. */
  readonly editions?: readonly string[];
  /**
   * The fewest grounds that decide it: with these alone, and the rulings and values below, it would come out the same;
   * without any one of them it would be open. None where it is undetermined.
   */
  readonly grounds: readonly Proof[];
  /** The rulings without which these grounds would not decide it. */
  readonly rulings: readonly RulingUsed[];
  /** The values of terms that these grounds are held against. */
  readonly values: readonly ValueUsed[];
  /** What it turns on and the policy has something on, made by somebody or not, that does not reach the case. */
  readonly unreached?: readonly { readonly id: string; readonly label: Bilingual }[];
  /** Of a duty to report or handle: how it stands. */
  readonly standing?: Response['status'];
  /** The whole of it, down to the facts. */
  readonly proof: Proof;
  /** Where it is undetermined: what it waits for. */
  readonly openPoints: readonly WholeOpenPoint[];
}
