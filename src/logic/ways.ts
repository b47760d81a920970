import type { CommencementReason, FactReason, Reason, TermReason } from './reason.js';

/** What a reason rests on: a fact as tested, a person's finding on a term, the law's being in force. */
export type Leaf = FactReason | TermReason | CommencementReason;
export type Settled = 'met' | 'unmet';

/** Something taken as so: that a leaf is met or unmet, that a question is read in one way, that one of several states of the law applies. */
export type Assumption =
  | { readonly on: 'leaf'; readonly leaf: Leaf; readonly truth: Settled }
  | { readonly on: 'question'; readonly question: string; readonly reading: string }
  | { readonly on: 'epoch'; readonly missing: readonly string[]; readonly index: number };

/** A set of assumptions, by what each is about. */
export type Way = ReadonlyMap<string, Assumption>;

/** What may be assumed of a leaf: it needs to be (`assume`), it need not, as it holds anyway (`given`), or it cannot be. */
export type Means = (leaf: Leaf, truth: Settled) => 'assume' | 'given' | 'impossible';

/** Ways to choose among leaves grow fast; of more than this many the smallest are kept. */
const MOST = 64;

/**
 * The smallest sets of assumptions under which a reason comes out as wished, whatever else is so: no set contains another, and the smallest
 * come first. Questions and times that are open may be assumed too if `choosing`.
 */
export function waysTo(truth: Settled, reason: Reason, means: Means, choosing = false): readonly Way[] {
  return to(truth, reason);

  function to(wanted: Settled, part: Reason): readonly Way[] {
    switch (part.kind) {
      case 'all':
        return wanted === 'met' ? together(part.of, wanted) : oneOf(part.of, wanted);
      case 'any':
        return wanted === 'met' ? oneOf(part.of, wanted) : together(part.of, wanted);
      case 'not':
        return to(wanted === 'met' ? 'unmet' : 'met', part.of);
      case 'condition':
        return to(wanted, part.of);
      case 'question': {
        if (part.ruling !== undefined) return to(wanted, part.readings[part.ruling] as Reason);
        const readings = Object.entries(part.readings);
        const agreed = together(
          readings.map(([, reading]) => reading),
          wanted,
        );
        if (!choosing || part.truth !== 'undetermined') return agreed;
        const { question } = part;
        return minimal([
          ...agreed,
          ...readings.flatMap(([reading, of]) => assuming({ on: 'question', question, reading }, to(wanted, of))),
        ]);
      }
      case 'epochs': {
        const agreed = together(part.of, wanted);
        if (!choosing || part.truth !== 'undetermined') return agreed;
        const { missing } = part;
        // Of each time some are kept: other facts may exclude the one that takes the fewest.
        return minimal(
          [...agreed, ...part.of.flatMap((of, index) => assuming({ on: 'epoch', missing, index }, to(wanted, of)))],
          MOST * (part.of.length + 1),
        );
      }
      case 'literal':
        return part.truth === wanted ? [new Map()] : [];
      case 'term': {
        const found = part.of ? to(wanted, part.of) : [];
        // Where nothing fixes a term, a person may find it.
        return part.of && (part.by === 'threshold' || part.truth !== 'undetermined')
          ? found
          : minimal([...found, ...leaf(part, wanted)]);
      }
      case 'fact':
      case 'commencement':
        return leaf(part, wanted);
    }
  }

  function leaf(part: Leaf, wanted: Settled): readonly Way[] {
    const may = means(part, wanted);
    return may === 'impossible'
      ? []
      : may === 'given'
        ? [new Map()]
        : assuming({ on: 'leaf', leaf: part, truth: wanted }, [new Map()]);
  }

  function oneOf(parts: readonly Reason[], wanted: Settled): readonly Way[] {
    return minimal(parts.flatMap((part) => to(wanted, part)));
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
  return leaf.kind === 'term' ? `term ${leaf.term}` : 'commencement';
}

function keyOf(assumption: Assumption): string {
  if (assumption.on === 'leaf') return leafKey(assumption.leaf);
  return assumption.on === 'question' ? `question ${assumption.question}` : 'epoch';
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

function same(a: Assumption, b: Assumption): boolean {
  if (a.on === 'leaf') return b.on === 'leaf' && a.truth === b.truth;
  if (a.on === 'question') return b.on === 'question' && a.reading === b.reading;
  return b.on === 'epoch' && a.index === b.index;
}

/** Without those that contain another; the smallest first. */
function minimal(list: readonly Way[], most = MOST): readonly Way[] {
  const kept: Way[] = [];
  for (const way of [...list].sort((a, b) => a.size - b.size)) {
    if (kept.length === most) break;
    if (
      !kept.some((smaller) =>
        [...smaller.keys()].every(
          (key) => way.has(key) && same(smaller.get(key) as Assumption, way.get(key) as Assumption),
        ),
      )
    )
      kept.push(way);
  }
  return kept;
}
