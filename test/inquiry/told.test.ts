import { describe, expect, test } from 'vitest';
import { createPolicy, type Incident } from '../../src/index.js';
import { interview, numberIn, timeIn } from '../../src/inquiry/index.js';

const incident: Incident = {
  title: '某网站被篡改',
  occurredAt: { from: '2024-05-06', until: '2024-05-07' },
  leak: { occurred: false, persons: null },
  findings: { 'major-loss': true },
};
const about = interview(createPolicy(), { asOf: '2024-06-30' });

describe('what an interview was told', () => {
  test('each answer comes with its question, in the order of the rules, and what nobody knows is among them', () => {
    expect(about.told({ incident }).map(({ id, kind, answer, value }) => [id, kind, answer, value])).toEqual([
      ['occurredAt', 'fact', 'instant', { from: '2024-05-06', until: '2024-05-07' }],
      ['leak.occurred', 'fact', 'boolean', false],
      ['leak.persons', 'fact', 'number', null],
      ['major-loss', 'term', 'boolean', true],
    ]);
    expect(about.told({ incident })[1]).toMatchObject({ ask: { zh: '是否有数据外泄（含被窃取）？' } });
  });

  test('all that can be told is listed once, with whose it is to settle and what may be answered', () => {
    const ids = about.inputs.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const grade = about.inputs.find(({ id }) => id === 'incident.grade');
    expect(grade).toMatchObject({ answer: 'enum', settledBy: { id: 'office' } });
    expect(Object.keys(grade?.options ?? {})).toContain('larger');
    expect(ids).toEqual(expect.arrayContaining(about.told({ incident }).map(({ id }) => id)));
  });

  test('nothing was told where nothing was asked', () => {
    expect(about.told({ incident: {} })).toEqual([]);
  });

  test('an answer is told without working out what to ask next, and comes to the same incident', () => {
    const state = about.start(incident);
    expect(about.tell(state, 'leak.occurred', true)).toEqual(about.answer(state, 'leak.occurred', true).incident);
  });

  test('an answer taken back leaves nothing behind, and the rest as it was', () => {
    expect(about.tell({ incident }, 'major-loss', undefined)).toEqual({
      title: incident.title,
      occurredAt: incident.occurredAt,
      leak: incident.leak,
    });
    expect(about.tell({ incident }, 'leak.persons', undefined).leak).toEqual({ occurred: false });
    // What was not told cannot be taken back, and is no fault.
    expect(about.tell({ incident }, 'attack.occurred', undefined)).toEqual(incident);
    expect(incident.findings).toEqual({ 'major-loss': true });
  });

  test('of a unit that is asked about only its own answers are told and taken back', () => {
    const two: Incident = {
      attack: { occurred: true },
      units: [{ id: 'a' }, { id: 'b', attack: { occurred: false } }],
    };
    const ofB = interview(createPolicy(), { asOf: '2024-06-30', unit: 'b' });
    expect(ofB.told({ incident: two }).map(({ id, value }) => [id, value])).toEqual([['attack.occurred', false]]);
    expect(ofB.tell({ incident: two }, 'attack.occurred', undefined)).toEqual({
      ...two,
      units: [{ id: 'a' }, { id: 'b' }],
    });
    expect(about.told({ incident: two }).map(({ id, value }) => [id, value])).toEqual([['attack.occurred', true]]);
  });

  test('what the rules do not know is refused', () => {
    expect(() => about.tell({ incident }, 'leak.occured', undefined)).toThrow('leak.occurred');
  });
});

describe('what people type', () => {
  test.each([
    ['1200', 1200],
    ['30,000', 30_000],
    ['３万', 30_000],
    ['1.1万', 11_000],
    ['约三万', undefined],
    ['', undefined],
  ])('%s is the number %s', (text, number) => expect(numberIn(text)).toBe(number));

  test.each([
    ['2024-05-06', 'zh', '2024-05-06'],
    ['不晚于2024-05-06', 'zh', { until: '2024-05-06' }],
    ['2024-05-06至2024-05-08之间', 'zh', { from: '2024-05-06', until: '2024-05-08' }],
    ['自2024-05-06起，至今', 'zh', { began: '2024-05-06', ended: 'ongoing' }],
    ['2025年9月12日上午9时许', 'zh', '2025年9月12日9时'],
    ['2025年9月12日下午4点半', 'zh', '2025年9月12日16点30分'],
    ['2025年9月12日中午12点10分', 'zh', '2025年9月12日12点10分'],
    ['2025年9月12日中午11点半', 'zh', '2025年9月12日11点30分'],
    ['2025年9月12日中午1点', 'zh', '2025年9月12日13点'],
    ['2025年9月12日下午12点半', 'zh', '2025年9月12日12点30分'],
    ['2025年9月12日下午15点', 'zh', '2025年9月12日15点'],
    ['2025年9月12日晚上11点', 'zh', '2025年9月12日23点'],
    // Of which day these are is not said: they are left to be refused.
    ['2025年9月12日晚上12点', 'zh', '2025年9月12日晚上12点'],
    ['2025年9月12日凌晨12点', 'zh', '2025年9月12日凌晨12点'],
    ['2025年9月12日晚上1点', 'zh', '2025年9月12日晚上1点'],
    ['2025年9月12日凌晨2点', 'zh', '2025年9月12日2点'],
    ['不晚于2025年9月12日下午4点', 'zh', { until: '2025年9月12日16点' }],
    ['2025-09-12 下午3:20', 'zh', '2025-09-12 15:20'],
    // About a time is no time: how closely it is known has to be said.
    ['2025年9月12日10时左右', 'zh', '2025年9月12日10时左右'],
    ['from 2024-05-06 until 2024-05-08', 'en', { began: '2024-05-06', ended: '2024-05-08' }],
  ] as const)('%s (%s) is %j', (text, lang, time) => expect(timeIn(text, lang)).toEqual(time));

  test.each(['2025年9月12日上午9时许', '2025年9月12日下午4点半', '2025-09-12 下午3:20'])(
    '%s is a time that an incident can have',
    (text) => {
      expect(about.tell({ incident: {} }, 'occurredAt', timeIn(text, 'zh') as string)).toMatchObject({
        occurredAt: timeIn(text, 'zh'),
      });
      const later = interview(createPolicy(), { asOf: '2026-06-30' });
      expect(later.start({ occurredAt: timeIn(text, 'zh') as string }).incident.occurredAt).toBe(timeIn(text, 'zh'));
    },
  );
});
