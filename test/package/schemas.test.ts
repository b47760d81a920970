import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DURATION, TIME_TEXT } from '../../scripts/schemas/patterns.js';
import { DATE } from '../../src/authoring/schemas/json-schema.js';
import {
  assessIncident,
  checkUnitObligations,
  createPolicy,
  type DiagnosticCode,
  type Incident,
  type Organization,
  type Policy,
  type PolicyOptions,
  resolveResponsibilityChain,
} from '../../src/index.js';
import { isId } from '../../src/model/fields.js';
import { parseTime } from '../../src/model/time.js';
import { recordAssessment } from '../../src/record/index.js';
import { isLocalDate, parseDuration } from '../../src/regulation/dates.js';
import { given, readYaml } from '../support/fixtures.js';
import { randomIncident, repaired, seeded } from '../support/incidents.js';
import { sized } from '../support/size.js';
import { TABLES } from '../support/tables.js';

// The schemas as they are published, held against what the functions take, refuse and return.
const ajv = new Ajv2020.default({ strict: true, strictRequired: false, allowUnionTypes: true });
const NAMES = [
  'incident',
  'organization',
  'unit',
  'policy',
  'overlay',
  'assessment',
  'chain',
  'obligations',
  'record',
] as const;
type Name = (typeof NAMES)[number];
const schema = (name: Name) =>
  JSON.parse(readFileSync(`dist/schemas/${name}.json`, 'utf8')) as { [key: string]: never };
const validators = Object.fromEntries(NAMES.map((name) => [name, ajv.compile(schema(name))])) as {
  [name in Name]: ReturnType<typeof ajv.compile>;
};

