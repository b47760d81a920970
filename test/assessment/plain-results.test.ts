import { reactive } from '@vue/reactivity';
import fc from 'fast-check';
import { produce, setAutoFreeze } from 'immer';
import { describe, expect, test } from 'vitest';
import {
  assessIncident,
  checkUnitObligations,
  createPolicy,
  findingOf,
  type Incident,
  type IncidentAssessment,
  type Organization,
  reasonOf,
  regulation,
  resolveResponsibilityChain,
  type UnitFile,
} from '../../src/index.js';
import { readYaml } from '../support/fixtures.js';

// What hosts do to results: they freeze them, put them behind proxies, copy them, send them as JSON, and write into them.

const asOf = '2024-06-30';
const incident = readYaml<Incident>('fixtures/incidents/database-intrusion.yaml');
const unit = readYaml<UnitFile>('fixtures/units/network-college.yaml');
const register = (): Organization => readYaml<Organization>('fixtures/organizations/university.yaml');

const RESULTS: { readonly [name: string]: () => object } = {
  'an assessment': () => assessIncident(incident, { organization: register(), asOf }),
  'a chain': () => resolveResponsibilityChain({ system: 'student-records' }, { organization: register(), asOf }),
  'a report on obligations': () => checkUnitObligations(unit, { organization: register(), asOf }),
  'a policy': () => createPolicy({ terms: { 'prolonged-outage': { hours: 24 } } }),
};

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const freezeDeeply = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) freezeDeeply(part);
  return value;
};

describe.each(Object.entries(RESULTS))('%s', (_, make) => {
  const expected = json(make());

  test.each<[string, (result: object) => unknown]>([
    ['frozen before it is read', (result) => Object.freeze(result)],
    ['frozen to its depth', freezeDeeply],
    ["made Vue's reactive", (result) => reactive(result)],
    ['made the base of another object', (result) => ({ ...(Object.create(result) as object), ...result })],
    ['behind a proxy that only passes on', (result) => new Proxy(result, {})],
    ['cloned', (result) => structuredClone(result)],
    ['spread', (result) => ({ ...result })],
    [
      'changed by immer',
      (result) => {
        setAutoFreeze(false);
        const changed = produce(result as { mark?: number }, (draft) => {
          draft.mark = 1;
        });
        const { mark, ...rest } = changed;
        expect(mark).toBe(1);
        return rest;
      },
    ],
  ])('reads the same when it is %s', (how, change) => {
    // A policy is frozen: it cannot be changed, by immer or by anybody.
    const given = how === 'changed by immer' ? { ...make() } : make();
    expect(json(change(given))).toEqual(expected);
  });

  test('has nothing hidden: its own keys are all there is', () => {
    const result = make();
    for (const key of Reflect.ownKeys(result)) if (typeof key === 'string') expect(Object.keys(result)).toContain(key);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  });

  test('inherited by another object its parts are still read', () => {
    const result = make();
    const heir = Object.create(result) as { [key: string]: unknown };
    for (const key of Object.keys(result)) expect(json(heir[key])).toEqual(json((result as typeof heir)[key]));
  });
});

test('a reason is worked out from parsed JSON as from the assessment itself, of every finding and response', () => {
  const policy = createPolicy({ profile: 'national-analogy', rulings: { 'art8.clock': 'discovery' } });
  const assessment = assessIncident(incident, { policy, organization: register(), asOf });
  const parsed = json(assessment) as IncidentAssessment;
  for (const { provision } of [...assessment.findings, ...assessment.responses]) {
    const reason = reasonOf(assessment, provision);
    expect(reasonOf(parsed, provision)).toEqual(reason);
    expect(reasonOf(parsed, provision, { policy })).toEqual(reason);
  }
});

test.each<[string, (parsed: { [key: string]: never }) => unknown, string]>([
  [
    'rules with another digest',
    (parsed) => ({ ...parsed, policy: { ...(parsed.policy as unknown as object), digest: 'sha256:0' } }),
    'assessment/other-rules',
  ],
  [
    'another policy than it was made with',
    (parsed) => ({ ...parsed, policy: { ...(parsed.policy as unknown as object), presume: false } }),
    'assessment/other-policy',
  ],
])('a reason by %s is refused', (_, change, code) => {
  const parsed = change(json(assessIncident(incident, { asOf })) as { [key: string]: never }) as IncidentAssessment;
  expect(() => reasonOf(parsed, 'art9.p2.i3', { policy: createPolicy() })).toThrow(
    expect.objectContaining({ code, diagnostics: [expect.objectContaining({ document: 'assessment' })] }),
  );
});

