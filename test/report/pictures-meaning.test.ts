import { describe, expect, test } from 'vitest';
import { restore } from '../../src/assessment/restore.js';
import {
  type AssessOptions,
  assessIncident,
  createPolicy,
  type Incident,
  type PolicyOptions,
} from '../../src/index.js';
import { chainMermaid, chainSvg, timelineMermaid, timelineSvg } from '../../src/report/index.js';
import { elapsed } from '../../src/report/pictures/elapsed.js';
import { timelineOf } from '../../src/report/pictures/timeline.js';
import { assessed, organization, reported, systemChain } from '../support/pictures.js';
import { readFlowchart } from './mermaid.js';
import { readSvg } from './svg.js';

// The incident is one of 教务处, which manages and uses the system; the technology centre operates it, 学生处 uses it too.
const READINGS: readonly {
  name: string;
  rulings: NonNullable<PolicyOptions['rulings']>;
  managing: string;
  /** They only stand in a relation to the system: whether they had a part is open, whatever 所管辖 covers. */
  others: string;
  school: string;
}[] = [
  {
    name: 'up to the school: it reaches the unit that is named, and the school',
    rulings: { 'art2.units': 'alike', 'art9.p2.first-responsible': 'school' },
    managing: 'thick arrow_point',
    others: 'dotted arrow_point',
    school: 'thick arrow_point',
  },
  {
    name: 'to the unit’s own first responsible person: it stops there',
    rulings: { 'art2.units': 'in-charge', 'art9.p2.first-responsible': 'unit' },
    managing: 'thick arrow_point',
    others: 'dotted arrow_point',
    school: 'normal arrow_cross',
  },
  {
    name: 'no ruling: certain for the unit that is named, open for the others and the school',
    rulings: {},
    managing: 'thick arrow_point',
    others: 'dotted arrow_point',
    school: 'dotted arrow_point',
  },
];

describe.each(READINGS)('$name', ({ rulings, managing, others, school }) => {
  test('by the arrows', async () => {
    const { nodes, edges, groups } = await readFlowchart(
      chainMermaid(assessed({ incident: reported, asOf: '2024-06-30', policy: { rulings } })),
    );
    const groupOf = (node: string) => groups.find((group) => group.nodes.includes(node))?.lines[0];
    const into = (group: string) =>
      new Set(edges.filter(({ end }) => groupOf(end) === group).map(({ stroke, type }) => `${stroke} ${type}`));
    expect(into('教务处')).toEqual(new Set([managing]));
    expect(into('现代教育技术中心')).toEqual(new Set([others]));
    expect(into('学生处')).toEqual(new Set([others]));
    expect(into('校级')).toEqual(new Set([school]));
    expect(nodes.find(({ lines }) => lines[0] === '当事人')?.lines).toContain('● 属于追责范围');
  });
});

test('a vacant post and what is not recorded stand in dashed boxes and in words', async () => {
  const { root, description } = readSvg(chainSvg(systemChain()));
  const dashed = [...root.querySelectorAll('rect.box[stroke-dasharray]')];
  expect(dashed.length).toBe(2);
  expect(description).toContain('单位直接责任人：空缺；第七条第一款。');
  expect(description).toContain('代理 自2019年9月1日');
  expect(description).toContain('! 岗位空缺：副院长');
});

// The hours are made up; no source stands behind them. 办公室 has ruled that the time runs from discovery, at 10:00 on 1 March.
const twoHours: PolicyOptions = {
  terms: { 'first-moment-report': { hours: 2 } },
  rulings: { 'art8.clock': 'discovery', 'art8.grade': 'formal' },
};
const major: Incident = {
  units: [{ kind: 'department' }],
  discoveredAt: '2024-03-01T10:00:00+08:00',
  occurredAt: '2024-03-01T08:00:00+08:00',
  incident: { occurred: true, grade: 'major' },
};
const TIMES: readonly {
  name: string;
  report: NonNullable<Incident['report']>;
  asOf: string;
  order: readonly string[];
  state: string;
}[] = [
  {
    name: 'reported after an hour and a half: before the deadline, in time',
    report: { at: '2024-03-01T11:30:00+08:00' },
    asOf: '2024-06-30',
    order: ['08:00 发生时间', '10:00 发现时间', '11:30 报告时间', '12:00 期限', '23:59:59 评估截止时间'],
    state: '按时',
  },
  {
    name: 'reported as the time ran out: the report stands before the deadline',
    report: { at: '2024-03-01T04:00:00Z' },
    asOf: '2024-06-30',
    order: ['08:00 发生时间', '10:00 发现时间', '12:00 报告时间', '12:00 期限', '23:59:59 评估截止时间'],
    state: '按时',
  },
  {
    name: 'reported after three hours: behind the deadline, late',
    report: { at: '2024-03-01T13:00:00+08:00' },
    asOf: '2024-06-30',
    order: ['08:00 发生时间', '10:00 发现时间', '12:00 期限', '13:00 报告时间', '23:59:59 评估截止时间'],
    state: '逾时',
  },
  {
    name: 'not reported yet an hour after discovery: the deadline is still to come, awaiting',
    report: { status: 'pending' },
    asOf: '2024-03-01T11:00:00+08:00',
    order: ['08:00 发生时间', '10:00 发现时间', '11:00 评估截止时间', '12:00 期限'],
    state: '尚在期限内',
  },
  {
    name: 'not reported yet three hours after discovery: the deadline has passed, overdue',
    report: { status: 'pending' },
    asOf: '2024-03-01T13:00:00+08:00',
    order: ['08:00 发生时间', '10:00 发现时间', '12:00 期限', '13:00 评估截止时间'],
    state: '已逾期',
  },
];