/** The faults a schema finds in what JSON makes of a value. */
const faults = (name: Name, value: unknown): string[] => {
  validators[name](JSON.parse(JSON.stringify(value)));
  return (validators[name].errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

/** What a function returned: as its schema says, and JSON holds all of it. */
const returned = (name: Name, value: object) => {
  expect(faults(name, value)).toEqual([]);
  expect(isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)).toBe(true);
};

const organization = given('fixtures/organizations/university.yaml') as Organization;
const files = (folder: string) =>
  readdirSync(`fixtures/${folder}`).map((name): [string, never] => [name, readYaml(`fixtures/${folder}/${name}`)]);
const POLICIES: readonly PolicyOptions[] = [
  {},
  { overlays: files('overlays').map(([, overlay]) => overlay) },
  { profile: 'national-analogy', issueDate: '2019-12-03', presume: false },
  {
    terms: {
      'prolonged-outage': [
        { hours: 24, until: '2023-12-31', source: { title: 'notice', number: '1', article: 2 } },
        { hours: 12, from: '2024-01-01' },
      ],
    },
    rulings: {
      'art8.grade': 'formal',
      'art8.clock': [{ reading: 'occurrence', from: '2020-01-01', source: { title: 'ruling' } }],
    },
  },
];

test('each has a name of its own, in draft 2020-12', () => {
  expect(readdirSync('dist/schemas').sort()).toEqual(NAMES.map((name) => `${name}.json`).sort());
  expect(NAMES.map((name) => [schema(name).$schema, schema(name).$id])).toEqual(
    NAMES.map((name) => ['https://json-schema.org/draft/2020-12/schema', `urn:zerenzhi:schema:${name}`]),
  );
});

test('facts are told in both languages, with their questions', () => {
  const { leak } = schema('incident').properties as unknown as {
    leak: { anyOf: [{ properties: { persons: object } }] };
  };
  expect(leak.anyOf[0].properties.persons).toMatchObject({
    title: expect.stringMatching(/\p{Script=Han}.* · .*[a-z]/u),
    description: expect.stringContaining('?'),
  });
});

describe('what the functions take', () => {
  test.each(files('incidents'))('%s', (_, value) => expect(faults('incident', value)).toEqual([]));
  test.each(files('organizations'))('%s', (_, value) => expect(faults('organization', value)).toEqual([]));
  test.each(files('units'))('%s', (_, value) => expect(faults('unit', value)).toEqual([]));
  test.each(files('overlays'))('%s', (_, value) => expect(faults('overlay', value)).toEqual([]));
  test('evidence of a duty of the unit’s own', () => {
    const evidence = (obligation: string) => ({ evidence: [{ obligation, on: '2024-05-06' }] });
    expect(faults('unit', evidence('own.drill'))).toEqual([]);
    expect(faults('unit', evidence('owned.drill'))).not.toEqual([]);
  });
  test.each(TABLES)('policies and records of $table', ({ scenarios }) => {
    for (const { documents } of scenarios)
      for (const name of ['policy', 'incident', 'organization'] as const)
        if (documents[name] !== undefined) expect(faults(name, documents[name])).toEqual([]);
  });
  test.each(POLICIES)('%j', (options) => {
    createPolicy(options);
    expect(faults('policy', options)).toEqual([]);
  });
});

describe('what the functions return', () => {
  const asOf = '2026-06-30';
  const check = (incident: Incident, options: { policy: Policy; organization?: Organization }) => {
    const { record, assessment } = recordAssessment(incident, { ...options, asOf });
    returned('assessment', assessment);
    returned('record', record);
    returned('chain', resolveResponsibilityChain({ incident }, { organization: {}, ...options, asOf }));
  };

  describe.each(POLICIES.map((options) => ({ options })))('under $options', ({ options }) => {
    const policy = createPolicy(options);
    test.each(files('incidents'))('%s', (_, incident) => check(incident, { policy, organization }));
    test.each(files('units'))('%s', (_, unit) => {
      returned('obligations', checkUnitObligations(unit, { policy, organization, asOf }));
    });
    test('every unit and system of the organization', () => {
      for (const { id } of organization.units ?? [])
        returned('chain', resolveResponsibilityChain({ unit: id }, { policy, organization, asOf }));
      for (const { id } of organization.systems ?? [])
        returned('chain', resolveResponsibilityChain({ system: id }, { policy, organization, asOf }));
    });
    test('generated incidents; each is also one that the schema of incidents takes', () => {
      const random = seeded(7);
      for (let i = 0; i < sized(40, 150); i++) {
        const { incident } = repaired(randomIncident(random), (incident) => assessIncident(incident, { policy, asOf }));
        expect(faults('incident', incident)).toEqual([]);
        check(incident, { policy });
        // That it is a college may show a breach that is denied.
        const { duty: _, ...undenied } = incident;
        const unit = { kind: 'college', incidents: [undenied] } as const;
        expect(faults('unit', unit)).toEqual([]);
        returned('obligations', checkUnitObligations(unit, { policy, asOf }));
      }
    });
  });

  test('the obligations of a unit of which nothing is known', () => {
    returned('obligations', checkUnitObligations({}, { asOf }));
  });

  test('a key more, or one less, is not what they return', () => {
    const assessment = JSON.parse(JSON.stringify(assessIncident({}, { asOf }))) as { [key: string]: unknown };
    expect(faults('assessment', { ...assessment, more: 1 })).not.toEqual([]);
    const { chain: _, ...less } = assessment;
    expect(faults('assessment', less)).not.toEqual([]);
  });
});

describe('what the functions refuse', () => {
  // What no schema can tell of one document: each with the reason.
  const BEYOND: { readonly [code in DiagnosticCode]?: string } = {
    'input/contradiction': 'one fact against another, by the rules',
    'input/out-of-order': 'two times or days of a document compared',
    'input/in-the-future': 'a time compared with the time of judgement',
    'input/duplicate': 'identifiers compared with each other',
    'organization/unknown-unit': 'a name that another part of the organization, or another document, must have',
    'organization/unknown-system': 'the same, of systems',
    'organization/unknown-post': 'the same, of posts',
    'organization/cycle': 'parents followed from unit to unit',
    'policy/overlapping-dates': 'two periods compared',
    'policy/looser-than-implied': 'a value of one term against that of another',
    'policy/issue-date-year': 'a day compared with the year of the regulation',
    'overlay/no-power': 'a day compared with that of the regulation',
    'overlay/not-competent': 'which names of units are those of bodies',
    'overlay/facts-only': 'what conditions name, by what it is said of',
    'overlay/conflict': 'two overlays compared',
    'overlay/weaker': 'a value of an overlay against that of the policy',
    'overlay/not-comparable': 'the same',
    'unit/needs-system': 'turns on which obligation is named',
    'unit/not-per-system': 'the same',
    'unit/needs-units': 'the same',
    'unit/not-per-unit': 'the same',
    'unit/needs-activity': 'the same',
    'unit/not-per-activity': 'the same',
    'unit/no-day-set': 'the same',
    'unit/unknown-activity': 'a reference inside the document',
    'unit/unknown-notice': 'the same',
  };
  const codesOf = (lines: readonly string[]) => lines.map((line) => /\[([^[\]]*)\]$/.exec(line)?.[1] as DiagnosticCode);
  const TABLES: readonly (readonly [string, Name])[] = [
    ['incidents', 'incident'],
    ['organizations', 'organization'],
    ['units', 'unit'],
    ['policies', 'policy'],
  ];

  describe.each(TABLES)('%s', (table, name) => {
    test.each(readYaml<{ name: string; input: unknown; expect: string[] }[]>(`fixtures/invalid/${table}.yaml`))(
      '$name',
      ({ input, expect: lines }) => {
        const told = codesOf(lines).some((code) => BEYOND[code] === undefined);
        expect(faults(name, input).length > 0).toBe(told);
      },
    );
  });

  test('a record that is none', () => {
    const { record } = recordAssessment({}, { asOf: '2024-06-30' });
    for (const wrong of [
      { ...record, format: { ...record.format, version: 1 } },
      { ...record, more: 1 },
      { ...record, seal: undefined },
      { ...record, outcome: {} },
    ])
      expect(faults('record', wrong)).not.toEqual([]);
  });
});

describe('patterns say what the fields test', () => {
  const agrees = (pattern: string, test: (text: string) => boolean, texts: fc.Arbitrary<string>) => {
    const regExp = new RegExp(pattern, 'u');
    fc.assert(
      fc.property(texts, (text) => {
        expect(regExp.test(text)).toBe(test(text));
      }),
      { numRuns: sized(1_000, 5_000) },
    );
  };
  const digits = (max: number, length: number) =>
    fc.integer({ min: 0, max }).map((n) => String(n).padStart(length, '0'));
  const year = fc.oneof(
    fc.constantFrom('1900', '2000', '2023', '2024', '2100', '2400'),
    fc.integer({ min: 1000, max: 9999 }).map(String),
  );
  const day = fc
    .tuple(year, digits(13, 2), fc.oneof(digits(32, 2), fc.constantFrom('28', '29', '30', '31')))
    .map((parts) => parts.join('-'));
  const time = fc
    .tuple(digits(24, 2), digits(60, 2), fc.option(digits(60, 2), { nil: undefined }))
    .map((parts) => parts.filter((part) => part !== undefined).join(':'));
  const offset = fc.oneof(
    fc.constantFrom('Z', '', '+08:00', '-14:59', '+15:00', '+8:00'),
    fc.tuple(digits(15, 2), digits(60, 2)).map((parts) => `+${parts.join(':')}`),
  );
  const reads = (text: string) => 'from' in parseTime(text);
  const fraction = fc.constantFrom('', '', '.1', '.123', '.1234', '.');

  test('days', () => agrees(DATE.pattern, isLocalDate, fc.oneof(day, fc.string())));
  test('every day of four hundred years', () => {
    const regExp = new RegExp(DATE.pattern, 'u');
    for (let y = 2000; y < 2400; y++)
      for (const month of ['01', '02', '04', '12'])
        for (const of of ['28', '29', '30', '31', '32'])
          expect(regExp.test(`${y}-${month}-${of}`)).toBe(isLocalDate(`${y}-${month}-${of}`));
  });
  test('instants', () => {
    const instants = fc.tuple(day, time, fraction, offset).map(([d, t, f, o]) => `${d}T${t}${f}${o}`);
    agrees(TIME_TEXT.pattern, reads, fc.oneof(instants, day, fc.string()));
  });
  test('times as people write them', () => {
    const two = (max: number) => fc.oneof(digits(max, 1), digits(max, 2));
    const ends = fc.constantFrom('28', '29', '30', '31');
    const clocks = fc.tuple(two(25), digits(61, 2), fc.option(digits(60, 2), { nil: undefined }));
    const written = fc
      .tuple(year, two(13), fc.oneof(two(32), ends), clocks, fc.nat({ max: 5 }))
      .chain(([y, m, d, [h, min, s], length]) => {
        const clock = [h, min, ...(s === undefined ? [] : [s])].join(':');
        const chinese = `${y}年${m}月${d}日`;
        return fc.constantFrom(
          [y, m, d].slice(0, length).join('-'),
          [y, m, d].slice(0, length).join('/'),
          `${y}-${m}-${d} ${clock}`,
          `${y}-${m}-${d}T${clock}`,
          `${y}/${m}/${d} ${clock}`,
          `${y}年`,
          `${y}年${m}月`,
          chinese,
          `${chinese} ${clock}`,
          `${chinese}${h}时`,
          `${chinese}${h}点${min}分`,
          `${chinese}${h}时${min}分${s ?? 0}秒`,
        );
      });
    agrees(TIME_TEXT.pattern, reads, written);
  });
  test('durations', () => {
    const part = (unit: string) =>
      fc.oneof(
        fc.constant(''),
        fc.integer({ min: 0, max: 20 }).map((n) => `${n}${unit}`),
      );
    const durations = fc
      .tuple(fc.constantFrom('P', 'P', ''), part('Y'), part('M'), part('W'), part('D'))
      .map((parts) => parts.join(''));
    agrees(DURATION.pattern, (text) => parseDuration(text) !== undefined, fc.oneof(durations, fc.string()));
  });
  test('identifiers', () => {
    const properties = schema('incident').properties as unknown as { id: { pattern: string } };
    const unit = fc.constantFrom(...'aZ9._:/- 学校é̈😀\n');
    agrees(
      properties.id.pattern,
      isId,
      fc.oneof(
        fc.string({ unit, maxLength: 6 }),
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 126, max: 131 }).map((n) => 'x'.repeat(n)),
      ),
    );
  });
});
