import { describe, expect, test } from 'vitest';
import { createPolicy, type PolicyOptions, regulation, ZerenzhiError } from '../../src/index.js';
import { powerOn, rolesWithin, termsOfDuties } from '../../src/policy/overlays/power.js';
import { weakeningFaults } from '../../src/policy/overlays/weaker.js';
import type { Regulation, TermValue } from '../../src/regulation/schema.js';

// What of a unit's own rules is refused by the regulation and by the policy that they stand on.

const DAYS = { from: '2024-01-01', until: '2024-12-31' };
const overlay = (more: object) => ({ unit: 'c', document: { title: '学院制度' }, made: '2024-01-01', ...more });

function codes(options: object): string[] {
  try {
    createPolicy(options as PolicyOptions);
    return [];
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) throw error;
    return error.diagnostics.map(({ code, path }) => `${path} ${code}`);
  }
}

describe('which way is stricter', () => {
  const named = (stricter: 'lower' | 'higher') =>
    ({
      terms: { t: { thresholds: { n: { unit: 'n', stricter }, m: { unit: 'm', stricter } } } },
    }) as unknown as Regulation;
  const found = (stricter: 'lower' | 'higher', own: object, limit: TermValue) =>
    weakeningFaults(
      named(stricter),
      { t: [limit] },
      {
        path: 'o',
        title: '',
        days: DAYS,
        duties: [],
        terms: [{ path: 'o.t', term: 't', value: { quote: '', ...own } }],
      },
    ).map(({ code, value, expected }) => [code, value, expected]);

  test.each([
    ['lower', 4, 5, []],
    ['lower', 5, 5, []],
    ['lower', 6, 5, [['overlay/weaker', 6, '≤ 5']]],
    ['higher', 6, 5, []],
    ['higher', 5, 5, []],
    ['higher', 4, 5, [['overlay/weaker', 4, '≥ 5']]],
  ] as const)('the %s: %d where the policy has %d', (stricter, own, limit, told) => {
    expect(found(stricter, { n: own }, { n: limit })).toEqual(told);
  });

  test.each([
    ['another measure', { m: 1 }, { n: 5 }, ['overlay/not-comparable', 'm', 'n']],
    ['a measure less', { n: 1 }, { n: 5, m: 5 }, ['overlay/not-comparable', 'n', 'n, m']],
    ['a measure more', { n: 1, m: 1 }, { n: 5 }, ['overlay/not-comparable', 'n, m', 'n']],
  ])('%s cannot be held against it', (_, own, limit, told) => {
    expect(found('lower', own, limit)).toEqual([told]);
  });

  test('only where both hold on some day', () => {
    expect(found('lower', { n: 6 }, { n: 5, until: '2023-12-31' })).toEqual([]);
    expect(found('lower', { n: 6 }, { n: 5, until: '2024-01-01' })).toHaveLength(1);
    expect(found('lower', { n: 6 }, { n: 5, from: '2025-01-01' })).toEqual([]);
    expect(found('lower', { n: 6 }, { n: 5, made: '2024-12-31' })).toHaveLength(1);
  });
});

describe('cases of an interval', () => {
  const when = (level: number) => ({ fact: 'system.level', operator: 'equal', value: level });
  const profile = 'national-analogy'; // level 3 every year, level 4 every half year
  const own = (value: object) =>
    codes({ profile, overlays: [overlay({ terms: { 'regular-testing': { quote: '定期', ...value } } })] });
  const at = 'overlays[0].terms.regular-testing';

  test('those of the policy, in their order, each as often at least; more may follow', () => {
    const cases = [
      { when: when(3), every: 'P6M' },
      { when: when(4), every: 'P3M' },
    ];
    expect(own({ cases })).toEqual([]);
    expect(own({ cases: [...cases, { when: when(2), every: 'P2Y' }] })).toEqual([]);
    expect(own({ cases: [cases[0], { when: when(4), every: 'P7M' }] })).toEqual([
      `${at}.cases[1].every overlay/weaker`,
    ]);
    expect(own({ cases: cases.slice(0, 1) })).toEqual([`${at} overlay/not-comparable`]);
    expect(own({ cases: cases.toReversed() })).toEqual([`${at} overlay/not-comparable`]);
  });

  test('one interval for all is held against each of them', () => {
    expect(own({ every: 'P6M' })).toEqual([]);
    expect(own({ every: 'P12M' })).toEqual([`${at}.every overlay/weaker`]);
  });
});

describe('who may', () => {
  test('the units of the shipped regulation, from the day it takes effect', () => {
    expect(powerOn(regulation, '2019-01-01', undefined)?.id).toBe('art13.make');
    expect(powerOn(regulation, '2018-12-31', undefined)).toBeUndefined();
    expect(powerOn(regulation, '2019-12-04', '2019-12-05')).toBeUndefined();
  });

  test('a day of issue that is given counts', () => {
    const made = { overlays: [{ ...overlay({}), made: '2019-06-01' }] };
    expect(codes(made)).toEqual([]);
    expect(codes({ ...made, issueDate: '2019-12-05' })).toEqual(['overlays[0] overlay/no-power']);
  });

  test('a department that has a body’s name, and one that the text counts among the units, are units', () => {
    for (const unit of ['discipline', 'publicity', 'technology-centre'])
      expect(codes({ overlays: [{ ...overlay({}), unit }] })).toEqual([]);
    for (const unit of ['party-committee', 'leading-group', 'office'])
      expect(codes({ overlays: [{ ...overlay({}), unit }] })).toEqual(['overlays[0].unit overlay/not-competent']);
  });

  test('roles within a unit bear its duties, and words on whose duties they turn are its to tighten', () => {
    expect(rolesWithin(regulation)).toEqual(['unit-party-head', 'unit-head', 'unit-cybersecurity-lead', 'staff']);
    expect([...(termsOfDuties(regulation, 'unit').get('first-moment-report') ?? [])]).toEqual(['art8.report']);
    expect(termsOfDuties(regulation, 'unit').has('regular-report')).toBe(false);
  });
});

test('competence is told before conflicts, and those before what is weaker', () => {
  const terms = (hours: number) => ({ 'first-moment-report': { quote: '第一时间', hours } });
  const told = codes({
    terms: { 'first-moment-report': { hours: 2 } },
    overlays: [overlay({ terms: terms(3) }), { ...overlay({ terms: terms(4) }), made: '2018-01-01' }],
  });
  expect(told.map((line) => line.split(' ')[1])).toEqual([
    'overlay/no-power',
    'overlay/conflict',
    'overlay/weaker',
    'overlay/weaker',
  ]);
});

test('two that say of no unit contradict nobody', () => {
  const { unit: _, ...nobody } = overlay({ terms: { 'first-moment-report': { quote: '第一时间', hours: 1 } } });
  const other = { ...nobody, terms: { 'first-moment-report': { quote: '第一时间', hours: 2 } } };
  expect(codes({ overlays: [nobody, other] })).toEqual([
    'overlays[0].unit input/missing-key',
    'overlays[1].unit input/missing-key',
  ]);
});

test('what is no plain data is told once', () => {
  expect(codes({ overlays: [overlay({ made: new Date() })] })).toEqual(['overlays[0].made input/not-plain-data']);
});
