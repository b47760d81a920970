import { type AbsentNode, type CommencementNode, demandOf } from './formula.js';
import type { FactReason, Reason, TermReason } from './reason.js';
import type { Settled } from './truth.js';

/**
 * What a reason rests on: a fact as tested, a person's finding on a term, the law's being in force, its having the
 * provision.
 */
export type Leaf = FactReason | TermReason | CommencementNode | AbsentNode;

/**
 * Something taken as so: that a leaf is met or unmet, that a question is read in one way, that one of several states of
 * the law applies.
 */
export type Assumption =
  | { readonly on: 'leaf'; readonly leaf: Leaf; readonly truth: Settled }
  | { readonly on: 'question'; readonly question: string; readonly reading: string }
  | { readonly on: 'epoch'; readonly time: string; readonly missing: readonly string[]; readonly index: number };

/** A set of assumptions, by what each is about. */
export type Way = ReadonlyMap<string, Assumption>;

/**
 * What may be assumed of a leaf: it needs to be (`assume`), it need not, as it holds anyway (`given`), or it cannot be.
 */
export type Means = (leaf: Leaf, truth: Settled) => 'assume' | 'given' | 'impossible';

/** Whatever is open may turn out either way; what is known stays. No fact reaches a limit that nobody has fixed. */
export const ASSUMING_WHAT_IS_OPEN: Means = (leaf, truth) => {
  if (leaf.truth === truth) return 'given';
  const hasLimit = leaf.kind !== 'fact' || leaf.expected !== undefined;
  return leaf.truth === 'undetermined' && hasLimit ? 'assume' : 'impossible';
};

/** Ways to choose among leaves grow fast; of more than this many the smallest are kept. */
const MOST = 64;

/**
 * The smallest sets of assumptions under which a reason comes out as wished, whatever else is so: no set contains
 * another, and the smallest come first. Questions and times that are open may be assumed too if `choosing`.
 */
export function waysTo(truth: Settled, reason: Reason, means: Means, choosing = false): readonly Way[] {
  return to(truth, reason);

  function to(wanted: Settled, node: Reason): readonly Way[] {
    switch (node.kind) {
      case 'literal':
        return node.truth === wanted ? [new Map()] : [];
      case 'fact':
      case 'commencement':
        return leaf(node, wanted);
      case 'absent':
        return node.truth === wanted ? leaf(node, wanted) : [];
      case 'term': {
        const found = node.of ? to(wanted, node.of) : [];
        // Where nothing fixes a term, a person may find it.
        return node.of && (node.by === 'threshold' || node.truth !== 'undetermined')
          ? found
          : minimal([...found, ...leaf(node, wanted)]);
      }
      default: {
        const { parts, wanted: inner, each } = demandOf(node, wanted);
        const ways = each ? together(parts, inner) : parts.flatMap((part) => to(inner, part));
        const chosen = choosing && node.truth === 'undetermined' ? byChoice(node, wanted) : [];
        // Of each time some are kept: other facts may exclude the one that takes the fewest.
        return minimal([...ways, ...chosen], node.kind === 'epochs' ? MOST * (parts.length + 1) : MOST);
      }
    }
  }

  /** Ways that assume how a question is read, or which state of the law applies. */
  function byChoice(node: Reason, wanted: Settled): readonly Way[] {
    if (node.kind === 'epochs') {
      const { time, missing, of } = node;
      return of.flatMap((part, index) => assuming({ on: 'epoch', time, missing, index }, to(wanted, part)));
    }
    if (node.kind !== 'question' || node.ruling !== undefined) return [];
    const { question, readings } = node;
    return Object.entries(readings).flatMap(([reading, part]) =>
      assuming({ on: 'question', question, reading }, to(wanted, part)),
    );
  }

  function leaf(part: Leaf, wanted: Settled): readonly Way[] {
    const may = means(part, wanted);
    return may === 'impossible'
      ? []
      : may === 'given'
        ? [new Map()]
        : assuming({ on: 'leaf', leaf: part, truth: wanted }, [new Map()]);
  }

  function together(parts: readonly Reason[], wanted: Settled): readonly Way[] {
    return parts.reduce<readonly Way[]>(
      (ways, part) => {
        const more = ways.length === 0 ? [] : to(wanted, part);
        return minimal(ways.flatMap((way) => more.flatMap((other) => merged(way, other))));
      },
      [new Map()],
    );
  }
}

/** The same test of the same fact is the same leaf, wherever it stands. */
export function leafKey(leaf: Leaf): string {
  if (leaf.kind === 'fact') return JSON.stringify([leaf.fact, leaf.operator, leaf.expected]);
  if (leaf.kind === 'absent') return `absent ${leaf.state} ${leaf.from}`;
  return leaf.kind === 'term' ? `term ${leaf.term}` : 'commencement';
}

function keyOf(assumption: Assumption): string {
  if (assumption.on === 'leaf') return leafKey(assumption.leaf);
  return assumption.on === 'question' ? `question ${assumption.question}` : `epoch ${assumption.time}`;
}

const assuming = (assumption: Assumption, ways: readonly Way[]): readonly Way[] =>
  ways.flatMap((way) => merged(new Map([[keyOf(assumption), assumption]]), way));

/** Two ways as one, unless they assume opposite things. */
function merged(one: Way, other: Way): Way[] {
  const both = new Map(one);
  for (const [key, assumption] of other) {
    const before = both.get(key);
    if (before && !same(before, assumption)) return [];
    both.set(key, assumption);
  }
  return [both];
}

/** Of two assumptions about the same thing: whether they are the same. */
const same = (a: Assumption | undefined, b: Assumption | undefined): boolean =>
  a !== undefined && b !== undefined && outcomeOf(a) === outcomeOf(b);

function outcomeOf(assumption: Assumption): string | number {
  if (assumption.on === 'leaf') return assumption.truth;
  return assumption.on === 'question' ? assumption.reading : assumption.index;
}

/** Without those that contain another; the smallest first. */
function minimal(list: readonly Way[], most = MOST): readonly Way[] {
  const kept: Way[] = [];
  for (const way of [...list].sort((a, b) => a.size - b.size)) {
    if (kept.length >= most) break;
    if (!kept.some((smaller) => [...smaller.keys()].every((key) => same(smaller.get(key), way.get(key)))))
      kept.push(way);
  }
  return kept;
}
