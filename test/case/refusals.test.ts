import { describe, expect, test } from 'vitest';
import {
  assessIncident,
  assessIncidents,
  checkUnitObligations,
  createPolicy,
  type Diagnostic,
  findingOf,
  formatDiagnostic,
  reasonOf,
  resolveResponsibilityChain,
  ZerenzhiError,
} from '../../src/index.js';
import { interview, settle, whatIf } from '../../src/inquiry/index.js';
import { engineFor, factsOf, rulesOf, runnerFor } from '../../src/interop/json-rules-engine/index.js';
import { queryOf, rowsOf, tableOf } from '../../src/interop/sql/index.js';
import { compareWithRecord, recordAssessment, replay } from '../../src/record/index.js';

const asOf = '2024-06-30';

/** The diagnostics of a refusal; fails where nothing is refused, or where anything but a refusal leaves. */
function refusal(work: () => unknown): readonly Diagnostic[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ZerenzhiError) return error.diagnostics;
    throw error;
  }
  throw new Error('was accepted');
}
const told = (work: () => unknown): string[] =>
  refusal(work).map(({ document, code, path }) => [document, path, code].filter(Boolean).join(' '));

/** Every function that takes options, with nothing else wrong. */
const FUNCTIONS: { readonly [name: string]: (options: never) => unknown } = {
  assessIncident: (options) => assessIncident({}, options),
  assessIncidents: (options) => [...assessIncidents([{}], options)],
  resolveResponsibilityChain: (options) => resolveResponsibilityChain({ unit: 'a' }, options),
  checkUnitObligations: (options) => checkUnitObligations({}, options),
  settle: (options) => settle({}, options),
  whatIf: (options) => whatIf({}, 'art9.p2.i3', options),
  interview: (options) => interview(createPolicy(), options).start(),
  recordAssessment: (options) => recordAssessment({}, options),
  compareWithRecord: (options) => compareWithRecord(recordAssessment({}, { asOf }).record, {}, options),
  factsOf: (options) => factsOf({}, options),
  runnerFor: (options) => runnerFor(options),
};

describe.each(Object.entries(FUNCTIONS))('the options of %s', (name, run) => {
  test.each([
    ['a text', 'asOf'],
    ['null', null],
    ['a list', [asOf]],
    ['a number', 1],
  ])('are refused if they are %s', (_, options) => {
    expect(told(() => run(options as never))).toEqual(['options input/invalid-type']);
  });

  test.each(['asof', 'organisation', 'polcy'])('are refused with a key that is misspelt: %s', (key) => {
    const faults = refusal(() => run({ [key]: undefined } as never));
    expect(faults).toMatchObject([{ document: 'options', path: key, code: 'input/unknown-key' }]);
    // What is not an option of this function has no slip to be told.
    const isOption = !(key === 'polcy' && name === 'interview');
    expect(faults[0]?.nearest !== undefined).toBe(isOption);
  });

  test('are refused with a time that is none, and with one beyond what calendars hold', () => {
    expect(told(() => run({ asOf: new Date(0) } as never))).toEqual(['options asOf input/invalid-type']);
    expect(told(() => run({ asOf: '2024-13-01' } as never))).toEqual(['options asOf input/no-such-time']);
    expect(told(() => run({ asOf: '9999-12-31' } as never))).toEqual(['options asOf input/out-of-range']);
    expect(told(() => run({ asOf: '9999-12-31T23:00:00-14:00' } as never))).toEqual([
      'options asOf input/out-of-range',
    ]);
  });

  test('are read once, and a getter that throws is a refusal', () => {
    const hostile = Object.defineProperty({}, 'asOf', {
      enumerable: true,
      get: () => {
        throw new TypeError('mine');
      },
    });
    expect(told(() => run(hostile as never))).toEqual(['options asOf input/not-plain-data']);
  });
});

