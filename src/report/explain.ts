import type { Citation } from '../logic/condition.js';
import type { Reason } from '../logic/reason.js';
import type { Truth } from '../logic/truth.js';
import { smallestSupport } from '../logic/ways.js';
import type { OpenPoint } from '../open-point.js';
import type { Bilingual, Regulation } from '../regulation/schema.js';
import { type Proof, proofOf } from './proof.js';

/** What can be explained: a finding or a response of an assessment, an obligation of a unit. */
export interface Explainable {
  readonly provision: string;
  readonly label?: Bilingual;
  readonly action?: Bilingual;
  readonly citation: Citation;
  readonly reason: Reason;
  readonly openPoints?: readonly OpenPoint[];
}

/** Why something is as it is. */
export interface Explanation {
  readonly provision: string;
  readonly label: Bilingual;
  readonly citation: Citation;
  readonly status: Truth;
  /**
   * The fewest grounds that decide it: with these alone it would come out the same, and without any one of them it would be open. None where
   * it is undetermined.
   */
  readonly grounds: readonly Proof[];
  /** The whole of it, down to the facts. */
  readonly proof: Proof;
  /** Where it is undetermined: what it waits for. */
  readonly openPoints: readonly OpenPoint[];
}

/**
 * Explains a finding from its own reason: why it is met, why not, or why it is open.
 *
 * @example
 * const { grounds } = explainFinding(finding, regulation);
 */
export function explainFinding({ provision, label, action, citation, reason, openPoints }: Explainable, regulation: Regulation): Explanation {
  return {
    provision,
    label: label ?? action ?? { zh: provision, en: provision },
    citation,
    status: reason.truth,
    grounds: (smallestSupport(reason) ?? []).map((leaf) => proofOf(leaf, regulation)),
    proof: proofOf(reason, regulation),
    openPoints: reason.truth === 'undetermined' ? (openPoints ?? []) : [],
  };
}
