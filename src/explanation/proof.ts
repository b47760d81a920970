import { both, type Lang } from '../language.js';
import type { Citation, Operator, Scalar } from '../logic/condition.js';
import { OPPOSITE } from '../logic/opposite.js';
import type { FactReason, QuestionReason, Reason, TermReason } from '../logic/reason.js';
import type { Settled, Truth } from '../logic/truth.js';
import type { Leaf } from '../logic/ways.js';
import { EXPLAIN } from '../messages/explain.js';
import type { Bilingual, FactDefinition, Regulation } from '../regulation/schema.js';
import { valueText } from './value.js';

/** A reason in words: the rule's own tree, down to the facts. */
export interface Proof {
  /**
   * How the truth follows from the parts: `all` of them, `any` of them, `not` the one, what they `agree` on (open readings, open times), the
   * `same` as the one; a `leaf` has none and rests on a fact, a person's finding or the law.
   */
  readonly kind: 'all' | 'any' | 'not' | 'agree' | 'same' | 'leaf';
  readonly truth: Truth;
  readonly said: Bilingual;
  /** Nobody has said otherwise. */
  readonly presumed?: true;
  readonly citation?: Citation;
  readonly of: readonly Proof[];
}

/**
 * A reason in words.
 *
 * @example
 * const { said, of } = proofOf(finding.reason, regulation);
 */
export function proofOf(reason: Reason, regulation: Regulation): Proof {
  const { truth } = reason;
  const inner = (parts: readonly Reason[]) => parts.map((part) => proofOf(part, regulation));
  switch (reason.kind) {
    case 'all':
    case 'any':
      // A group inside one of its own kind says nothing more.
      return {
        kind: reason.kind,
        truth,
        said: both((lang) => EXPLAIN[lang].nodes[reason.kind]),
        of: inner(reason.of).flatMap((part) => (part.kind === reason.kind ? part.of : [part])),
      };
    case 'not':
      return { kind: 'not', truth, said: both((lang) => EXPLAIN[lang].nodes.not), of: inner([reason.of]) };
    case 'condition':
      return proofOf(reason.of, regulation);
    case 'epochs':
      return {
        kind: 'agree',
        truth,
        said: both((lang) => EXPLAIN[lang].nodes.epochs),
        of: inner(reason.of).map((of, i) => same(of, (lang) => EXPLAIN[lang].epoch(i + 1))),
      };
    case 'question':
      return questionProof(reason, regulation);
    case 'term':
      return termProof(reason, regulation);
    case 'fact':
      return factProof(reason, regulation);
    case 'literal':
      return leaf(truth, (lang) => (truth === 'met' ? EXPLAIN[lang].nothingMore : EXPLAIN[lang].impossible));
    case 'commencement':
      return leaf(truth, (lang) => EXPLAIN[lang].inForce[truth], reason.citation);
  }
}

/**
 * A leaf in words, as a ground of what comes out as `status`: one that stands under a negation bears the sign of what it does for the whole,
 * and is held against the opposite of what its own condition asks.
 */
export function groundOf(leaf: Leaf, status: Settled, regulation: Regulation): Proof {
  if (leaf.truth === status) return proofOf(leaf, regulation);
  const asked = (value: boolean) => (status === 'met' ? value : !value);
  if (leaf.kind === 'term') {
    const found = leaf.truth === 'met';
    const said = (lang: Lang) =>
      EXPLAIN[lang].found(regulation.terms[leaf.term]?.label[lang] ?? leaf.term, found, asked(found));
    return { ...proofOf(leaf, regulation), truth: status, said: both(said) };
  }
  if (leaf.kind === 'commencement') return { ...proofOf(leaf, regulation), truth: status };
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

const cited = (citation: Citation | undefined) => (citation ? { citation } : {});

const leaf = (truth: Truth, say: (lang: Lang) => string, citation?: Citation): Proof => ({
  kind: 'leaf',
  truth,
  said: both(say),
  ...cited(citation),
  of: [],
});

const same = (of: Proof, say: (lang: Lang) => string, citation?: Citation): Proof => ({
  kind: 'same',
  truth: of.truth,
  said: both(say),
  ...cited(citation),
  of: [of],
});

function questionProof({ truth, question, ruling, readings, citation }: QuestionReason, regulation: Regulation): Proof {
  const label = (name: string, lang: Lang) => regulation.questions[question]?.readings[name]?.[lang] ?? name;
  const chosen = ruling === undefined ? undefined : readings[ruling];
  if (ruling !== undefined && chosen)
    return same(proofOf(chosen, regulation), (lang) => EXPLAIN[lang].ruled(label(ruling, lang)), citation);
  const of = Object.entries(readings).map(([name, reading]) =>
    same(proofOf(reading, regulation), (lang) => EXPLAIN[lang].reading(label(name, lang))),
  );
  return { kind: 'agree', truth, said: both((lang) => EXPLAIN[lang].nodes.agree), ...cited(citation), of };
}

function termProof({ truth, term, by, of, citation }: TermReason, regulation: Regulation): Proof {
  const label = (lang: Lang) => regulation.terms[term]?.label[lang] ?? term;
  if (by === 'finding') return leaf(truth, (lang) => EXPLAIN[lang].found(label(lang), truth === 'met'), citation);
  if (of && (by === 'threshold' || truth !== 'undetermined'))
    return same(
      proofOf(of, regulation),
      (lang) => (by === 'threshold' ? EXPLAIN[lang].measured(label(lang)) : EXPLAIN[lang].settledByFacts(label(lang))),
      citation,
    );
  return leaf(truth, (lang) => EXPLAIN[lang].openTerm(label(lang)), citation);
}

/** What yes or no is asked for goes without saying, unless it stands under a negation. */
function factProof(
  { truth, fact, operator, expected, actual, presumed, citation }: FactReason,
  regulation: Regulation,
  opposed = false,
): Proof {
  const definition = regulation.facts[fact] as FactDefinition;
  const said = (lang: Lang) =>
    EXPLAIN[lang].established(
      definition.label[lang],
      valueText(actual, definition, regulation, lang),
      (definition.type === 'boolean' && !opposed) || expected === undefined
        ? undefined
        : wanted(operator, [expected].flat() as Scalar[], definition, regulation, lang),
    );
  return { ...leaf(truth, said, citation), ...(presumed && { presumed: true as const }) };
}

/** What a value is held against. */
export function wanted(
  operator: Operator,
  expected: readonly Scalar[],
  fact: FactDefinition,
  regulation: Regulation,
  lang: Lang,
): string {
  const say = EXPLAIN[lang];
  const values = expected.map((value) => {
    const text = valueText(value, fact, regulation, lang);
    return typeof value === 'string' ? say.quoted(text) : text;
  });
  return say.wanted[operator](values.join(say.or));
}
