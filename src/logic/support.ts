import type { CommencementReason, FactReason, Reason, TermReason } from './reason.js';
import { agreement, allOf, anyOf, not, OPEN, truthValue, type Value } from './truth.js';

/** What a reason rests on: a fact as tested, a person's finding on a term, or the law's being in force. */
export type Leaf = FactReason | TermReason | CommencementReason;
type Support = ReadonlyMap<string, Leaf>;

/** Ways to choose among leaves grow fast; of more than this many the smallest are kept. */
const MOST = 64;

/**
 * The smallest set of leaves that alone decides a reason: with these known and all else open it comes out the same, and without any one of
 * them it would be open. Nothing where the reason is undetermined.
 */
export function smallestSupport(reason: Reason): readonly Leaf[] | undefined {
  if (reason.truth === 'undetermined') return undefined;
  return [...(supports(reason)[0] as Support).values()];
}

/** The minimal supports of a reason that is met or unmet, the smallest first. */
function supports(reason: Reason): readonly Support[] {
  switch (reason.kind) {
    case 'all':
      return reason.truth === 'met' ? together(reason.of) : oneOf(reason.of, 'unmet');
    case 'any':
      return reason.truth === 'met' ? oneOf(reason.of, 'met') : together(reason.of);
    case 'not':
    case 'condition':
      return supports(reason.of);
    case 'question':
      return reason.ruling === undefined ? together(Object.values(reason.readings)) : supports(reason.readings[reason.ruling] as Reason);
    case 'epochs':
      return together(reason.of);
    case 'literal':
      return [new Map()];
    case 'term':
      return reason.of ? supports(reason.of) : [new Map([[leafKey(reason), reason]])];
    case 'fact':
    case 'commencement':
      return [new Map([[leafKey(reason), reason]])];
  }
}

const oneOf = (reasons: readonly Reason[], truth: Reason['truth']): readonly Support[] =>
  minimal(reasons.filter((reason) => reason.truth === truth).flatMap(supports));

const together = (reasons: readonly Reason[]): readonly Support[] =>
  reasons.reduce<readonly Support[]>(
    (chosen, reason) => minimal(chosen.flatMap((support) => supports(reason).map((more) => new Map([...support, ...more])))),
    [new Map()],
  );

/** Without those that contain another; the smallest first. */
function minimal(list: readonly Support[]): readonly Support[] {
  const kept: Support[] = [];
  for (const support of [...list].sort((a, b) => a.size - b.size)) {
    if (kept.length === MOST) break;
    if (!kept.some((smaller) => [...smaller.keys()].every((key) => support.has(key)))) kept.push(support);
  }
  return kept;
}

/** The same test of the same fact is the same leaf, wherever it stands. */
export function leafKey(leaf: Leaf): string {
  if (leaf.kind === 'fact') return JSON.stringify([leaf.fact, leaf.operator, leaf.expected]);
  return leaf.kind === 'term' ? `term ${leaf.term}` : 'commencement';
}

/** The truth of a reason where only some of its leaves are known. */
export function truthKnowing(reason: Reason, known: ReadonlySet<string>): Value {
  const inner = (of: readonly Reason[]) => of.map((part) => truthKnowing(part, known));
  switch (reason.kind) {
    case 'all':
      return allOf(inner(reason.of));
    case 'any':
      return anyOf(inner(reason.of));
    case 'not':
      return not(truthKnowing(reason.of, known));
    case 'condition':
      return truthKnowing(reason.of, known);
    case 'question':
      return reason.ruling === undefined ? agreement(inner(Object.values(reason.readings))) : truthKnowing(reason.readings[reason.ruling] as Reason, known);
    case 'epochs':
      return agreement(inner(reason.of));
    case 'literal':
      return truthValue(reason.truth);
    case 'term':
      if (reason.of) return truthKnowing(reason.of, known);
      return known.has(leafKey(reason)) ? truthValue(reason.truth) : OPEN;
    case 'fact':
    case 'commencement':
      return known.has(leafKey(reason)) ? truthValue(reason.truth) : OPEN;
  }
}