describe.each<[string, (options: never) => unknown]>([
  ['tableOf', (options) => tableOf(options)],
  ['queryOf', (options) => queryOf(options)],
  ['rowsOf', (options) => rowsOf(options)],
  ['rulesOf', (options) => rulesOf(options)],
  ['engineFor', (options) => engineFor(options)],
  ['replay', (options) => replay({}, options)],
])('the options of %s', (_, run) => {
  test.each([
    ['a text', 'x'],
    ['a list', []],
    ['a misspelt key', { dilect: 'duckdb' }],
    ['null', null],
  ])('are refused if they are %s', (_, options) => {
    for (const { document } of refusal(() => run(options as never))) expect(document).toBe('options');
  });
});

test('what a chain is asked for is one thing, and an incident is read as everywhere', () => {
  const run = (subject: unknown) => told(() => resolveResponsibilityChain(subject, { organization: {}, asOf }));
  expect(run({ unit: 'a', system: 'b' })).toEqual(['options input/invalid-type']);
  expect(run({})).toEqual(['options input/invalid-type']);
  expect(run('a')).toEqual(['options input/invalid-type']);
  expect(run({ unti: 'a' })).toEqual(['options unti input/unknown-key']);
  expect(run({ unit: ' ' })).toEqual(['options unit input/invalid-id']);
  // A finding against the facts is refused here as it is by the assessment.
  const contradictory = {
    report: { status: 'none' },
    'report-elsewhere': { status: 'none' },
    findings: { 'timely-report': true },
  };
  expect(run({ incident: contradictory })).toEqual(['incident findings.timely-report input/contradiction']);
  expect(told(() => assessIncident(contradictory as unknown, { asOf }))).toEqual(run({ incident: contradictory }));
});

test('every fault of every stage is told at once, each with the document it stands in', () => {
  const organization = {
    units: [{ id: 'college-a' }, { id: 7 }],
    posts: [{ id: 'p', unit: 'college-b', role: 'dean' }],
  };
  const incident: unknown = {
    attak: {},
    outage: { hours: -1 },
    occurredAt: '2024-05-06T08:00:00+08:00',
    discoveredAt: '2024-05-05T08:00:00+08:00',
    findings: { 'prolonged-outage': 'yes' },
  };
  expect(told(() => assessIncident(incident, { organization, asof: asOf, asOf } as never)).sort()).toEqual(
    [
      'incident attak input/unknown-key',
      'incident discoveredAt input/out-of-order',
      'incident findings.prolonged-outage input/invalid-type',
      'incident outage.hours input/out-of-range',
      'options asof input/unknown-key',
      'organization posts[0].role input/unknown-value',
      'organization posts[0].unit organization/unknown-unit',
      'organization units[1].id input/invalid-type',
    ].sort(),
  );
});

test('a fault of shape hides neither an unknown system nor an unknown obligation', () => {
  const organization = { units: [{ id: 'college-a' }], systems: [{ id: 'portal' }] };
  expect(
    told(() => assessIncident({ title: 7, systems: [{ id: 'potral' }] } as unknown, { organization, asOf })),
  ).toEqual(['incident title input/invalid-type', 'incident systems[0].id organization/unknown-system']);
  const file: unknown = {
    name: 7,
    evidence: [{ obligation: 'art7.p2.i3.plam', on: '2024-01-01' }],
    incidents: [{ units: [{ id: 'x' }] }],
  };
  expect(told(() => checkUnitObligations(file, { organization, asOf }))).toEqual([
    'unit name input/invalid-type',
    'unit evidence[0].obligation unit/unknown-obligation',
    'unit incidents[0].units[0].id organization/unknown-unit',
  ]);
});

test('a policy tells all its faults at once, and nothing that is none is taken for one', () => {
  const options: unknown = {
    profile: 7,
    terms: { 'prolonged-outrage': { hours: 1 }, 'prolonged-outage': { hours: 'x' } },
    rulings: { 'art8.grades': 'formal' },
  };
  expect(told(() => createPolicy(options as never))).toEqual([
    'policy profile input/invalid-type',
    'policy terms.prolonged-outage[0].hours input/invalid-type',
    'policy terms.prolonged-outrage policy/unknown-term',
    'policy rulings.art8.grades policy/unknown-question',
  ]);
  for (const [given, code] of [
    [null, 'input/invalid-type'],
    ['bare-text', 'input/invalid-type'],
    [[], 'input/invalid-type'],
    [{ terms: { toString: [] } }, 'policy/unknown-term'],
    [{ terms: { 'prolonged-outage': null } }, 'input/invalid-type'],
    [{ terms: 'x' }, 'input/invalid-type'],
    [{ regulation: 'x' }, 'policy/unchecked-regulation'],
    [{ regulation: {} }, 'policy/unchecked-regulation'],
  ] as const)
    expect(refusal(() => createPolicy(given as never)).map((fault) => fault.code)).toContain(code);
});

