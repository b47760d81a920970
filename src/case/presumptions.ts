import { children } from '../logic/formula.js';
import type { Reason } from '../logic/reason.js';
import type { Bilingual } from '../regulation/schema.js';
import type { Judged } from './judge.js';

/** A fact taken as it is while nobody says otherwise. */
export interface Presumption {
  readonly fact: string;
  readonly value: string | number | boolean | readonly string[];
  readonly because: Bilingual;
}

/** The presumptions a reason rests on. */
export function presumptionsOf({ bound: { regulation } }: Judged, reason: Reason): Presumption[] {
  const found = new Map<string, Presumption>();
  const visit = (part: Reason): void => {
    if (part.kind === 'fact') {
      const absent = regulation.facts[part.fact]?.absent;
      if (part.presumed && absent)
        found.set(part.fact, { fact: part.fact, value: absent.presumed, because: absent.because });
      return;
    }
    for (const inner of children(part)) visit(inner);
  };
  visit(reason);
  return [...found.values()];
}
