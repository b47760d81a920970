import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { checkUnitObligations, createPolicy, type ObligationReport, type UnitFile } from '../../src/index.js';
import { obligationsCalendar } from '../../src/report/index.js';
import { readYaml } from '../support/fixtures.js';
import { organization } from '../support/pictures.js';

const policy = createPolicy({
  profile: 'national-analogy',
  // The analogy only says what is late; here the plan of the school says what is in time too.
  terms: { 'first-moment-report': { hours: 24 } },
  rulings: { 'art8.clock': 'discovery', 'art8.grade': 'formal' },
});
const file = readYaml<UnitFile>('fixtures/units/academic-affairs.yaml');
const reportOn = (asOf: string, unit: UnitFile = file) => checkUnitObligations(unit, { policy, organization, asOf });

const day = ({ year, month, day }: ICAL.Time) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The calendar as an independent reader understands it. */
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const [alarm] = component.getAllSubcomponents('valarm');
    return {
      uid: event.uid,
      due: event.startDate.isDate ? day(event.startDate) : event.startDate.toJSDate().toISOString(),
      stamp: component.getFirstPropertyValue('dtstamp')?.toString(),
      summary: event.summary,
      description: event.description.split('\n'),
      category: component.getFirstPropertyValue('categories'),
      alarm: alarm?.getFirstPropertyValue('trigger')?.toString(),
    };
  });

const NEAR = ['art7.p2.i2.risk-analysis', 'art7.p2.i2.vulnerability-test'];
const duty = (name: string) => `academic-affairs/${name}/system/student-records@zerenzhi`;

// By the profile a system of level 3 is analysed and tested once a year: analysed on 1 March 2024, tested on 10 July 2023.
describe('what is due, as of a day', () => {
  test.each([
    {
      name: 'ten days before: the test is due soon',
      asOf: '2024-06-30',
      due: ['2025-03-01', '2024-07-10'],
      states: ['已履行', '将到期'],
      alarms: ['-P7D', '-P7D'],
    },
    {
      name: 'the day after: it is overdue, with its day',
      asOf: '2024-07-11',
      due: ['2025-03-01', '2024-07-10'],
      states: ['已履行', '已逾期'],
      alarms: ['-P7D', undefined],
    },
  ])('$name', ({ asOf, due, states, alarms }) => {
    const events = read(obligationsCalendar(reportOn(asOf)));
    expect(events.map(({ uid }) => uid)).toEqual(NEAR.map(duty));
    expect(events.map(({ due }) => due)).toEqual(due);
    expect(events.map(({ category }) => category)).toEqual(states);
    expect(events.map(({ alarm }) => alarm)).toEqual(alarms);
    // The end of the day in Asia/Shanghai, and no clock of ours.
    expect(events.map(({ stamp }) => stamp)).toEqual(due.map(() => `${asOf}T15:59:59Z`));
  });
});

test('an event says what, by which words, for what, and how it stands', () => {
  const [, event] = read(obligationsCalendar(reportOn('2024-07-11'), { lang: 'en' }));
  expect(event?.summary).toBe('[overdue] test the system for vulnerabilities regularly (system 学籍系统)');
  expect(event?.description).toEqual([
    'as of 2024-07-11: overdue',
    'unit: 教务处',
    'system: 学籍系统',
    'Art. 7 ¶2 (2) “系统漏洞测试”',
  ]);
});

test('a report that is awaited has an hour, and an alarm two hours before', () => {
  const incident = {
    id: 'i-1',
    occurredAt: '2024-05-07T08:00:00+08:00',
    discoveredAt: '2024-05-07T12:00:00+08:00',
    incident: { occurred: true, grade: 'major' as const },
    report: { status: 'pending' as const },
  };
  const unit: UnitFile = { id: 'academic-affairs', kind: 'department', incidents: [incident] };
  const awaiting = read(obligationsCalendar(reportOn('2024-05-07T13:00:00+08:00', unit)));
  // Twenty-four hours from discovery: noon of the next day in Asia/Shanghai.
  expect(awaiting).toMatchObject([
    {
      uid: 'academic-affairs/art8.report/incident/i-1@zerenzhi',
      due: '2024-05-08T04:00:00.000Z',
      category: '将到期',
      alarm: '-PT2H',
    },
  ]);
  const missed = read(obligationsCalendar(reportOn('2024-05-09', unit)));
  expect(missed).toMatchObject([
    { uid: awaiting[0]?.uid, due: awaiting[0]?.due, category: '已逾期', alarm: undefined },
  ]);
  // What was reported in its time is due no more.
  const done = { ...unit, incidents: [{ ...incident, report: { at: '2024-05-07T14:00:00+08:00' } }] };
  expect(read(obligationsCalendar(reportOn('2024-05-09', done)))).toEqual([]);
});

const UNITS = ['academic-affairs', 'network-college', 'technology-centre', 'hospital', 'leading-group'];
test.each(UNITS)('%s: the dates of the calendar are those of the report, in lines of at most 75 octets', (id) => {
  const report = reportOn('2024-06-30', readYaml<UnitFile>(`fixtures/units/${id}.yaml`));
  const text = obligationsCalendar(report);
  const due = report.obligations.flatMap(({ dueOn, status }) =>
    dueOn === undefined || (dueOn.includes('T') && status === 'fulfilled')
      ? []
      : [dueOn.includes('T') ? new Date(dueOn).toISOString() : dueOn],
  );
  const events = read(text);
  expect(events.map(({ due }) => due)).toEqual(due);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  // What an event says of itself stands before its alarm.
  expect(text).not.toMatch(/END:VALARM\r\n(?!END:VEVENT)/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('words of a report are words in the calendar', () => {
  const report = reportOn('2024-06-30');
  const [first] = report.obligations.filter(({ dueOn }) => dueOn !== undefined);
  if (!first) throw new Error('nothing is due');
  const hostile = 'x\r\nEND:VEVENT\r\nATTACH:http://example.org/x;y,z\\n"\u202e\u0000';
  const shaped: ObligationReport = {
    ...report,
    unit: hostile,
    openPoints: [],
    obligations: [
      {
        ...first,
        system: hostile,
        action: { zh: hostile, en: hostile },
      },
    ],
    citations: { ...report.citations, [first.provision]: { ...report.citations[first.provision], quote: hostile } },
  };
  const events = read(obligationsCalendar(shaped));
  expect(events.length).toBe(1);
  expect(events[0]?.summary).toContain('x  END:VEVENT  ATTACH:http://example.org/x;y,z\\n"');
  expect(events[0]?.description.length).toBe(4);
  expect(obligationsCalendar(shaped)).not.toMatch(/^(?:ATTACH|END:VEVENT\r\n.*\r\nEND:VEVENT)/m);
});

test('the duties of several units stand in one calendar', () => {
  const units = ['network-college', 'pharmacy-college', 'academic-affairs'].map((name) =>
    reportOn('2024-06-30', readYaml<UnitFile>(`fixtures/units/${name}.yaml`)),
  );
  const text = obligationsCalendar(units);
  expect(text.match(/^BEGIN:VCALENDAR\r$/gm)).toHaveLength(1);
  const alone = units.flatMap((unit) => read(obligationsCalendar(unit)).map(({ uid }) => uid));
  expect(read(text).map(({ uid }) => uid)).toEqual(alone);
  expect(new Set(alone.map((uid) => uid.split('/')[0])).size).toBeGreaterThan(1);
});