test('values end where calendars end, and an error says so', () => {
  const policy = (terms: object) =>
    refusal(() => createPolicy({ terms } as never)).map((fault) => formatDiagnostic(fault));
  expect(policy({ 'regular-testing': { every: 'P9999Y' } })).toEqual([
    'terms.regular-testing[0].every: `P9999Y` is not a duration; write for example P1Y, P6M (≤ P1000Y) [rule/invalid-duration]',
  ]);
  expect(policy({ 'regular-testing': { every: 'P300000Y' } })).toHaveLength(1);
  expect(policy({ 'timely-report': { hours: 1e12 } })).toEqual([
    'terms.timely-report[0].hours: `1000000000000` is out of range; expected ≤ 8760000 [input/out-of-range]',
  ]);
  expect(told(() => assessIncident({ occurredAt: '9000-01-01T00:00:00Z' }, { asOf }))).toEqual([
    'incident occurredAt input/out-of-range',
  ]);
  // At the last day that is read, with the longest limit, times are still told.
  const longest = createPolicy({
    terms: { 'first-moment-report': { hours: 8_760_000 } },
    rulings: { 'art8.clock': 'occurrence' },
  });
  const incident = {
    incident: { occurred: true, grade: 'major' as const },
    occurredAt: '8999-12-31T08:00:00+08:00',
    findings: { 'serious-incident': true },
    units: [{ id: 'college-a' }],
  };
  const { responses } = assessIncident(incident, { policy: longest, asOf: '8999-12-31' });
  expect(responses.flatMap(({ due }) => due.map(({ at }) => at))).toContain('9999-05-03T08:00:00+08:00');
});

test('a name is proposed only where it may be a slip', () => {
  const nearest = (incident: unknown) =>
    refusal(() => assessIncident(incident, { asOf })).map((fault) => fault.nearest);
  // `none` is the opposite of what was meant by `done`.
  expect(nearest({ report: { status: 'done' } })).toEqual([undefined]);
  expect(nearest({ atack: {} })).toEqual(['attack']);
  const organization = { units: [{ id: 'college-a', name: '药学院' }] };
  expect(
    refusal(() => assessIncident({ units: [{ id: 'x' }] } as unknown, { organization, asOf }))[0]?.nearest,
  ).toBeUndefined();
  // Who gives the name of a unit, where its id belongs, is told the id.
  const byName = refusal(() => resolveResponsibilityChain({ unit: '药学院' }, { organization, asOf }));
  expect(byName).toMatchObject([{ code: 'organization/unknown-unit', nearest: 'college-a' }]);
});

test('a fact by its dotted name is told to be nested', () => {
  const [fault] = refusal(() => assessIncident({ 'leak.persons': 3 } as unknown, { asOf }));
  expect(fault && formatDiagnostic(fault)).toBe(
    'leak.persons: unknown key `leak.persons`; nest it: { leak: { persons: … } } [input/unknown-key]',
  );
});

test('an identifier that is not well formed is told what is', () => {
  const [fault] = refusal(() => assessIncident({ units: [{ id: 'a b' }] } as unknown, { asOf }));
  expect(fault?.expected).toBe('a letter or digit, then letters, digits . _ : / - (128 at most)');
  expect(() => assessIncident({ units: [{ id: '药学院/一:1' }] }, { asOf })).not.toThrow();
});

test('nothing is shared with an error: what it tells cannot be changed by its giver', () => {
  const given = { kinds: ['x'] };
  const [fault] = refusal(() => assessIncident({ title: given } as unknown, { asOf }));
  given.kinds.push('y');
  expect(fault?.value).toBe('{"kinds":["x"]}');
});

