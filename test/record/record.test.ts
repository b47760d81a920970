import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadRegulation, regulationOf } from '../../src/authoring/load.js';
import {
  type AssessOptions,
  createPolicy,
  type Incident,
  type Organization,
  type Regulation,
  type ZerenzhiError,
} from '../../src/index.js';
import { type AssessmentRecord, type Replay, recordAssessment, replay } from '../../src/record/index.js';
import { digestsOf, sealed } from '../../src/record/record.js';
import { given, readYaml } from '../support/fixtures.js';
import { randomIncident, repaired, seeded } from '../support/incidents.js';
import { sized } from '../support/size.js';

const organization = given('fixtures/organizations/university.yaml') as Organization;
const incident: Incident = {
  title: 'student records on a share open to all',
  occurredAt: '2024-05-06T08:00:00+08:00',
  units: [{ id: 'academic-affairs' }],
  systems: [{ id: 'student-records' }],
  incident: { occurred: true },
  leak: { occurred: true, 'own-persons': true, kinds: ['personal-information'], persons: 30000 },
};
// 30,000 persons against a threshold of 10,000: Art. 9 ¶2 (3) is met.
const policy = createPolicy({ terms: { 'large-scale-personal-information': { persons: 10000 } } });
const { record } = recordAssessment(incident, { organization, policy, asOf: '2024-06-30' });
const LEAK = 'art9.p2.i3';

/** A record with something in it changed. */
function edited(edit: (record: never) => void, of: AssessmentRecord = record): AssessmentRecord {
  const copy = structuredClone(of);
  edit(copy as never);
  return copy;
}
/** The same by somebody who knows how to seal. */
function resealed(edit: (record: never) => void): AssessmentRecord {
  const { seal: _, ...rest } = edited(edit);
  return sealed({ ...rest, digests: { ...rest.digests, ...digestsOf(rest) } });
}
/** What does not hold. */
const amiss = ({ checks }: Replay) =>
  Object.fromEntries(Object.entries(checks).flatMap(([name, { holds, state }]) => (holds ? [] : [[name, state]])));
const files = loadRegulation('rules');
/** The rules with some words in them replaced. */
const ruled = (words: string, others: string) => {
  const text = JSON.stringify(files);
  expect(text).toContain(words);
  return regulationOf(JSON.parse(text.replace(words, () => others)));
};
const oneOff = (digest: string) => digest.replace(/.$/, (last) => (last === '0' ? '1' : '0'));

test('what was recorded replays identically', () => {
  expect(record.outcome.accountability).toEqual({ status: 'triggered', by: [LEAK], open: expect.any(Array) });
  const result = replay(JSON.parse(JSON.stringify(record)));
  expect(result.identical).toBe(true);
  expect(amiss(result)).toEqual({});
  expect(result).toMatchObject({ differences: [], faults: [] });
});

test('the rule files are the shipped rules: a record replays on either', () => {
  expect(replay(record, { regulation: files }).identical).toBe(true);
});

interface Change {
  readonly name: string;
  readonly record: AssessmentRecord;
  readonly rules?: Regulation;
  readonly amiss: object;
  readonly differences?: readonly unknown[];
}

