import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessIncident, createPolicy, type Incident } from '../../src/index.js';
import { ONGOING, parseTime, readTime } from '../../src/model/time.js';

// What is known of a time, in the zone of the regulation: Shanghai, eight hours ahead of UTC, without daylight saving.
const at = (text: string) => Date.parse(`${text}+08:00`);

describe('a time as people write it', () => {
  test.each([
    ['2024-05-06T08:00:00+08:00', '2024-05-06T08:00:00.000', '2024-05-06T08:00:00.000'],
    ['2024-05-06T00:00Z', '2024-05-06T08:00:00.000', '2024-05-06T08:00:00.000'],
    ['2024-05-06T08:00', '2024-05-06T08:00:00.000', '2024-05-06T08:00:00.000'],
    ['2024-05-06 08:00', '2024-05-06T08:00:00.000', '2024-05-06T08:00:00.000'],
    ['2024/5/6 8:00', '2024-05-06T08:00:00.000', '2024-05-06T08:00:00.000'],
    ['2024年5月6日8时30分', '2024-05-06T08:30:00.000', '2024-05-06T08:30:00.000'],
    ['2024年5月6日 8：30', '2024-05-06T08:30:00.000', '2024-05-06T08:30:00.000'],
    ['2024年5月6日8时', '2024-05-06T08:00:00.000', '2024-05-06T08:59:59.999'],
    ['2024-05-06', '2024-05-06T00:00:00.000', '2024-05-06T23:59:59.999'],
    ['2024/5/6', '2024-05-06T00:00:00.000', '2024-05-06T23:59:59.999'],
    ['2024年5月6日', '2024-05-06T00:00:00.000', '2024-05-06T23:59:59.999'],
    ['2024-02', '2024-02-01T00:00:00.000', '2024-02-29T23:59:59.999'],
    ['2024年5月', '2024-05-01T00:00:00.000', '2024-05-31T23:59:59.999'],
    ['2024', '2024-01-01T00:00:00.000', '2024-12-31T23:59:59.999'],
    ['2024年', '2024-01-01T00:00:00.000', '2024-12-31T23:59:59.999'],
  ])('%s', (text, from, until) => expect(parseTime(text)).toEqual({ from: at(from), until: at(until) }));

  test('every moment of a day lies in the day, the month and the year that it is written in', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('1990-01-01T00:00'), max: at('2090-01-01T00:00') }), (ms) => {
        const local = new Date(ms + 8 * 3_600_000).toISOString().slice(0, -1);
        expect(parseTime(`${local}+08:00`)).toEqual({ from: ms, until: ms });
        expect(parseTime(local.replace('T', ' '))).toEqual({ from: ms, until: ms });
        for (const length of [10, 7, 4]) {
          const read = parseTime(local.slice(0, length));
          if (!('from' in read)) throw new Error(read.code);
          expect(read.from <= ms && ms <= read.until).toBe(true);
        }
      }),
    );
  });

  test('what was written is kept, and reads the same again', () => {
    const written = { began: { from: '2018-05', until: '2018-06-10' }, ended: ONGOING };
    const read = readTime(written, 'lasting');
    if (!('written' in read)) throw new Error('not read');
    expect(read.written).toEqual(written);
    expect(readTime(JSON.parse(JSON.stringify(read.written)), 'lasting')).toEqual(read);
  });

  test('a year is read where a file has it as a number', () =>
    expect(readTime(2024, 'moment')).toEqual(readTime('2024', 'moment')));

  test('a day by which something is to be done means its end', () => {
    const end = Date.parse('2024-05-06T23:59:59.999+08:00');
    expect(readTime('2024-05-06', 'deadline')).toEqual({ time: { from: end, until: end }, written: '2024-05-06' });
  });
});

