import { describe, expect, test } from 'vitest';
import { assessIncident, createPolicy, type Policy } from '../src/index.js';
import type { Reason } from '../src/logic/reason.js';
import { agreement, allOf, anyOf, nameOf, not, OPEN, truthValue, type Value } from '../src/logic/truth.js';
import { type Leaf, leafKey, smallestSupport } from '../src/logic/ways.js';
import { randomIncident, repaired, seeded } from './support/incidents.js';

const asOf = '2024-06-30';
const POLICIES: { [name: string]: Policy } = {
  'the bare text': createPolicy(),
  'terms with numbers': createPolicy({ profile: 'national-analogy', terms: { 'timely-report': { hours: 1 } }, rulings: { 'art8.clock': 'discovery' } }),
};

describe.each(Object.entries(POLICIES))('%s', (_, policy) => {
  test('a support decides alone, and none of its leaves can be spared', () => {
    const random = seeded(3);
    const seen = { met: 0, unmet: 0, undetermined: 0 };
    for (let run = 0; run < 1_500; run++) {
      const { result } = repaired(randomIncident(random), (incident) => assessIncident(incident, { policy, asOf }));
      for (const { reason } of result.findings) {
        const support = smallestSupport(reason);
        seen[reason.truth]++;
        expect(support === undefined).toBe(reason.truth === 'undetermined');
        if (!support) continue;
        const keys = support.map(leafKey);
        expect(nameOf(truthKnowing(reason, new Set(keys)))).toBe(reason.truth);
        for (const key of keys) expect(nameOf(truthKnowing(reason, new Set(keys.filter((other) => other !== key))))).toBe('undetermined');
      }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });
});

test('why not is the one leaf that is against it, where one is', () => {
  const { findings } = assessIncident({ occurredAt: '2024-05-06T08:00:00+08:00', leak: { occurred: false } }, { asOf });
  const leak = findings.find(({ provision }) => provision === 'art9.p2.i3');
  expect(leak && smallestSupport(leak.reason)).toMatchObject([{ kind: 'fact', fact: 'leak.occurred', truth: 'unmet' }]);
});

/** The truth of a reason where only some of its leaves are known. */
function truthKnowing(reason: Reason, known: ReadonlySet<string>): Value {
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
      return known.has(leafKey(reason as Leaf)) ? truthValue(reason.truth) : OPEN;
    case 'fact':
    case 'commencement':
      return known.has(leafKey(reason as Leaf)) ? truthValue(reason.truth) : OPEN;
  }
}