const changes: readonly Change[] = [
  {
    name: 'a character of the title: no rule reads it, so the outcome is the same',
    record: edited((it: { input: { incident: Incident } }) =>
      Object.assign(it.input.incident, { title: 'student records on a share open to alL' }),
    ),
    amiss: { input: 'touched', seal: 'broken' },
  },
  {
    name: 'a digit of a fact: 3,000 persons are not 10,000',
    record: edited((it: { input: { incident: { leak: object } } }) =>
      Object.assign(it.input.incident.leak, { persons: 3000 }),
    ),
    amiss: { input: 'touched', seal: 'broken', derived: 'different' },
    differences: expect.arrayContaining([
      { path: 'accountability.by', recorded: [LEAK], derived: [] },
      { path: 'accountability.status', recorded: 'triggered', derived: 'undetermined' },
      { path: `findings.${LEAK}.status`, recorded: 'met', derived: 'unmet' },
    ]),
  },
  {
    name: 'the name of an office-holder',
    record: edited((it: { input: { organization: { appointments: { person: string }[] } } }) => {
      for (const appointment of it.input.organization.appointments)
        if (appointment.person === 'p-004') appointment.person = 'p-104';
    }),
    amiss: { input: 'touched', seal: 'broken', derived: 'different' },
    differences: [{ path: 'chain.links[1].holders[0].person', recorded: 'p-004', derived: 'p-104' }],
  },
  {
    name: 'a fact that no longer can be: it occurred after the time of judgement',
    record: edited((it: { input: { asOf: string } }) => Object.assign(it.input, { asOf: '2024-05-05' })),
    amiss: { input: 'touched', seal: 'broken', derived: 'refused' },
  },
  {
    name: 'a threshold of the policy',
    record: edited((it: { policy: { terms: { [term: string]: object[] } } }) =>
      Object.assign(it.policy.terms['large-scale-personal-information']?.[0] ?? {}, { persons: 20000 }),
    ),
    amiss: { policy: 'touched', seal: 'broken' },
  },
  {
    name: 'the outcome',
    record: edited((it: { outcome: { findings: { [provision: string]: object } } }) =>
      Object.assign(it.outcome.findings[LEAK] ?? {}, { status: 'unmet' }),
    ),
    amiss: { outcome: 'touched', seal: 'broken', derived: 'different' },
    differences: [{ path: `findings.${LEAK}.status`, recorded: 'unmet', derived: 'met' }],
  },
  {
    name: 'a character of the digest of the input',
    record: edited((it: { digests: { input: string } }) =>
      Object.assign(it.digests, { input: oneOff(it.digests.input) }),
    ),
    amiss: { input: 'digest-touched' },
  },
  {
    name: 'a character of the digest of the outcome',
    record: edited((it: { digests: { outcome: string } }) =>
      Object.assign(it.digests, { outcome: oneOff(it.digests.outcome) }),
    ),
    amiss: { outcome: 'digest-touched' },
  },
  {
    name: 'a character of the seal',
    record: edited((it: { seal: string }) => Object.assign(it, { seal: oneOff(it.seal) })),
    amiss: { seal: 'touched' },
  },
  {
    name: 'the version of the library, by a hand',
    record: edited((it: { library: object }) => Object.assign(it.library, { version: '0.0.9' })),
    amiss: { library: 'touched' },
  },
  {
    name: 'the digest of the rules, by a hand',
    record: edited((it: { digests: { regulation: string } }) =>
      Object.assign(it.digests, { regulation: oneOff(it.digests.regulation) }),
    ),
    amiss: { regulation: 'digest-touched' },
  },
  {
    name: 'the digest of the rules and the version, by a hand',
    record: edited((it: { digests: { regulation: string }; library: object }) => {
      Object.assign(it.digests, { regulation: oneOff(it.digests.regulation) });
      Object.assign(it.library, { version: '0.0.9' });
    }),
    amiss: { regulation: 'digest-touched', library: 'touched' },
  },
  {
    name: 'the digest of the rules, and the input too: the seal cannot tell what was sealed',
    record: edited((it: { digests: { regulation: string }; input: { incident: Incident } }) => {
      Object.assign(it.digests, { regulation: oneOff(it.digests.regulation) });
      Object.assign(it.input.incident, { title: 'another' });
    }),
    amiss: { input: 'touched', regulation: 'changed', seal: 'broken' },
  },
  {
    name: 'the library: recorded by another version',
    record: resealed((it: { library: object }) => Object.assign(it.library, { version: '0.0.9' })),
    amiss: { library: 'changed' },
  },
  {
    name: 'a character of a rule that decides nothing here',
    record,
    rules: ruled('own people only', 'own people onlY'),
    amiss: { regulation: 'changed' },
  },
  {
    name: 'a character of a rule that decides',
    record,
    // The number of persons that is compared with the threshold must be below it, not above.
    rules: ruled(
      '"fact":"leak.persons","operator":"greaterThanInclusive","threshold":"persons"',
      '"fact":"leak.persons","operator":"lessThanInclusive","threshold":"persons"',
    ),
    amiss: { regulation: 'changed', derived: 'different' },
    differences: expect.arrayContaining([{ path: `findings.${LEAK}.status`, recorded: 'met', derived: 'unmet' }]),
  },
  {
    name: 'the outcome, with every digest and the seal made new: no digest shows it, the derivation does',
    record: resealed((it: { outcome: { findings: { [provision: string]: object } } }) =>
      Object.assign(it.outcome.findings[LEAK] ?? {}, { status: 'unmet' }),
    ),
    amiss: { derived: 'different' },
    differences: [{ path: `findings.${LEAK}.status`, recorded: 'unmet', derived: 'met' }],
  },
];

