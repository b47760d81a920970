import { Engine } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import type { Organization } from '../../src/index.js';
import { createPolicy, type Policy, regulation, ZerenzhiError } from '../../src/index.js';
import { engineFor, factsOf, rulesOf, runnerFor, runOn } from '../../src/interop/json-rules-engine/index.js';
import { readYaml } from '../support/fixtures.js';

const asOf = '2024-06-30';
const POLICIES: { [name: string]: Policy } = {
  'the bare text': createPolicy(),
  'every term with a number, dated': createPolicy({
    profile: 'national-analogy',
    terms: {
      'prolonged-outage': [
        { hours: 24, until: '2024-05-06' },
        { hours: 5, from: '2024-05-07' },
      ],
      'timely-report': { hours: 1 },
      'timely-rectification': { hours: 24 },
    },
    rulings: { 'art9.p2.i1.negation': 'not-both', 'art9.p2.i1.clock': 'discovery' },
    issueDate: '2019-11-08',
  }),
  'without presumptions': createPolicy({
    presume: false,
    terms: { 'timely-report': { hours: 1.5 }, 'timely-handling': { hours: 2 } },
  }),
};

describe.each(Object.entries(POLICIES))('%s', (_, policy) => {
  test('the rules are plain JSON, and those of one day are those of all times on that day', async () => {
    const rules = rulesOf({ policy, bound: 'possible' });
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
    const incident = { occurredAt: '2024-05-06T08:00:00+08:00', outage: { hours: 30 } };
    const [facts] = factsOf(incident, { policy, asOf });
    const types = async (at?: string) =>
      (await engineFor({ policy, bound: 'possible', ...(at && { at }) }).run(facts)).events
        .map(({ type }) => type)
        .sort();
    expect(await types('2024-05-06')).toEqual(await types());
  });
});

test('an event carries the provision and its citation', async () => {
  const incident = {
    occurredAt: '2024-05-06T08:00:00+08:00',
    incident: { occurred: true },
    leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] },
  };
  const { certain } = await runOn(incident, { asOf });
  // It is an incident, which the Office is to handle and to tell of.
  expect(certain.map(({ type }) => type)).toEqual(['art5.p2.handle', 'art5.p2.inform', 'art9.p2.i3']);
  expect(certain.slice(2)).toEqual([
    {
      type: 'art9.p2.i3',
      params: {
        provision: 'art9.p2.i3',
        kind: 'accountability',
        part: 'applies',
        bound: 'certain',
        label: { zh: expect.any(String), en: expect.any(String) },
        citation: { place: '9.2.3', quote: regulation.articles[8]?.paragraphs[1]?.items?.[2]?.text },
      },
    },
  ]);
});

// Art. 8: 发生重大网络安全事件 … 各单位要第一时间 … 报告，并及时采取有效措施加以处置.
test('the duties of Article 8 that an incident calls up are rules too, and how they are to be done is another', async () => {
  const major = {
    units: [{ kind: 'college' }],
    occurredAt: '2024-05-06T08:00:00+08:00',
    incident: { occurred: true, grade: 'major' },
    findings: { 'serious-incident': true },
  } as const;
  const done = {
    ...major,
    findings: { ...major.findings, 'first-moment-report': true, 'timely-handling': true },
    handling: { status: 'made', effective: false },
  };
  const ofArticle8 = (events: readonly { type: string }[]) =>
    events.flatMap(({ type }) => (type.startsWith('art8') ? [type] : []));
  const nothingSaid = await runOn(major, { asOf });
  expect(ofArticle8(nothingSaid.certain)).toEqual(['art8.report', 'art8.handle']);
  expect(ofArticle8(nothingSaid.possible)).toEqual([
    'art8.report',
    'art8.report:standard',
    'art8.handle',
    'art8.handle:standard',
  ]);
  const { certain, possible } = await runOn(done, { asOf });
  expect(ofArticle8(certain)).toEqual(['art8.report', 'art8.report:standard', 'art8.handle']);
  expect(ofArticle8(possible)).toEqual(ofArticle8(certain));
  expect(certain.find(({ type }) => type === 'art8.report:standard')?.params).toEqual({
    provision: 'art8.report',
    kind: 'duty',
    part: 'standard',
    bound: 'certain',
    label: expect.objectContaining({ en: 'report immediately to the Office of the Leading Group' }),
    citation: { place: '8', quote: '各单位要第一时间向学校网络安全和信息化领导小组办公室报告' },
  });
});

test('a runner for many incidents says what a run of each says', async () => {
  const incidents = [{}, { outage: { hours: 30 } }, { incident: { occurred: false } }];
  const run = runnerFor({ asOf });
  for (const incident of incidents) expect(await run(incident)).toEqual(await runOn(incident, { asOf }));
});

