import { type Bilingual, both, type Lang } from '../language.js';
import type { Citation, Operator, Scalar } from '../logic/condition.js';
import type { FactReason } from '../logic/reason.js';
import type { Truth } from '../logic/truth.js';
import { EXPLAIN } from '../messages/explain.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';
import { actionOf } from '../regulation/vocabulary.js';
import { toTheMinute } from './to-the-minute.js';
import { valueText } from './value.js';

/** A reason in words: the rule's own tree, down to the facts. */
export interface Proof {
  /**
   * How the truth follows from the parts: `all` of them, `any` of them, `not` the one, what they `agree` on (open
   * readings, open times), the `same` as the one; a `leaf` has none and rests on a fact, a person's finding or the law.
   */
  readonly kind: 'all' | 'any' | 'not' | 'agree' | 'same' | 'leaf';
  readonly truth: Truth;
  readonly said: Bilingual;
  /** Nobody has said otherwise. */
  readonly presumed?: true;
  readonly citation?: Citation;
  readonly of: readonly Proof[];
}

export const leafOf = (truth: Truth, say: (lang: Lang) => string, citation?: Citation): Proof => ({
  kind: 'leaf',
  truth,
  said: both(say),
  ...(citation && { citation }),
  of: [],
});

/**
 * What yes or no is asked for goes without saying, unless it stands under a negation; which options would do, where it
 * is one of them.
 */
export function factProof(
  { truth, fact, operator, expected, actual, presumed, follows = [], citation }: FactReason,
  regulation: Regulation,
  opposed = false,
): Proof {
  const definition = regulation.facts[fact] as FactDefinition;
  const because = (lang: Lang) =>
    follows
      .map((duty) => EXPLAIN[lang][actual === undefined ? 'mayFollow' : 'follows'](actionOf(regulation, duty)[lang]))
      .join('');
  const said = (lang: Lang) =>
    EXPLAIN[lang].established(
      definition.label[lang],
      valueText(toTheMinute(actual, definition, [expected].flat()), definition, regulation, lang),
      (definition.type === 'boolean' && !opposed) ||
        ((truth === 'met') !== opposed && ['boolean', 'enum', 'set'].includes(definition.type)) ||
        expected === undefined
        ? undefined
        : wanted(operator, [expected].flat() as Scalar[], definition, regulation, lang),
    ) + because(lang);
  return { ...leafOf(truth, said, citation), ...(presumed && { presumed: true as const }) };
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