describe('changed', () => {
  test.each(changes)('$name', ({ record, rules, amiss: expected, differences = [] }) => {
    const result = replay(record, rules && { regulation: rules });
    expect(amiss(result)).toEqual(expected);
    expect(result.identical).toBe(false);
    expect(result.differences).toEqual(differences);
    for (const { message } of Object.values(result.checks))
      expect([message.zh, message.en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.any(String)]);
  });

  // What no verdict turns on is held against the rules and the library all the same.
  test.each<[string, object, (record: never) => void]>([
    [
      'the number of the document',
      { regulation: 'relabelled' },
      (it: { regulation: object }) => Object.assign(it.regulation, { number: '1' }),
    ],
    [
      'the day of issue',
      { regulation: 'relabelled' },
      (it: { regulation: object }) => Object.assign(it.regulation, { issued: '2019-12-01' }),
    ],
    [
      'the name of the library',
      { library: 'another' },
      (it: { library: object }) => Object.assign(it.library, { name: 'zerenzhj' }),
    ],
    [
      'the profile',
      { derived: 'different' },
      (it: { policy: object }) => Object.assign(it.policy, { profile: 'national-analogy' }),
    ],
  ])('and sealed anew: %s', (_, expected, edit) => {
    const result = replay(resealed(edit));
    expect([amiss(result), result.identical]).toEqual([expected, false]);
  });

  test('what is refused says why', () => {
    const { faults } = replay(edited((it: { input: object }) => Object.assign(it.input, { asOf: '2024-05-05' })));
    expect(faults.map(({ code, path }) => [code, path])).toEqual([['input/in-the-future', 'occurredAt']]);
  });

  test('both digests of the rules and both versions are told', () => {
    const { checks } = replay(resealed((it: { library: object }) => Object.assign(it.library, { version: '0.0.9' })));
    expect(checks.library.message.en).toMatch(/0\.0\.9 then, \d+\.\d+\.\d+ now/);
    const other = replay(record, { regulation: ruled('own people only', 'own people onlY') }).checks.regulation.message;
    expect(other.zh).toContain(record.digests.regulation);
  });
});

describe('another regulation', () => {
  const fire = loadRegulation('test/second-regulation');
  const recorded = recordAssessment(
    { exit: { blocked: true }, occurredAt: '2024-01-10T10:00:00+08:00' },
    { policy: createPolicy({ regulation: fire }), asOf: '2024-06-30' },
  ).record;

  test('given to the replay, its records replay identically', () => {
    expect(replay(recorded, { regulation: fire }).identical).toBe(true);
  });

  test('not given, nothing is derived', () => {
    const result = replay(recorded);
    expect(amiss(result)).toEqual({ regulation: 'another', derived: 'not-tried' });
    expect(result.checks.regulation.message.en).toContain('fire-safety');
  });

  test('unchecked, it is refused', () => {
    expect(() => replay(recorded, { regulation: structuredClone(fire) })).toThrow('policy/unchecked-regulation');
  });
});

describe('no record', () => {
  const { seal: _, ...unsealed } = record;
  test.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['input/missing-key ']],
    ['a text', 'record', ['input/invalid-type ']],
    ['an assessment', {}, ['input/missing-key format']],
    ['another format', { format: { name: 'zerenzhi-records', version: 2 } }, ['input/unknown-value format.name']],
    [
      'one of the former format: nothing else is said, and nothing read as it is meant today',
      { format: { name: 'zerenzhi-record', version: 1 }, x: 1 },
      ['record/former-format format.version'],
    ],
    [
      'a version of the format that is not known: nothing else is said',
      { format: { name: 'zerenzhi-record', version: 3 }, x: 1 },
      ['input/unknown-value format.version'],
    ],
    [
      'a record with everything missing',
      { format: record.format },
      ['library', 'regulation', 'policy', 'input', 'outcome', 'digests', 'seal'].map(
        (key) => `input/missing-key ${key}`,
      ),
    ],
    [
      'a record with a key more',
      { ...unsealed, seals: record.seal },
      ['input/missing-key seal', 'input/unknown-key seals'],
    ],
    [
      'a record with a fault in two places',
      { ...record, seal: 7, input: { ...record.input, incident: [] } },
      ['input/invalid-type input.incident', 'input/invalid-type seal'],
    ],
    [
      'a record with a key that no data has',
      JSON.parse(JSON.stringify(record).replace('"title"', '"__proto__"')),
      ['input/forbidden-key input.incident'],
    ],
  ])('%s', (_, value, expected) => {
    try {
      replay(value);
    } catch (error) {
      expect((error as ZerenzhiError).diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
      return;
    }
    throw new Error('was accepted');
  });
});

