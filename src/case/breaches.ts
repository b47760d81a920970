import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import type { FactValue } from '../logic/operators.js';
import { MET, OPEN, UNMET } from '../logic/truth.js';
import type { Stated } from '../model/fact-values.js';
import { type Judged, truthIn } from './governing-law.js';

// A provision may rest on a breach of any duty: those that the incident itself calls up are looked at, and what comes of
// them is known of the fact that says so.

/** A fact that breaches of duties settle, and the duties that were breached, or may have been. */
interface Breach {
  readonly fact: number;
  readonly established: readonly string[];
  /** Not done as required, while it is open whether they were owed. */
  readonly possible: readonly string[];
}

function breachesIn(judged: Judged): Breach[] {
  const { rules, law, input } = judged;
  return rules.breaches.map(({ fact, duties }) => {
    const failed = duties.filter((id) => law.standard(id).truth(input) === UNMET);
    const owed = (truth: typeof MET | typeof OPEN) => failed.filter((id) => truthIn(judged, id) === truth);
    return { fact, established: owed(MET), possible: owed(OPEN) };
  });
}

/**
 * A case with the facts that its breaches of duty settle: an established one is a breach; while one may be, there is
 * none to presume away.
 */
export function withBreaches<Case extends Judged>(judged: Case): Case {
  const { input } = judged;
  const isOpen = (fact: number) => input.presumed(fact) || input.values[fact] === undefined;
  const found = breachesIn(judged).filter(
    ({ fact, established, possible }) => established.length > 0 || (possible.length > 0 && isOpen(fact)),
  );
  if (found.length === 0) return judged;
  const values: FactValue[] = input.values.slice();
  for (const { fact, established } of found) values[fact] = established.length > 0 ? true : undefined;
  const following = new Map(
    found.map(({ fact, established, possible }) => [fact, established.length > 0 ? established : possible]),
  );
  return {
    ...judged,
    input: {
      ...input,
      values,
      presumed: (fact) => input.presumed(fact) && !following.has(fact),
      follows: (fact) => following.get(fact) ?? input.follows(fact),
    },
  };
}

/** What was said not to have been breached, and was. */
export function deniedBreaches({ rules, input }: Judged, { values }: Stated): readonly Diagnostic[] {
  return rules.breaches.flatMap(({ fact }) => {
    if (values[fact] !== false || input.values[fact] !== true) return [];
    const by = input.follows(fact);
    const name = rules.plan.facts[fact]?.name ?? '';
    return [diagnostic('input/contradiction', name, { value: false, expected: by.join(', ') })];
  });
}
