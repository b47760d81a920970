import type { Bilingual } from '../language.js';
import { children } from '../logic/formula.js';
import type { Reason } from '../logic/reason.js';
import { type Given, NOT_ALLEGED } from '../model/fact-values.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { Regulation } from '../regulation/schema.js';

/** A fact taken as it is while nobody says otherwise. */
export interface Presumption<N extends Names = ShippedNames> {
  readonly fact: N['fact'];
  readonly value: string | number | boolean | readonly string[];
  readonly because: Bilingual;
}

/** The facts that a reason presumes, each once. */
export function presumedIn(reason: Reason, found = new Set<string>()): ReadonlySet<string> {
  if (reason.kind === 'fact') {
    if (reason.presumed) found.add(reason.fact);
  } else for (const inner of children(reason)) presumedIn(inner, found);
  return found;
}

/** What a regulation says of a fact that is presumed: because nothing was said, or because nobody alleges it. */
export function presumptionOf({ facts }: Regulation, fact: string, stated: Given): Presumption<Names>[] {
  const { absent, alleged } = facts[fact] ?? {};
  if (!absent) return [];
  const { presumed } = absent;
  const because = (stated === NOT_ALLEGED && alleged?.none) || absent.because;
  return [{ fact, value: typeof presumed === 'object' ? [...presumed] : presumed, because }];
}
