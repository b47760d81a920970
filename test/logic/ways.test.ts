import { describe, expect, test } from 'vitest';
import { assessIncident, createPolicy, type Policy, reasonOf } from '../../src/index.js';
import type { Reason } from '../../src/logic/reason.js';
import { smallestSupport } from '../../src/logic/support.js';
import { agreement, allOf, anyOf, nameOf, not, OPEN, truthValue, type Value } from '../../src/logic/truth.js';
import { type Leaf, leafKey } from '../../src/logic/ways.js';
import { randomIncident, repaired, seeded } from '../support/incidents.js';

const asOf = '2024-06-30';
const POLICIES: { [name: string]: Policy } = {
  'the bare text': createPolicy(),
  'terms with numbers': createPolicy({
    profile: 'national-analogy',
    terms: { 'timely-report': { hours: 1 } },
    rulings: { 'art9.p2.i1.clock': 'discovery', 'art9.p2.i7.result': 'consequences' },
  }),
};

describe.each(Object.entries(POLICIES))('%s', (_, policy) => {
  test('a support decides alone, and none of its leaves can be spared', () => {
    const random = seeded(3);
    let ruled = 0;
    const seen = { met: 0, unmet: 0, undetermined: 0 };
    for (let run = 0; run < 1_500; run++) {
      const { result } = repaired(randomIncident(random), (incident) => assessIncident(incident, { policy, asOf }));
      for (const { provision } of result.findings) {
        const reason = reasonOf(result, provision);
        const support = smallestSupport(reason);
        seen[reason.truth]++;
        expect(support === undefined).toBe(reason.truth === 'undetermined');
        if (!support) continue;
        const keys = support.leaves.map(leafKey);
        expect(nameOf(truthKnowing(reason, new Set(keys)))).toBe(reason.truth);
        for (const key of keys)
          expect(nameOf(truthKnowing(reason, new Set(keys.filter((other) => other !== key))))).toBe('undetermined');
        // The rulings that are told are all it takes.
        const told = new Set(support.ruled.map(({ question }) => question));
        expect(nameOf(truthKnowing(reason, new Set(keys), told))).toBe(reason.truth);
        ruled += told.size;
      }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
    expect(ruled > 0).toBe(Object.keys(policy.rulings).length > 0);
  });
});

test('why not is the one leaf that is against it, where one is', () => {
  const incident = { occurredAt: '2024-05-06T08:00:00+08:00', leak: { occurred: false } };
  expect(smallestSupport(reasonOf(assessIncident(incident, { asOf }), 'art9.p2.i3'))?.leaves).toMatchObject([
    { kind: 'fact', fact: 'leak.occurred', truth: 'unmet' },
  ]);
});

/** The truth of a reason where only some of its leaves are known, and, if told, only some questions ruled. */
function truthKnowing(reason: Reason, known: ReadonlySet<string>, rulings?: ReadonlySet<string>): Value {
  const of = (part: Reason) => truthKnowing(part, known, rulings);
  const inner = (parts: readonly Reason[]) => parts.map(of);
  switch (reason.kind) {
    case 'all':
      return allOf(inner(reason.of));
    case 'any':
      return anyOf(inner(reason.of));
    case 'not':
      return not(of(reason.of));
    case 'condition':
    case 'floor':
      return of(reason.of);
    case 'question':
      return reason.ruling === undefined || rulings?.has(reason.question) === false
        ? agreement(inner(Object.values(reason.readings)))
        : of(reason.readings[reason.ruling] as Reason);
    case 'epochs':
      return agreement(inner(reason.of));
    case 'literal':
      return truthValue(reason.truth);
    case 'term':
      if (reason.of) return of(reason.of);
      return known.has(leafKey(reason as Leaf)) ? truthValue(reason.truth) : OPEN;
    case 'fact':
    case 'commencement':
    case 'absent':
      return known.has(leafKey(reason as Leaf)) ? truthValue(reason.truth) : OPEN;
  }
}