test('options that are a promise nobody awaited, a map, a date or of a class are no options', () => {
  class Options {}
  for (const given of [Promise.resolve({ asOf }), new Map([['asOf', asOf]]), new Date(0), new Options()]) {
    expect(told(() => assessIncident({}, given as never))).toEqual(['options input/not-plain-data']);
    expect(told(() => createPolicy(given as never))).toEqual(['policy input/not-plain-data']);
  }
});

test('a word that only says no to another is no slip of it', () => {
  const nearest = (given: unknown) => refusal(() => assessIncident(given, { asOf })).map((fault) => fault.nearest);
  expect(nearest({ handling: { ineffective: true } })).toEqual([undefined]);
  expect(nearest({ findings: { 'untimely-report': true } })).toEqual([undefined]);
  const ruling = { rulings: { 'art9.p2.i1.negation': 'either' } };
  expect(refusal(() => createPolicy(ruling as never)).map((fault) => fault.nearest)).toEqual([undefined]);
});

test('days beyond the calendar are told as such, wherever they stand', () => {
  const far = (work: () => unknown) => refusal(work).map(({ path, expected }) => [path, expected]);
  expect(far(() => assessIncident({}, { asOf: '9999-12-31' }))).toEqual([['asOf', 'year ≤ 8999']]);
  const terms = { 'prolonged-outage': { hours: 24, until: '9999-12-31' } };
  expect(far(() => createPolicy({ terms }))).toEqual([['terms.prolonged-outage[0].until', 'year ≤ 8999']]);
  expect(far(() => createPolicy({ issueDate: '9999-12-31' }))).toEqual([['issueDate', 'year ≤ 8999']]);
  // What an offset carries over the edge lies beyond it too, so that a result can always be read again.
  expect(far(() => assessIncident({}, { asOf: '8999-12-31T23:00:00Z' }))).toEqual([['asOf', 'year ≤ 8999']]);
  expect(far(() => assessIncident({}, { asOf: '0001-01-01T00:00:00+14:00' }))).toEqual([['asOf', 'year ≤ 8999']]);
});

test('an absent value is not there', () => {
  const policy = createPolicy({ terms: { 'prolonged-outage': { hours: 24, until: undefined } }, rulings: undefined });
  expect(policy.terms).toEqual({ 'prolonged-outage': [{ hours: 24 }] });
  const parsed = JSON.parse(JSON.stringify(assessIncident({}, { policy, asOf })));
  expect(reasonOf(parsed, 'art9.p2.i2', { policy }).truth).toBe('undetermined');
  const subject: unknown = { unit: undefined, system: 's' };
  expect(resolveResponsibilityChain(subject, { organization: {}, asOf }).units).toEqual([]);
});

test('an interview takes no other goal than it knows, and its state is its own', () => {
  expect(told(() => interview(undefined, { asOf, goal: 'finding' } as never).start())).toEqual([
    'options goal input/unknown-value',
  ]);
  const mine = { leak: { occurred: true } };
  const { incident } = interview(undefined, { asOf }).start(mine);
  expect(incident).toEqual(mine);
  expect(incident).not.toBe(mine);
  expect(incident.leak).not.toBe(mine.leak);
});

test('an error that an app derives is its own', () => {
  class Mine extends ZerenzhiError {}
  expect(new ZerenzhiError([])).not.toBeInstanceOf(Mine);
  expect(new Mine([])).toBeInstanceOf(ZerenzhiError);
  expect(new Mine([])).toBeInstanceOf(Mine);
});

test('a ruling that begins after the event has no effect, and the open point says that it exists', () => {
  const policy = createPolicy({ rulings: { 'art9.p2.i3.leak': [{ reading: 'any-loss', from: '2025-01-01' }] } });
  const incident = {
    occurredAt: '2024-05-06T08:00:00+08:00',
    leak: { occurred: true, 'own-persons': false, 'own-management': false, kinds: ['state-secret' as const] },
  };
  const { openPoints } = findingOf(assessIncident(incident, { policy, asOf: '2026-01-01' }), 'art9.p2.i3');
  expect(openPoints).toMatchObject([
    { kind: 'ruling', id: 'art9.p2.i3.leak', given: [{ reading: 'any-loss', from: '2025-01-01' }] },
  ]);
});
