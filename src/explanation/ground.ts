import { type Bilingual, both, type Lang, verbatim } from '../language.js';
import { type Condition, conditionsIn, type ThresholdCondition } from '../logic/condition.js';
import { OPPOSITE } from '../logic/opposite.js';
import type { FactReason } from '../logic/reason.js';
import type { Measured, Support } from '../logic/support.js';
import type { Settled } from '../logic/truth.js';
import type { Leaf } from '../logic/ways.js';
import type { Ruleset } from '../policy/create-policy.js';
import type { Made, Regulation } from '../regulation/schema.js';
import type { RulingUsed, ValueUsed } from './explanation.js';
import { factProof, type Proof, wanted } from './fact-proof.js';
import { foundText, proofIn } from './proof.js';

/**
 * A leaf in words, as a ground of what comes out as `status`: one that stands under a negation bears the sign of what
 * it does for the whole, and is held against the opposite of what its own condition asks.
 */
export function groundOf(leaf: Leaf, status: Settled, regulation: Regulation): Proof {
  if (leaf.truth === status) return proofIn(leaf, regulation);
  const asked = (value: boolean) => (status === 'met' ? value : !value);
  if (leaf.kind === 'term') {
    const found = leaf.truth === 'met';
    const said = both((lang) => foundText(leaf.term, regulation, lang, found, asked(found)));
    return { ...proofIn(leaf, regulation), truth: status, said };
  }
  if (leaf.kind === 'commencement' || leaf.kind === 'absent') return { ...proofIn(leaf, regulation), truth: status };
  const { actual } = leaf;
  const opposite: FactReason = { ...leaf, operator: OPPOSITE[leaf.operator] };
  return {
    ...factProof(
      typeof actual === 'boolean' ? { ...opposite, operator: 'equal', expected: asked(actual) } : opposite,
      regulation,
      true,
    ),
    truth: status,
  };
}

/** Grounds as they are told: what answers to several readings of the same words is told once. */
export const distinctGrounds = (grounds: readonly Proof[]): Proof[] => [
  ...new Map(grounds.map((ground) => [JSON.stringify([ground.said, ground.citation]), ground])).values(),
];

/** Who made the rulings or values of a name, if all of them have a maker. */
function makerOf(made: readonly Made[] | undefined, { bodies, parties }: Regulation): { readonly by?: Bilingual } {
  const [by] = (made ?? []).map((each) => each.by);
  if (by === undefined || made?.some((each) => each.by === undefined)) return {};
  return { by: (bodies[by] ?? parties[by])?.label ?? verbatim(by) };
}

type Rules = Pick<Ruleset, 'regulation' | 'policy'>;

export const rulingsUsed = ({ ruled }: Support, { regulation, policy }: Rules): RulingUsed[] =>
  ruled.map(({ question, ruling = '', citation }) => ({
    question,
    ask: regulation.questions[question]?.ask ?? verbatim(question),
    reading: ruling,
    label: regulation.questions[question]?.readings[ruling] ?? verbatim(ruling),
    ...makerOf(
      policy.rulings[question]?.filter(({ reading }) => reading === ruling),
      regulation,
    ),
    ...(citation && { citation }),
  }));

/**
 * A value is used where the fact is held against a threshold of the term, and not against what the text itself says.
 */
export function valueUsed(
  { term: { term, citation }, fact: { fact, operator, expected } }: Measured,
  { regulation, policy }: Rules,
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
    {
      term,
      label: label ?? verbatim(term),
      limit: { zh: limit('zh'), en: limit('en') },
      ...makerOf(policy.terms[term], regulation),
      ...(citation && { citation }),
    },
  ];
}

export const thresholdsIn = (condition: Condition | boolean): ThresholdCondition[] =>
  conditionsIn(condition).filter((inner) => 'threshold' in inner);