const timeline = (incident: Incident, options: AssessOptions, lang: 'zh' | 'en') => {
  const assessment = assessIncident(incident, options);
  return timelineOf(assessment, restore(assessment).rules, lang);
};

test.each(TIMES)('$name', ({ report, asOf, order, state }) => {
  const incident = { ...major, report };
  const { dated } = timeline(incident, { asOf, policy: createPolicy(twoHours) }, 'zh');
  expect(dated.map(({ time, label }) => `${time.slice(11)} ${label.split('：')[0]}`)).toEqual(order);
  expect(dated.find(({ kind }) => kind === 'deadline')?.lines).toEqual([
    '第一时间报告',
    '对象：网络安全和信息化领导小组办公室',
    state,
  ]);
});

test('where no ruling says from when the time runs, a deadline for each reading', () => {
  const policy = createPolicy({ ...twoHours, rulings: { 'art8.grade': 'formal' } });
  const { dated } = timeline(major, { asOf: '2024-06-30', policy }, 'en');
  expect(dated.flatMap(({ kind, time, lines }) => (kind === 'deadline' ? [`${time} ${lines[0]}`] : []))).toEqual([
    '2024-03-01 10:00 reported immediately (第一时间) (from occurrence)',
    '2024-03-01 12:00 reported immediately (第一时间) (from discovery)',
  ]);
});

test('a duty that is not called up has no deadline', () => {
  const incident: Incident = {
    ...major,
    incident: { occurred: true, grade: 'general' },
    findings: { 'serious-incident': false },
  };
  const { dated, undated } = timeline(incident, { asOf: '2024-06-30', policy: createPolicy(twoHours) }, 'zh');
  expect(dated.filter(({ kind }) => kind === 'deadline')).toEqual([]);
  expect(undated.filter(({ kind }) => kind === 'deadline').map(({ lines }) => lines.at(-1))).toContain('不要求');
});

test('seconds and years stand in one picture, and the longer the time the longer the way, up to a bound', () => {
  const incident: Incident = {
    occurredAt: '2021-03-01T08:00:00+08:00',
    discoveredAt: '2024-03-01T10:00:00+08:00',
    handling: { at: '2024-03-01T10:00:20+08:00' },
    report: { at: '2024-03-01T22:00:20+08:00' },
  };
  const { words, root } = readSvg(timelineSvg(assessIncident(incident, { asOf: '2024-06-30' }), { lang: 'en' }));
  const at = (text: string) => words.find((one) => one.text === text)?.y ?? Number.NaN;
  const [year, second, hour] = [
    at('2024-03-01 10:00') - at('2021-03-01 08:00'),
    at('2024-03-01 10:00:20') - at('2024-03-01 10:00'),
    at('2024-03-01 22:00:20') - at('2024-03-01 10:00:20'),
  ];
  expect(second).toBeGreaterThan(30);
  expect(hour).toBeGreaterThan(second);
  expect(year).toBeGreaterThan(hour);
  expect(year).toBeLessThan(5 * second);
  expect(words.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['1096 d 2 h', '20 s', '12 h', 'about 121 d 1 h']),
  );
  // The two long stretches are dashed.
  expect(root.querySelectorAll('path[stroke-dasharray="3 5"]').length).toBe(2);
});

test.each([
  [0, '同时', 'same time'],
  [999, '不足 1 秒', 'under 1 s'],
  [61_000, '1 分钟 1 秒', '1 min 1 s'],
  [2 * 3_600_000, '2 小时', '2 h'],
  [26 * 3_600_000, '1 天 2 小时', '1 d 2 h'],
  [24 * 3_600_000 + 1, '约 1 天', 'about 1 d'],
])('%d milliseconds are told as %s, %s', (ms, zh, en) => {
  expect([elapsed(ms, 'zh'), elapsed(ms, 'en')]).toEqual([zh, en]);
});

test('it is of the assessment it is made from, also of one without an id', () => {
  const late: Incident = { ...major, report: { at: '2024-03-01T13:00:00+08:00' } };
  const stands = (incident: Incident) =>
    timeline(incident, { asOf: '2024-06-30', policy: createPolicy(twoHours) }, 'en').dated.map(({ lines }) =>
      lines.at(-1),
    );
  // Neither has an id; an hour past the limit of two hours from discovery is late all the same.
  expect(stands(late)).toContain('late');
  const known = assessIncident(late, { asOf: '2024-06-30', policy: createPolicy(twoHours) });
  // What comes back from JSON is told alike.
  expect(timelineMermaid(JSON.parse(JSON.stringify(known)))).toBe(timelineMermaid(known));
  expect(() => timelineMermaid({ ...known, asOf: 'yesterday' })).toThrow('input/invalid-time');
  expect(() => timelineSvg({ ...known, facts: [{ fact: 'occurredAt', value: '2024-13', origin: 'stated' }] })).toThrow(
    'input/unknown-value',
  );
});

test('without an organization the picture says what is not recorded', () => {
  const { description } = readSvg(chainSvg(assessIncident(major, { asOf: '2024-06-30' })));
  expect(description).toContain('学校第一责任人：未载明');
  expect(readSvg(chainSvg(assessIncident(major, { organization, asOf: '2024-06-30' }))).boxes.length).toBe(9);
});