test('an assessment from JSON by rules that are not the shipped ones asks for its policy', () => {
  const parsed = json(assessIncident(incident, { asOf })) as IncidentAssessment;
  const foreign = { ...parsed, policy: { ...parsed.policy, digest: 'sha256:0' } };
  expect(() => reasonOf(foreign, 'art9.p2.i3')).toThrow(expect.objectContaining({ code: 'assessment/policy-needed' }));
});

test('as JSON the assessment of an empty incident, where almost all is open, has at most 32 KB', () => {
  expect(JSON.stringify(assessIncident({}, { asOf })).length).toBeLessThanOrEqual(32 * 1024);
});

test.each(Object.entries(RESULTS).filter(([name]) => name !== 'a policy'))('%s names each settler once', (_, make) => {
  const { openPoints, settlers } = make() as IncidentAssessment;
  expect(Object.keys(settlers).sort()).toEqual([...new Set(openPoints.map(({ settledBy }) => settledBy))].sort());
  for (const [id, label] of Object.entries(settlers))
    expect(label).toEqual((regulation.bodies[id] ?? regulation.parties[id])?.label);
});

test('a finding put together has the names of the settlers in its open points', () => {
  const assessment = assessIncident({}, { asOf });
  const { openPoints } = findingOf(assessment, 'art9.p2.i2');
  expect(openPoints.map(({ id }) => id)).toContain('attack.occurred');
  for (const { settledBy } of openPoints) expect(settledBy.label).toEqual(assessment.settlers[settledBy.id]);
});

/** Every object inside a value, itself among them. */
function objectsIn(value: unknown, found = new Set<object>()): Set<object> {
  if (typeof value !== 'object' || value === null || found.has(value)) return found;
  found.add(value);
  for (const part of Object.values(value)) objectsIn(part, found);
  return found;
}

/** Writes into some of the objects inside a value, as far as they let it. */
function vandalize(value: unknown, choose: (count: number) => number): void {
  const objects = [...objectsIn(value)];
  for (let i = 0; i < 40; i++) {
    const target = objects[choose(objects.length)] as { [key: string]: unknown };
    const keys = Object.keys(target);
    const key = keys[choose(Math.max(1, keys.length))] ?? 'new';
    for (const attempt of [
      () => {
        target[key] = 'written';
      },
      () => Reflect.deleteProperty(target, key),
      () => Array.isArray(target) && target.splice(0),
    ])
      try {
        attempt();
      } catch {
        // What is frozen does not let it.
      }
  }
}

test('whatever is written into a result, an option, a register or the regulation has no effect on anything judged before or after', () => {
  const policyOptions = () => ({
    terms: { 'prolonged-outage': [{ hours: 24 }] },
    rulings: { 'art8.clock': 'discovery' as const },
  });
  const judge = () => ({
    assessment: assessIncident(incident, { policy: createPolicy(policyOptions()), organization: register(), asOf }),
    chain: resolveResponsibilityChain({ incident }, { organization: register(), asOf }),
    report: checkUnitObligations(unit, { organization: register(), asOf }),
  });
  const expected = json(judge());
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const choose = (count: number) => (numbers.next().value as number) % count;
      const [options, organization, given, file] = [
        policyOptions(),
        register(),
        structuredClone(incident),
        structuredClone(unit),
      ];
      const policy = createPolicy(options);
      // Made before anything is written, and read after it.
      const before = {
        assessment: assessIncident(given, { policy, organization, asOf }),
        chain: resolveResponsibilityChain({ incident: given }, { organization, asOf }),
        report: checkUnitObligations(file, { organization, asOf }),
      };
      for (const part of [options, organization, given, file, policy, regulation, judge()]) vandalize(part, choose);
      expect(json(before)).toEqual(expected);
      expect(json(judge())).toEqual(expected);
      const after = { ...judge(), assessment: assessIncident(incident, { policy, organization: register(), asOf }) };
      vandalize(before, choose);
      expect(json(after)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