const asOf = '2024-06-30';
const leak: Incident = {
  units: [{ id: 'a', kind: 'college' }],
  incident: { occurred: true },
  leak: { occurred: true, 'own-persons': true, 'own-management': true, kinds: ['state-secret'] },
};
const status = (occurredAt: Incident['occurredAt'], more: Incident = {}) =>
  assessIncident({ ...leak, ...more, occurredAt } as Incident, {
    asOf,
    policy: createPolicy({ issueDate: '2019-11-08' }),
  }).findings.find(({ provision }) => provision === 'art9.p2.i3')?.status;

// Art. 15: 自文件印发之日起施行.
describe('the law of a time that is not known to the moment', () => {
  test.each<[string, Incident['occurredAt'], Incident, string | undefined]>([
    ['all of it after the rules', '2020', {}, 'met'],
    ['all of it before them', '2019-10', {}, 'unmet'],
    ['on either side', '2019-11', {}, 'undetermined'],
    ['between two, on either side', { from: '2019-10-01', until: '2020-01-01' }, {}, 'undetermined'],
    ['by a day before the rules', { until: '2019-11-07' }, {}, 'unmet'],
    ['on either side, but found before the rules', '2019', { discoveredAt: '2019-06-01' }, 'unmet'],
    ['lasted from before into the rules', { began: '2018', ended: '2020' }, {}, 'met'],
    ['lasted, and still goes on', { began: '2018', ended: ONGOING }, {}, 'met'],
    ['lasted, and ended before them', { began: '2018', ended: '2019-11-07' }, {}, 'unmet'],
    ['lasted from before; when it ended is not known', { began: '2018' }, {}, 'undetermined'],
    ['lasted until under the rules, from when is not known', { ended: '2020' }, {}, 'met'],
    [
      'lasted from the one side or the other, and ended on either',
      { began: '2019', ended: '2019' },
      {},
      'undetermined',
    ],
  ])('%s', (_, occurredAt, more, expected) => expect(status(occurredAt, more)).toBe(expected));
});

describe('hours between times that are not known to the moment', () => {
  const hours = (discoveredAt: string, reportedAt: string) =>
    assessIncident({ discoveredAt, report: { at: reportedAt } }, { asOf }).facts.find(
      ({ fact }) => fact === 'report.hours-from-discovery',
    )?.value;
  test.each([
    ['2024-05-06 08:00', '2024-05-06 10:00', 2],
    ['2024-05-06 08:00', '2024-05-07', { atLeast: 16, atMost: 40 - 1 / 3_600_000 }],
    // A report precedes no discovery: of one day both, it was at once or a day after.
    ['2024-05-06', '2024-05-06', { atLeast: 0, atMost: 24 - 1 / 3_600_000 }],
  ])('%s to %s', (discovered, reported, expected) => expect(hours(discovered, reported)).toEqual(expected));

  test.each([
    ['2024-05-06', '2024-05-05'],
    ['2024-05-06 08:00', '2024-05'],
  ])('discovered %s, reported %s: refused only where it cannot have been', (discovered, reported) => {
    const run = () => hours(discovered, reported);
    if (reported === '2024-05-05') expect(run).toThrow('input/out-of-order');
    else expect(run()).toMatchObject({ atLeast: 0 });
  });
});

test('law 1: a time that is narrowed turns no finding', () => {
  const moment = fc.integer({ min: at('2018-01-01T00:00'), max: at('2024-06-01T00:00') });
  const text = (ms: number) => new Date(ms).toISOString();
  fc.assert(
    fc.property(fc.array(moment, { minLength: 4, maxLength: 4 }), (moments) => {
      const [a, b, c, d] = [...moments].sort((one, other) => one - other) as [number, number, number, number];
      const wide = status({ from: text(a), until: text(d) });
      for (const narrow of [status({ from: text(b), until: text(c) }), status(text(b))])
        if (wide !== 'undetermined') expect(narrow).toBe(wide);
      const lasting = status({ began: { from: text(a), until: text(b) }, ended: { from: text(b), until: text(d) } });
      if (lasting !== 'undetermined') expect(status({ began: text(a), ended: text(c) })).toBe(lasting);
    }),
  );
});
