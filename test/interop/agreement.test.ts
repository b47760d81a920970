import { describe, expect, test } from 'vitest';
import { assessIncident, createPolicy, type Incident, type Organization } from '../../src/index.js';
import {
  type Answer,
  type Answers,
  type Read,
  readAll,
  type Setting,
  throughAssessment,
  throughDuckdb,
  throughJsonRulesEngine,
  throughPostgres,
} from '../support/engines.js';
import { readYaml } from '../support/fixtures.js';
import { randomIncident, repaired, seeded } from '../support/incidents.js';
import { sized } from '../support/size.js';
import { TABLES } from '../support/tables.js';

// Law 3: the same incidents, most of them known in part, come out the same in the process, on json-rules-engine and in two databases.

const asOf = '2024-06-30';
const DRAWN = 7_000;
const COUNT = sized(400, DRAWN);
const IN_POSTGRES = sized(200, 1_500);
const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const numbers = {
  profile: 'national-analogy',
  terms: {
    'prolonged-outage': [
      { hours: 24, until: '2024-05-06' },
      { hours: 5, from: '2024-05-07' },
    ],
    // One says only what is timely, one only what is not, one only what is much.
    'timely-report': { hours: 1, settles: 'met' as const },
    'first-moment-report': { hours: 1.5 },
    'timely-handling': { hours: 1 / 3 },
    'timely-rectification': { hours: 24, settles: 'unmet' as const },
    'major-loss': { yuan: 500_000, settles: 'met' as const },
  },
};
const drawn = (seed: number, count = DRAWN): Incident[] => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => randomIncident(random));
};

/** Incidents of the register's units and systems: nothing of them is refused, since a row is made of accepted ones only. */
function registered(setting: Setting): Incident[] {
  const { units = [], systems = [] } = organization;
  return drawn(4, IN_POSTGRES).map((incident, i) => {
    const subject = {
      units: [{ id: units[i % units.length]?.id as string }],
      systems: [{ id: systems[i % systems.length]?.id as string }],
    };
    return repaired({ ...incident, ...subject }, (given) => assessIncident(given, setting)).incident;
  });
}

/** Drawn at random the many elements of an item hardly ever come together: those of the tables do. */
const written = TABLES.filter(({ table }) => table === 'article-09').flatMap(({ scenarios }) =>
  scenarios.flatMap(({ row, documents }) =>
    'incident' in row && typeof row.incident === 'object' && documents.organization === undefined
      ? [documents.incident as Incident]
      : [],
  ),
);

const unpresuming: Setting = {
  asOf,
  organization,
  policy: createPolicy({
    presume: false,
    terms: { 'first-moment-report': { hours: 2 } },
    rulings: { 'art8.grade': 'formal' },
  }),
};
const CASES: { readonly name: string; readonly setting: Setting; readonly incidents: readonly Incident[] }[] = [
  { name: 'the bare text', setting: { asOf, policy: createPolicy() }, incidents: [...written, ...drawn(1)] },
  {
    name: 'terms with numbers, some for a time, and rulings',
    setting: {
      asOf,
      policy: createPolicy({
        ...numbers,
        rulings: { 'art9.p2.i1.clock': 'discovery', 'art9.p2.i1.negation': 'not-both' },
        issueDate: '2019-11-08',
      }),
    },
    incidents: drawn(2),
  },
  {
    name: 'nothing presumed, a ruling from a day',
    setting: {
      asOf,
      policy: createPolicy({
        presume: false,
        rulings: { 'art9.p2.i3.leak': [{ reading: 'own-persons', from: '2024-05-07' }] },
      }),
    },
    incidents: drawn(3),
  },
  { name: 'nothing presumed, with a register', setting: unpresuming, incidents: registered(unpresuming) },
];
const cases = CASES.map(({ incidents, ...one }) => {
  const read = readAll(incidents, one.setting);
  const expected = throughAssessment(read);
  const taken = tellingFirst(expected).slice(0, COUNT);
  return {
    ...one,
    incidents: taken.map((i) => incidents[i] as Incident),
    read: taken.map((i) => read[i] as Read),
    expected: taken.map((i) => expected[i] as Answers),
  };
});

/** First those that give a rule an answer none before them gave, so that a few hold every answer of every rule. */
function tellingFirst(answers: readonly Answers[]): number[] {
  const given = new Set<string>();
  const telling = answers.map((of) => {
    const before = given.size;
    for (const { open_points: _, ...answer } of of)
      for (const [rule, value] of Object.entries(answer)) given.add(`${rule} ${value}`);
    return given.size > before;
  });
  const those = (wanted: boolean) => telling.flatMap((is, i) => (is === wanted ? [i] : []));
  return [...those(true), ...those(false)];
}

test(`the incidents are more than ${3 * COUNT}, some are refused, and every rule comes out each way`, () => {
  const all = cases.flatMap(({ expected }) => expected.flat());
  expect(all.length).toBeGreaterThan(3 * COUNT);
  const statuses = all.map((answer) => answer.accountability ?? 'refused');
  expect([...new Set(statuses)].sort()).toEqual(['not-triggered', 'refused', 'triggered', 'undetermined']);
  const incidentCase = all.filter(({ refused }) => !refused);
  const rules = Object.keys(incidentCase[0] as Answer).filter((name) => name.startsWith('art'));
  expect(rules).toContain('art8.handle:standard');
  for (const rule of rules)
    expect(new Set(incidentCase.map((answer) => answer[rule])), rule).toEqual(new Set([true, false, null]));
});

describe.each(cases)('$name', ({ setting, incidents, read, expected }) => {
  /** Compared one by one: a difference is shown with its incident. */
  const agree = (answers: readonly Answers[], words: (answer: Answer) => Answer = (answer) => answer) => {
    answers.forEach((answer, i) => {
      const wanted = (expected[i] as Answers).map(words);
      if (JSON.stringify(answer) !== JSON.stringify(wanted))
        expect(answer, JSON.stringify(incidents[i])).toEqual(wanted);
    });
  };

  test(`json-rules-engine fires what the assessment finds, of ${incidents.length}`, async () => {
    const answers = await throughJsonRulesEngine(read, setting);
    agree(answers, ({ accountability: _, open_points: __, refused, ...rules }) => (refused ? { refused } : rules));
  });

  test(`DuckDB says the same of ${incidents.length}, what is refused and what is open too`, async () => {
    const answers = await throughDuckdb(incidents, setting);
    expect(answers).toHaveLength(incidents.length);
    agree(answers);
  });

  test(`PostgreSQL says the same of ${IN_POSTGRES}`, async () => {
    const answers = await throughPostgres(incidents.slice(0, IN_POSTGRES), setting);
    expect(answers).toHaveLength(IN_POSTGRES);
    agree(answers);
  });
});