describe('options', () => {
  test.each<[string, unknown, object[]]>([
    ['none', undefined, [{ code: 'input/missing-key', path: 'bound', expected: 'certain, possible' }]],
    ['no bound', {}, [{ code: 'input/missing-key', path: 'bound', expected: 'certain, possible' }]],
    [
      'a misspelt bound',
      { bound: 'certian' },
      [{ code: 'input/unknown-value', path: 'bound', value: 'certian', nearest: 'certain' }],
    ],
    [
      'all of them wrong',
      { bound: 'maybe', at: '2024-02-30', policy: {}, dialekt: 1 },
      [
        { code: 'input/unknown-key', path: 'dialekt' },
        { code: 'policy/not-a-policy', path: 'policy' },
        { code: 'input/unknown-value', path: 'bound' },
        { code: 'input/no-such-time', path: 'at' },
      ],
    ],
    ['a day that is no text', { bound: 'certain', at: 7 }, [{ code: 'input/invalid-type', path: 'at' }]],
    ['what JSON cannot hold', { bound: 10n }, [{ code: 'input/not-plain-data', path: 'bound' }]],
  ])('%s: told with code, place and nearest name, all at once', (_, options, faults) => {
    const told = expect.objectContaining({ diagnostics: faults.map((fault) => expect.objectContaining(fault)) });
    expect(thrownBy(() => rulesOf(options as never))).toEqual(told);
    expect(thrownBy(() => engineFor(options as never))).toEqual(told);
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(ZerenzhiError);
    return error;
  }
  throw new Error('was accepted');
}

test('what the register says of the unit and the system reaches the engine', async () => {
  const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
  const system = organization.systems?.[0];
  const unit = system?.managedBy as string;
  const [facts] = factsOf({ units: [{ id: unit }], systems: [{ id: system?.id }] }, { organization, asOf });
  expect(facts?.['target.capacities']).toContain('managing');
});

describe('providers', () => {
  const incident = { occurredAt: '2024-05-06T08:00:00+08:00', incident: { occurred: true }, leak: { occurred: true } };

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
        'leak.own-persons': provider('leak.own-persons', true),
        'leak.kinds': provider('leak.kinds', ['state-secret']),
        'outage.hours': provider('outage.hours', null),
      },
    });
    expect(asked).toEqual(['leak.own-persons', 'leak.kinds', 'outage.hours']);
    expect(certain.map(({ type }) => type)).toEqual(['art5.p2.handle', 'art5.p2.inform', 'art9.p2.i3']);
  });

  test.each<[string, unknown, object]>([
    ['null', null, { code: 'input/invalid-type', path: '' }],
    ['a number in a text', { outage: { hours: '12' } }, { code: 'input/invalid-type', path: 'outage.hours' }],
    ['a text for a group', { outage: 'x' }, { code: 'input/invalid-type', path: 'outage' }],
    [
      'a getter',
      Object.defineProperty({}, 'outage', { enumerable: true, get: () => expect.fail('the getter ran') }),
      { code: 'input/not-plain-data' },
    ],
    [
      'facts against each other',
      { attack: { occurred: false, tampered: true } },
      { code: 'input/contradiction', path: 'attack.occurred' },
    ],
  ])('are not asked about an incident that is refused: %s', async (_, refused, fault) => {
    const providers = { 'outage.hours': () => expect.fail('was asked') };
    await expect(runOn(refused as object, { asOf, providers })).rejects.toMatchObject({ diagnostics: [fault] });
  });

  test('are judged with the rest: an answer may contradict what is stated', async () => {
    const providers = { 'attack.occurred': () => false };
    await expect(runOn({ attack: { tampered: true } }, { asOf, providers })).rejects.toMatchObject({
      diagnostics: [{ code: 'input/contradiction', path: 'attack.occurred' }],
    });
  });

  test('that cannot be asked are told, all at once and with the other options', async () => {
    const providers = { 'leak.kinds': ['state-secret'], 'outage.hours': null, 'outage.ours': () => 1 };
    await expect(runOn(incident, { asOf: 'soon', providers: providers as never })).rejects.toMatchObject({
      diagnostics: [
        { code: 'input/invalid-time', path: 'asOf' },
        { code: 'input/unknown-key', path: 'providers.outage.ours', nearest: 'outage.hours' },
        { code: 'input/invalid-type', path: 'providers.leak.kinds', expected: 'function' },
        { code: 'input/invalid-type', path: 'providers.outage.hours', expected: 'function' },
      ],
    });
    await expect(runOn(incident, { asOf, providers: null as never })).rejects.toMatchObject({
      diagnostics: [{ path: 'providers', expected: 'object' }],
    });
  });

  test('that nobody asked for are refused with the nearest name', async () => {
    await expect(runOn(incident, { asOf, providers: { 'leak.kindz': () => [] } })).rejects.toMatchObject({
      diagnostics: [{ code: 'input/unknown-key', path: 'providers.leak.kindz', nearest: 'leak.kinds' }],
    });
  });

  test.each([
    ['outage.hours', '12abc', 'number'],
    ['outage.hours', Number.NaN, 'number'],
    ['attack.tampered', 'yes', 'boolean'],
    ['report.status', 'sent', 'made, pending, none'],
    ['report.at', new Date(0), 'instant'],
    ['outage.hours', 10n, 'number'],
    ['leak.kinds', [10n], 'state-secret, personal-information, school-confidential, other-sensitive'],
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
    for (const bound of ['certain', 'possible'] as const)
      expect(JSON.stringify(rulesOf({ bound }))).not.toMatch(/"(all|any)":\[\]/);
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
