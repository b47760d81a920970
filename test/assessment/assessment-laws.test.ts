import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assessIncident,
  checkUnitObligations,
  createPolicy,
  evaluateReason,
  type Incident,
  reasonOf,
  regulation,
} from '../../src/index.js';
import { optionsOf } from '../../src/regulation/vocabulary.js';
import { domain } from '../support/provisions.js';

// The laws again at the public functions, with times, epochs and the register in play. Presumptions are off: they are what law 1 excepts.
const asOf = '2024-12-31';
const HOUR = 3_600_000;

/** Times that grow along the order the facts declare, so that no incident is refused as out of order. */
const times = fc
  .record({
    day: fc.constantFrom('2018-06-01', '2019-06-01', '2024-06-01'),
    gaps: fc.record({
      discovered: fc.integer({ min: 0, max: 40 }),
      reported: fc.integer({ min: 0, max: 40 }),
      handled: fc.integer({ min: 0, max: 40 }),
    }),
  })
  .map(({ day, gaps }) => {
    const at = (hours: number) => new Date(Date.parse(`${day}T00:00:00+08:00`) + hours * HOUR).toISOString();
    return {
      occurredAt: at(0),
      discoveredAt: at(gaps.discovered),
      report: { at: at(gaps.discovered + gaps.reported), status: 'made' },
      handling: { at: at(gaps.discovered + gaps.handled), status: 'made' },
    };
  });

const plainFacts = Object.entries(regulation.facts).filter(
  ([name, fact]) =>
    fact.of === 'incident' &&
    !fact.derive &&
    fact.type !== 'instant' &&
    !name.startsWith('report.') &&
    !name.startsWith('handling.status'),
);

const incident: fc.Arbitrary<Incident> = fc
  .record({
    times,
    facts: fc.record(
      Object.fromEntries(plainFacts.map(([name]) => [name, fc.constantFrom(...domain(regulation, name))])),
    ),
  })
  .map(({ times, facts }) => {
    const result: { [key: string]: unknown } = structuredClone(times);
    for (const [name, value] of Object.entries(facts)) set(result, name, value);
    // What contradicts itself is refused: an attack that tampered occurred, and so did the incident.
    for (const [name, { implied = [] }] of plainFacts)
      for (const { by, is, value } of implied)
        if (is === undefined ? facts[by] != null : facts[by] === is) set(result, name, value);
    return result as Incident;
  });

const policyOptions = fc.record({
  profile: fc.constantFrom('bare-text', 'national-analogy'),
  rulings: fc
    .subarray(Object.entries(regulation.questions))
    .map((questions) =>
      Object.fromEntries(questions.map(([id, { readings }]) => [id, Object.keys(readings)[0] as string])),
    ),
});

function set(target: { [key: string]: unknown }, name: string, value: unknown): void {
  const keys = name.split('.');
  const leaf = keys.pop() as string;
  let at = target;
  for (const key of keys) {
    at[key] ??= {};
    at = at[key] as { [key: string]: unknown };
  }
  at[leaf] = value;
}

/** An incident with some of its facts forgotten, and some known in part only. */
function forgetting(full: Incident): fc.Arbitrary<Incident> {
  const leaves: string[][] = [];
  const collect = (part: object, path: string[]) => {
    for (const [key, value] of Object.entries(part)) {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) collect(value, [...path, key]);
      else leaves.push([...path, key]);
    }
  };
  collect(full, []);
  return fc.tuple(fc.subarray(leaves), fc.subarray(leaves)).map(([blurred, forgotten]) => {
    const less = structuredClone(full) as { [key: string]: unknown };
    const valueAt = (path: readonly string[]) =>
      path.reduce<unknown>((at, key) => (at as { readonly [key: string]: unknown })[key], full);
    for (const path of blurred) set(less, path.join('.'), inPart(path.join('.'), valueAt(path)));
    for (const path of forgotten) set(less, path.join('.'), null);
    return less as Incident;
  });
}

