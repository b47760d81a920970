import { children, demandOf } from './formula.js';
import type { FactReason, QuestionReason, Reason, TermReason } from './reason.js';
import type { Settled } from './truth.js';
import { type Leaf, leafKey, type Way, waysTo } from './ways.js';

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
 * The smallest set of leaves that alone decides a reason: with these known and all else open it comes out the same, and
 * without any one of them it would be open. With it the rulings and values by which they do. Nothing where the reason
 * is undetermined.
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
function stepsTo(wanted: Settled, node: Reason, way: Way, within?: TermReason): readonly Step[] | undefined {
  switch (node.kind) {
    case 'literal':
      return node.truth === wanted ? [] : undefined;
    case 'commencement':
    case 'absent':
      return assumes(way, node, wanted) ? [] : undefined;
    case 'fact':
      return assumes(way, node, wanted) ? (within ? [{ term: within, fact: node }] : []) : undefined;
    case 'term':
      if (!node.of) return assumes(way, node, wanted) ? [] : undefined;
      return stepsTo(wanted, node.of, way, node.by === 'threshold' ? node : undefined);
    default: {
      const { parts, wanted: inner, each } = demandOf(node, wanted);
      const to = (part: Reason) => stepsTo(inner, part, way, within);
      const steps = each ? joined(parts.map(to)) : shortest(parts.map(to));
      if (node.kind !== 'question' || node.ruling === undefined) return steps;
      // Where all readings agree no ruling is needed.
      return joined(children(node).map(to)) ?? (steps && [node, ...steps]);
    }
  }
}

function assumes(way: Way, leaf: Leaf, wanted: Settled): boolean {
  const assumed = way.get(leafKey(leaf));
  return assumed?.on === 'leaf' && assumed.truth === wanted;
}

const joined = (parts: readonly (readonly Step[] | undefined)[]): readonly Step[] | undefined =>
  parts.every((part) => part !== undefined) ? parts.flat() : undefined;

const shortest = (parts: readonly (readonly Step[] | undefined)[]): readonly Step[] | undefined =>
  parts.filter((part) => part !== undefined).sort((a, b) => a.length - b.length)[0];

const once = <Of>(list: readonly Of[], key: (of: Of) => string): Of[] => [
  ...new Map(list.map((each) => [key(each), each])).values(),
];
