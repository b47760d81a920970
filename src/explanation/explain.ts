import type { Response } from '../assessment/responses.js';
import { type OpenPoint, openPointsOf } from '../case/open-points.js';
import type { Lang } from '../language.js';
import { type Citation, type Condition, conditionsIn, type ThresholdCondition } from '../logic/condition.js';
import type { Reason } from '../logic/reason.js';
import { type Measured, type Support, smallestSupport } from '../logic/support.js';
import type { Truth } from '../logic/truth.js';
import type { Bilingual, Regulation } from '../regulation/schema.js';
import { groundOf, type Proof, proofOf, wanted } from './proof.js';

/** What can be explained: a finding or a response of an assessment, an obligation of a unit. */
export interface Explainable {
  readonly provision: string;
  readonly label?: Bilingual;
  readonly action?: Bilingual;
  readonly citation: Citation;
  readonly reason: Reason;
  readonly openPoints?: readonly OpenPoint[];
}

/** A question that a ruling has answered: what was asked, and how it is read. */
export interface RulingUsed {
  readonly question: string;
  readonly ask: Bilingual;
  readonly reading: string;
  readonly label: Bilingual;
  readonly citation?: Citation;
}

/** A term that is measured, and the limit set for it. */
export interface ValueUsed {
  readonly term: string;
  readonly label: Bilingual;
  readonly limit: Bilingual;
  readonly citation?: Citation;
}

/** Why something is as it is. */
export interface Explanation {
  readonly provision: string;
  readonly label: Bilingual;
  readonly citation: Citation;
  readonly status: Truth;
  /**
   * The fewest grounds that decide it: with these alone, and the rulings and values below, it would come out the same; without any one of them
   * it would be open. None where it is undetermined.
   */
  readonly grounds: readonly Proof[];
  /** The rulings without which these grounds would not decide it. */
  readonly rulings: readonly RulingUsed[];
  /** The values of terms that these grounds are held against. */
  readonly values: readonly ValueUsed[];
  /** Of a duty to report or handle, where it is told: how it stands. */
  readonly standing?: Response['status'];
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
export function explainFinding(
  { provision, label, action, citation, reason, openPoints }: Explainable,
  regulation: Regulation,
): Explanation {
  const { truth } = reason;
  const support = truth === 'undetermined' ? undefined : smallestSupport(reason);
  return {
    provision,
    label: label ?? action ?? { zh: provision, en: provision },
    citation,
    status: truth,
    grounds: truth === 'undetermined' ? [] : (support?.leaves ?? []).map((leaf) => groundOf(leaf, truth, regulation)),
    rulings: support ? rulingsUsed(support, regulation) : [],
    values: (support?.measured ?? []).flatMap((measured) => valueUsed(measured, regulation)),
    proof: proofOf(reason, regulation),
    openPoints:
      truth === 'undetermined' ? (openPoints ?? openPointsOf(regulation, [{ provision, reasons: [reason] }])) : [],
  };
}

const same = (id: string): Bilingual => ({ zh: id, en: id });

const rulingsUsed = ({ ruled }: Support, { questions }: Regulation): RulingUsed[] =>
  ruled.map(({ question, ruling = '', citation }) => ({
    question,
    ask: questions[question]?.ask ?? same(question),
    reading: ruling,
    label: questions[question]?.readings[ruling] ?? same(ruling),
    ...(citation && { citation }),
  }));

/** A value is used where the fact is held against a threshold of the term, and not against what the text itself says. */
function valueUsed(
  { term: { term, citation }, fact: { fact, operator, expected } }: Measured,
  regulation: Regulation,
): ValueUsed[] {
  const [{ condition, label } = {}, definition] = [regulation.terms[term], regulation.facts[fact]];
  if (
    !condition ||
    !definition ||
    !thresholdsIn(condition).some((each) => each.fact === fact && each.operator === operator)
  )
    return [];
  const limit = (lang: Lang) => wanted(operator, [expected ?? ''].flat(), definition, regulation, lang).trim();
  return [
    { term, label: label ?? same(term), limit: { zh: limit('zh'), en: limit('en') }, ...(citation && { citation }) },
  ];
}

export const thresholdsIn = (condition: Condition | boolean): ThresholdCondition[] =>
  conditionsIn(condition).filter((inner) => 'threshold' in inner);
