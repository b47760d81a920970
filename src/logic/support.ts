import type { FactReason, QuestionReason, Reason, TermReason } from './reason.js';
import { type Leaf, leafKey, type Settled, type Way, waysTo } from './ways.js';

/** What a reason that is met or unmet rests on. */
export interface Support {
  /** The fewest leaves that decide it. */
  readonly leaves: readonly Leaf[];
  /** The questions without whose ruling these leaves would not decide it. */
  readonly ruled: readonly QuestionReason[];
  /** The facts among the leaves that are held against a value of a term. */
  readonly measured: readonly Measured[];
}
export interface Measured {
  readonly term: TermReason;
  readonly fact: FactReason;
}

/**
 * The smallest set of leaves that alone decides a reason: with these known and all else open it comes out the same, and without any one of
 * them it would be open. With it the rulings and values by which they do. Nothing where the reason is undetermined.
 */
export function smallestSupport(reason: Reason): Support | undefined {
  const { truth } = reason;
  if (truth === 'undetermined') return undefined;
  const [smallest] = waysTo(truth, reason, (leaf, wanted) => (leaf.truth === wanted ? 'assume' : 'impossible'));
  const way = smallest as Way;
  const steps = stepsTo(truth, reason, way) ?? [];
  return {
    leaves: [...way.values()].flatMap((assumption) => (assumption.on === 'leaf' ? [assumption.leaf] : [])),
    ruled: once(
      steps.flatMap((step) => ('question' in step ? [step] : [])),
      ({ question }) => question,
    ),
    measured: once(
      steps.flatMap((step) => ('fact' in step ? [step] : [])),
      ({ term, fact }) => `${term.term} ${leafKey(fact)}`,
    ),
  };
}

type Step = QuestionReason | Measured;

/** The rulings and measures by which a way leads to a truth, as few as can be; nothing where it does not lead there. */
function stepsTo(wanted: Settled, reason: Reason, way: Way, within?: TermReason): readonly Step[] | undefined {
  const to = (part: Reason) => stepsTo(wanted, part, way, within);
  switch (reason.kind) {
    case 'all':
      return wanted === 'met' ? joined(reason.of.map(to)) : shortest(reason.of.map(to));
    case 'any':
      return wanted === 'met' ? shortest(reason.of.map(to)) : joined(reason.of.map(to));
    case 'epochs':
      return joined(reason.of.map(to));
    case 'not':
      return stepsTo(wanted === 'met' ? 'unmet' : 'met', reason.of, way, within);
    case 'condition':
      return to(reason.of);
    case 'question': {
      const readings = Object.values(reason.readings).map(to);
      const ruled = reason.ruling === undefined ? undefined : to(reason.readings[reason.ruling] as Reason);
      // Where all readings agree no ruling is needed.
      return joined(readings) ?? (ruled && [reason, ...ruled]);
    }
    case 'literal':
      return reason.truth === wanted ? [] : undefined;
    case 'term':
      if (!reason.of) return has(reason) ? [] : undefined;
      return stepsTo(wanted, reason.of, way, reason.by === 'threshold' ? reason : undefined);
    case 'fact':
      return has(reason) ? (within ? [{ term: within, fact: reason }] : []) : undefined;
    case 'commencement':
      return has(reason) ? [] : undefined;
  }

  function has(leaf: Reason): boolean {
    const assumed = way.get(leafKey(leaf as Leaf));
    return assumed?.on === 'leaf' && assumed.truth === wanted;
  }
}

const joined = (parts: readonly (readonly Step[] | undefined)[]): readonly Step[] | undefined =>
  parts.every((part) => part !== undefined) ? parts.flat() : undefined;

const shortest = (parts: readonly (readonly Step[] | undefined)[]): readonly Step[] | undefined =>
  parts.filter((part) => part !== undefined).sort((a, b) => a.length - b.length)[0];

const once = <Of>(list: readonly Of[], key: (of: Of) => string): Of[] => [
  ...new Map(list.map((each) => [key(each), each])).values(),
];
