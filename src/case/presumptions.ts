import type { Bilingual } from '../language.js';
import { children } from '../logic/formula.js';
import type { FactValue } from '../logic/operators.js';
import type { Reason } from '../logic/reason.js';
import { type Given, NOT_ALLEGED } from '../model/fact-values.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { Regulation } from '../regulation/schema.js';

/** Facts taken as they are while nobody says otherwise, all for the same reason. */
export interface Presumptions<N extends Names = ShippedNames> {
  readonly because: Bilingual;
  readonly facts: readonly N['fact'][];
}

/** One of them, with what it is taken to be. */
export interface Presumption<N extends Names = ShippedNames> {
  readonly fact: N['fact'];
  readonly value: NonNullable<FactValue>;
  readonly because: Bilingual;
}

/** The facts that a reason presumes, each once. */
export function presumedIn(reason: Reason, found = new Set<string>()): ReadonlySet<string> {
  if (reason.kind === 'fact') {
    if (reason.presumed) found.add(reason.fact);
  } else for (const inner of children(reason)) presumedIn(inner, found);
  return found;
}

/** Why a regulation presumes each of some facts: because nothing was said of it, or because nobody alleges it. */
export function groundsOf(
  { facts }: Regulation,
  presumed: Iterable<string>,
  statedOf: (fact: string) => Given,
): Presumptions<Names>[] {
  const groups = new Map<string, { readonly because: Bilingual; readonly facts: string[] }>();
  for (const fact of presumed) {
    const { absent, alleged } = facts[fact] ?? {};
    if (!absent) continue;
    const because = (statedOf(fact) === NOT_ALLEGED && alleged?.none) || absent.because;
    const group = groups.get(because.zh) ?? { because, facts: [] };
    group.facts.push(fact);
    groups.set(because.zh, group);
  }
  return [...groups.values()];
}
