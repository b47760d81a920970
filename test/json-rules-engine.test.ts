import { Engine } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import type { Organization } from '../src/index.js';
import { assessIncident, createPolicy, type Policy, regulation, ZerenzhiError } from '../src/index.js';
import { engineFor, factsOf, rulesOf, runOn } from '../src/interop/json-rules-engine/index.js';
import { readYaml } from './support/fixtures.js';
import { randomIncident, repaired, seeded } from './support/incidents.js';

const asOf = '2024-06-30';
const POLICIES: { [name: string]: Policy } = {
  'the bare text': createPolicy(),
  'every term with a number, dated': createPolicy({
    profile: 'national-analogy',
    terms: {
      'prolonged-outage': [
        { hours: 24, until: '2024-05-07' },
        { hours: 5, from: '2024-05-07' },
      ],
      'timely-report': { hours: 1 },
      'timely-rectification': { hours: 24 },
    },
    rulings: { 'art9.p2.i1.negation': 'not-both', 'art8.clock': 'discovery' },
    issueDate: '2019-11-08',
  }),
  'without presumptions': createPolicy({ presume: false, terms: { 'timely-report': { hours: 1.5 }, 'timely-handling': { hours: 2 } } }),
};

describe.each(Object.entries(POLICIES))('%s', (_, policy) => {
  test('the engine fires what the assessment finds, on partial incidents', async () => {
    const random = seeded(1);
    for (let run = 0; run < 700; run++) {
      const { incident, result } = repaired(randomIncident(random), (given) => assessIncident(given, { policy, asOf }));
      const { by, open } = result.accountability;
      const { certain, possible } = await runOn(incident, { policy, asOf });
      expect(certain.map(({ type }) => type)).toEqual(by);
      expect(possible.map(({ type }) => type).filter((type) => !by.includes(type))).toEqual(open);
    }
  });

  test('the rules are plain JSON, and those of one day are those of all times on that day', async () => {
    const rules = rulesOf({ policy, bound: 'possible' });
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
    const incident = { occurredAt: '2024-05-06T08:00:00+08:00', outage: { hours: 30 } };
    const facts = factsOf(incident, { policy, asOf });
    const types = async (at?: string) => (await engineFor({ policy, bound: 'possible', ...(at && { at }) }).run(facts)).events.map(({ type }) => type).sort();
    expect(await types('2024-05-06')).toEqual(await types());
  });
});

test('an event carries the provision and its citation', async () => {
  const { certain } = await runOn({ occurredAt: '2024-05-06T08:00:00+08:00', leak: { occurred: true, 'own-side': true, kinds: ['state-secret'] } }, { asOf });
  expect(certain).toEqual([
    {
      type: 'art9.p2.i3',
      params: {
        provision: 'art9.p2.i3',
        bound: 'certain',
        label: { zh: expect.any(String), en: expect.any(String) },
        citation: { place: '9.2.3', quote: regulation.articles[8]?.paragraphs[1]?.items?.[2]?.text },
      },
    },
  ]);
});

test('what the register says of the unit and the system reaches the engine', async () => {
  const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
  const system = organization.systems?.[0];
  const unit = system?.managedBy as string;
  expect(factsOf({ unit, system: system?.id }, { organization, asOf })['target.capacities']).toContain('managing');
});

describe('providers', () => {
  const incident = { occurredAt: '2024-05-06T08:00:00+08:00', leak: { occurred: true } };

  test('are asked for what the incident leaves unknown, and for nothing else', async () => {
    const asked: string[] = [];
    const provider = (name: string, value: unknown) => async () => {
      asked.push(name);
      return await Promise.resolve(value);
    };
    const { certain } = await runOn(incident, {
      asOf,
      providers: {
        'leak.occurred': provider('leak.occurred', false),
        'leak.own-side': provider('leak.own-side', true),
        'leak.kinds': provider('leak.kinds', ['state-secret']),
        'outage.hours': provider('outage.hours', null),
      },
    });
    expect(asked).toEqual(['leak.own-side', 'leak.kinds', 'outage.hours']);
    expect(certain.map(({ type }) => type)).toEqual(['art9.p2.i3']);
  });

  test('that nobody asked for are refused with the nearest name', async () => {
    await expect(runOn(incident, { asOf, providers: { 'leak.kindz': () => [] } })).rejects.toMatchObject({
      diagnostics: [{ code: 'rule/unknown-fact', path: 'providers.leak.kindz', nearest: 'leak.kinds' }],
    });
  });

  test.each([
    ['outage.hours', '12abc', 'number'],
    ['outage.hours', Number.NaN, 'number'],
    ['attack.tampered', 'yes', 'boolean'],
    ['report.status', 'sent', 'made, pending, none'],
    ['report.at', new Date(0), 'instant'],
  ])('that answer %s with %o are refused', async (name, value, expected) => {
    await expect(runOn(incident, { asOf, providers: { [name]: () => value } })).rejects.toMatchObject({
      diagnostics: [{ code: 'input/invalid-type', path: `providers.${name}`, expected }],
    });
  });
});

describe('what the engine would get wrong by itself', () => {
  const fires = async (conditions: object, facts: object, options = { allowUndefinedFacts: true }) => {
    const engine = new Engine([], options);
    engine.addRule({ conditions: conditions as never, event: { type: 'fires' } });
    return (await engine.run(facts as never)).events.length > 0;
  };

  test('an absent fact satisfies notEqual, notIn and not; the rules use none of them on a fact but to say "not certainly otherwise"', async () => {
    expect(await fires({ all: [{ fact: 'a', operator: 'notEqual', value: 1 }] }, {})).toBe(true);
    expect(await fires({ not: { fact: 'a', operator: 'equal', value: 1 } }, {})).toBe(true);
    const text = JSON.stringify(Object.values(POLICIES).flatMap((policy) => rulesOf({ policy, bound: 'certain' })));
    expect(text).not.toMatch(/"(notEqual|notIn|doesNotContain)"/);
  });

  test('an empty group fires; the rules have none', async () => {
    expect(await fires({ all: [] }, {})).toBe(true);
    for (const bound of ['certain', 'possible'] as const) expect(JSON.stringify(rulesOf({ bound }))).not.toMatch(/"(all|any)":\[\]/);
  });

  test('a number in a text passes; the facts are checked before they get there', async () => {
    expect(await fires({ all: [{ fact: 'a', operator: 'lessThan', value: 24 }] }, { a: '12' })).toBe(true);
    expect(() => factsOf({ outage: { hours: '12' } })).toThrow('input/invalid-type');
  });
});

test('hostile strings are data', async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what somebody may try
  const hostile = '"}],"event":{"type":"x"}//${process.exit(1)}';
  const { certain } = await runOn({ title: hostile, source: hostile }, { asOf });
  expect(certain).toEqual([]);
  expect(() => rulesOf({ bound: 'certain', at: hostile })).toThrow('input/invalid-date');
  expect(() => factsOf(JSON.parse('{"__proto__":{"polluted":true}}') as object)).toThrow(ZerenzhiError);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
