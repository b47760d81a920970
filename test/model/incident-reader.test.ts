import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyFaults } from '../../src/diagnostics/check-shape.js';
import { plainCopy } from '../../src/diagnostics/plain-data.js';
import { regulation } from '../../src/index.js';
import { pathOf } from '../../src/model/fact-schema.js';
import { factPlan } from '../../src/model/fact-values.js';
import { incidentSchema } from '../../src/model/incident.js';
import { incidentReader } from '../../src/model/incident-reader.js';
import { incidentFacts } from '../../src/model/record-path.js';
import { optionsOf } from '../../src/regulation/vocabulary.js';

// The reader is the fast way of what the schema accepts: neither may take what the other refuses.
const reader = incidentReader(regulation, factPlan(regulation));
const schema = incidentSchema(regulation);
const accepts = (incident: unknown): boolean => reader(incident).whole;
const faultsOf = (incident: unknown) => copyFaults(schema, plainCopy(incident));

const odd = fc.constantFrom<unknown>(
  null,
  undefined,
  true,
  0,
  -1,
  1.5,
  2 ** 60,
  '',
  'x',
  'made',
  'pending',
  [],
  ['x'],
  {},
  { a: 1 },
  { atLeast: undefined },
  { has: null },
  new (class Bounds {
    atLeast = 1;
  })(),
  '2024-02-30T08:00:00Z',
);
const instants = fc.constantFrom(
  '2024-05-06T08:00:00+08:00',
  '2024-02-29T00:00Z',
  '2023-02-29T00:00Z',
  '2024-05-06T08:00:00',
  '2024-05-06',
  '2024-05-06T24:00:00Z',
);

function fitting(name: string): fc.Arbitrary<unknown> {
  const fact = regulation.facts[name];
  const options = fact ? optionsOf(regulation, fact) : [];
  if (fact?.type === 'boolean') return fc.boolean();
  if (fact?.type === 'number') {
    const number = fc.oneof(fc.integer({ min: -1, max: 9 }), fc.double());
    return fc.oneof(number, fc.record({ atLeast: number, atMost: number }, { requiredKeys: [] }));
  }
  if (fact?.type === 'enum') return fc.constantFrom(...options);
  if (fact?.type === 'set') {
    const members = fc.array(fc.constantFrom(...options), { maxLength: 3 });
    return fc.oneof(members, fc.record({ has: members, lacks: members }, { requiredKeys: [] }));
  }
  return instants;
}

const facts = incidentFacts(regulation);
const base: [string[], fc.Arbitrary<unknown>][] = [
  [['id'], fc.constantFrom('a', '', 'x'.repeat(200), '事件-1')],
  [['format'], fc.constantFrom(2, 2, 1, '2')],
  [['title'], fc.constantFrom('x', 'x'.repeat(2001))],
  [['account'], fc.constantFrom<unknown>('甲\n乙', 'x'.repeat(2001), ['x'], null)],
  [
    ['units'],
    fc.constantFrom<unknown>(
      [{ id: 'college-a' }],
      [{ id: ' ' }],
      [{ id: 'a', kind: 'college', part: null, leak: { occurred: true }, findings: { 'major-impact': true } }],
      [{ kind: 'colleges' }],
      'college-a',
      null,
    ),
  ],
  [['systems'], fc.constantFrom<unknown>([{ id: 'portal', level: 3, outage: { hours: 2 } }], [{ level: 9 }], {}, null)],
  [
    ['parties'],
    fc.constantFrom<unknown>(
      [{ id: 'p' }],
      [{ id: 'p', affiliation: 'student', unit: 'a' }],
      [{ id: '' }],
      [{ id: 'p', affiliation: 'guest' }],
      [{ id: 'p', name: 'x' }],
      ['p'],
      null,
    ),
  ],
  [['findings', 'major-impact'], fc.constantFrom(true, null, 'yes')],
  [['findings'], fc.constantFrom(null, {}, { nonsense: true })],
  [['unknown'], fc.constant(1)],
];
const entries: [string[], fc.Arbitrary<unknown>][] = [
  ...facts.map(([name]): [string[], fc.Arbitrary<unknown>] => [[...pathOf(name, 'incident')], fitting(name)]),
  ...base,
];

const incidents = fc
  .array(
    fc.constantFrom(...entries).chain(([path, value]) =>
      fc.record({
        path: fc.constant(path),
        value: fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: odd }),
      }),
    ),
    { maxLength: 8 },
  )
  .map((given) => {
    const incident: { [key: string]: unknown } = {};
    for (const { path, value } of given) {
      let at = incident;
      for (const key of path.slice(0, -1)) {
        if (typeof at[key] !== 'object' || at[key] === null || Array.isArray(at[key])) at[key] = {};
        at = at[key] as { [key: string]: unknown };
      }
      at[path.at(-1) as string] = value;
    }
    return incident;
  });

test('the reader accepts exactly what the schema accepts', () => {
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(incidents, (incident) => {
      const accepted = accepts(incident);
      seen[accepted ? 'accepted' : 'refused']++;
      expect(accepted).toBe(faultsOf(incident).length === 0);
    }),
    { numRuns: 20_000 },
  );
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(1_000);
});

test.each([
  ['a class instance', new (class Incident {})()],
  ['a map', new Map()],
  ['a list', []],
  ['a prototype key', JSON.parse('{"__proto__": {"leak": {}}}')],
])('neither takes %s', (_, incident) => {
  expect(accepts(incident)).toBe(false);
  expect(faultsOf(incident)).not.toEqual([]);
});

const withHole = <T>(list: T[]): T[] =>
  Object.assign(new Array<T>(list.length + 1), Object.fromEntries(list.map((entry, i) => [i + 1, entry])));
const withGetter = (get: () => unknown): unknown[] => Object.defineProperty([], 0, { get, enumerable: true });

describe.each([
  ['parties', (list: unknown) => ({ parties: list }), { id: 'a' }],
  ['a set', (list: unknown) => ({ leak: { kinds: list } }), 'state-secret'],
])('%s', (_, incident, entry) => {
  test('with a hole is no list', () => {
    const given = incident(withHole([entry]));
    expect(accepts(given)).toBe(false);
    expect(faultsOf(given)).toMatchObject([{ code: 'input/not-plain-data', path: expect.stringMatching(/\[0\]$/) }]);
  });

  test('with a getter is read by both, and asked once by each', () => {
    let asked = 0;
    const given = incident(
      withGetter(() => {
        asked++;
        return entry;
      }),
    );
    expect(accepts(given)).toBe(true);
    expect(faultsOf(given)).toEqual([]);
    expect(asked).toBe(2);
  });
});

test.each([
  ['behind a symbol', { [Symbol('id')]: 1 }],
  ['not enumerable', Object.defineProperty({}, 'unknown', { value: 1 })],
])('what JSON does not show is not part of an incident: %s', (_, incident) => {
  expect(accepts(incident)).toBe(true);
  expect(faultsOf(incident)).toEqual([]);
});

test('a list of billions of nothing is refused at once', () => {
  expect(faultsOf({ parties: new Array(2 ** 32 - 1) })).toMatchObject([{ code: 'input/not-plain-data' }]);
});

test('what an incident says is read once: a later change of it changes nothing', () => {
  const incident = { report: { status: 'made' } };
  const reading = reader(incident);
  const before = structuredClone(reading);
  incident.report.status = 'none';
  expect(reading).toEqual(before);
});