describe('what is written down', () => {
  const options: AssessOptions = { organization, policy, asOf: '2024-06-30' };
  const reversed = (value: unknown): unknown =>
    typeof value !== 'object' || value === null
      ? value
      : Array.isArray(value)
        ? value.map(reversed)
        : Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, part]) => [key, reversed(part)]),
          );

  test('is plain: nothing in it is worked out later, and JSON holds all of it', () => {
    expect(JSON.parse(JSON.stringify(record))).toStrictEqual(record);
    const lazy = (part: unknown): boolean =>
      typeof part === 'object' &&
      part !== null &&
      Object.values(Object.getOwnPropertyDescriptors(part)).some(
        (property) => !('value' in property) || lazy(property.value as unknown),
      );
    expect(lazy(record)).toBe(false);
  });

  test('does not depend on the order of keys', () => {
    const other = recordAssessment(reversed(incident) as Incident, {
      ...options,
      organization: reversed(organization) as Organization,
    }).record;
    expect(other.seal).toBe(record.seal);
    expect(replay(reversed(record)).identical).toBe(true);
  });

  test('is the incident as it was: a later change of it changes nothing', () => {
    const mine = structuredClone(incident) as { leak: { persons: number } };
    const kept = recordAssessment(mine as Incident, options).record;
    mine.leak.persons = 1;
    expect(replay(kept).identical).toBe(true);
    expect(kept.seal).toBe(record.seal);
  });

  test('has no place for what JSON cannot say: no value is no key, -0 is 0', () => {
    const kept = recordAssessment({ ...incident, source: undefined, outage: { hours: -0 } } as never, options).record;
    expect(Object.keys(kept.input.incident)).not.toContain('source');
    expect(kept.input.incident).toHaveProperty('outage.hours', 0);
    expect(kept.seal).toBe(recordAssessment({ ...incident, outage: { hours: 0 } }, options).record.seal);
  });

  test('is what was assessed: what JSON does not show is not assessed either', () => {
    const hidden = Object.defineProperty({ ...incident }, 'leak', { value: incident.leak, enumerable: false });
    const { record: kept, assessment } = recordAssessment(hidden, options);
    expect(assessment.accountability.status).toBe('undetermined');
    expect(replay(kept).identical).toBe(true);
  });

  test('has a time of judgement even where none was given', () => {
    const kept = recordAssessment(incident, { policy }).record;
    expect(kept.input.asOf).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);
    expect(replay(kept).identical).toBe(true);
  });

  test.each<[string, object, string[]]>([
    ['no number', { outage: { hours: Number.NaN } }, ['input/not-plain-data outage.hours']],
    ['half a character, which has no canonical form', { title: 'a\ud83d' }, ['input/not-plain-data title']],
    [
      'what the assessment refuses',
      { attak: {}, units: [{ id: 'a b' }] },
      ['input/invalid-id units[0].id', 'input/unknown-key attak'],
    ],
  ])('is refused: %s', (_, value, expected) => {
    try {
      recordAssessment(value, options);
    } catch (error) {
      expect((error as ZerenzhiError).diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
      return;
    }
    throw new Error('was accepted');
  });

  test('names that objects have of their own are names', () => {
    const units = [{ id: 'constructor', kind: 'college' as const }];
    const kept = recordAssessment(
      { ...incident, units: [{ id: 'constructor' }], systems: null },
      { organization: { units }, asOf: '2024-06-30' },
    ).record;
    expect(replay(JSON.parse(JSON.stringify(kept))).identical).toBe(true);
  });

  test('hostile words stay data, and replay', () => {
    const title = '<script>\u001b[31m=1+1\u202e';
    const kept = recordAssessment({ ...incident, title }, options).record;
    expect(replay(JSON.parse(JSON.stringify(kept))).identical).toBe(true);
    expect(kept.input.incident).toHaveProperty('title', title);
  });
});

describe('replays identically', () => {
  const policies = [
    createPolicy(),
    createPolicy({ profile: 'national-analogy', issueDate: '2019-12-03', presume: false }),
    policy,
  ];

  test.each(readdirSync('fixtures/incidents'))('%s, under each policy', (name) => {
    const fixture = readYaml<Incident>(`fixtures/incidents/${name}`);
    for (const policy of policies)
      expect(amiss(replay(recordAssessment(fixture, { organization, policy, asOf: '2026-06-30' }).record))).toEqual({});
  });

  test('each of many generated incidents', () => {
    const many = sized(500, 10_000);
    const random = seeded(20260307);
    let identical = 0;
    for (let i = 0; i < many; i++) {
      const of = policies[Math.floor((3 * i) / many)] ?? policy;
      const { record } = repaired(randomIncident(random), (incident) =>
        recordAssessment(incident, { policy: of, asOf: '2024-12-31' }),
      ).result;
      if (replay(record).identical) identical++;
    }
    expect(identical).toBe(many);
  });
});