/** What is left of a number or a set where it is known in part: a bound or two, a member and what it has not. */
function inPart(name: string, value: unknown): unknown {
  if (typeof value === 'number') return value % 2 === 0 ? { atLeast: Math.max(0, value - 1) } : { atMost: value + 1 };
  if (!Array.isArray(value)) return value;
  const fact = regulation.facts[name];
  const others = (fact ? optionsOf(regulation, fact) : []).filter((option) => !value.includes(option));
  return { has: value.slice(0, 1), lacks: others.slice(0, 1) };
}

const pairs = incident.chain((full) => fc.tuple(fc.constant(full), forgetting(full)));

describe('assessIncident', () => {
  test('law 1: an incident of which more is known keeps every verdict', () => {
    fc.assert(
      fc.property(pairs, policyOptions, ([full, less], options) => {
        const policy = createPolicy({ ...options, presume: false });
        const after = new Map(
          assessIncident(full, { policy, asOf }).findings.map(({ provision, status }) => [provision, status]),
        );
        for (const { provision, status } of assessIncident(less, { policy, asOf }).findings)
          if (status !== 'undetermined') expect([provision, after.get(provision)]).toEqual([provision, status]);
      }),
      { numRuns: 150 },
    );
  });

  test('law 1: a policy that settles more keeps every verdict', () => {
    fc.assert(
      fc.property(pairs, policyOptions, ([, less], options) => {
        const bare = assessIncident(less, { policy: createPolicy({ presume: false }), asOf });
        const settled = new Map(
          assessIncident(less, { policy: createPolicy({ ...options, presume: false }), asOf }).findings.map(
            ({ provision, status }) => [provision, status],
          ),
        );
        for (const { provision, status } of bare.findings)
          if (status !== 'undetermined') expect([provision, settled.get(provision)]).toEqual([provision, status]);
      }),
      { numRuns: 100 },
    );
  });

  test('laws 2 and 4: an undetermined finding names open points, and every reason gives its verdict', () => {
    fc.assert(
      fc.property(pairs, policyOptions, ([, less], options) => {
        const assessment = assessIncident(less, { policy: createPolicy(options), asOf });
        for (const { provision, status, open } of assessment.findings) {
          expect(evaluateReason(reasonOf(assessment, provision))).toBe(status);
          expect(open.length > 0).toBe(status === 'undetermined');
        }
      }),
      { numRuns: 100 },
    );
  });

  test('law 5: the order of keys, the time zone and the locale of the machine change nothing', () => {
    const zone = process.env.TZ;
    fc.assert(
      fc.property(pairs, ([, less]) => {
        const printed = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'].map((TZ) => {
          process.env.TZ = TZ;
          return JSON.stringify(assessIncident(less, { asOf }));
        });
        const reversed = Object.fromEntries(Object.entries(less).reverse()) as Incident;
        expect(new Set([...printed, JSON.stringify(assessIncident(reversed, { asOf }))]).size).toBe(1);
      }),
      { numRuns: 25 },
    );
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test('law 5: an input is read and never written', () => {
    fc.assert(
      fc.property(pairs, ([, less]) => {
        const before = structuredClone(less);
        assessIncident(less, { asOf });
        expect(less).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});

test('law 4: every obligation has a reason that gives whether it applies', () => {
  const systems = [
    { id: 'a', tenure: 'own', managed: true, level: 3 },
    { id: 'b', tenure: 'hosted' },
  ] as const;
  for (const kind of ['college', 'affiliate'] as const)
    for (const obligation of checkUnitObligations({ kind, systems }, { asOf }).obligations)
      expect(evaluateReason(obligation.reason)).toBe(obligation.reason.truth);
});

test('law 7: no text makes the reader of rule files do anything but read or refuse', async () => {
  const { parseYaml } = await import('../../src/authoring/parse-yaml.js');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.string({ unit: fc.constantFrom('a', ':', ' ', '\n', '-', '[', '{', '&', '*', '!', '"', '|', '#') }),
      ),
      (text) => {
        const parsed = parseYaml(text, 'any.yaml');
        expect('faults' in parsed ? parsed.faults.length > 0 : 'value' in parsed).toBe(true);
        expect(Object.keys(Object.prototype)).toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});
