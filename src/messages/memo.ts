import type { Lang } from '../language.js';
import { numeral } from './citation.js';
import { REPORT } from './report.js';

// What a memo says around the findings: the words of a form that an office files.

const zh = {
  part: (part: number, title: string) => `${numeral(part)}、${title}`,
  section: (_part: number, section: number, title: string) => `（${numeral(section)}）${title}`,
  see: (part: number, numbers: readonly number[]) => `见${numeral(part)}第${numbers.join('、')}项`,
  parts: {
    facts: '查明的事实',
    findings: '问责情形逐项评估',
    responses: REPORT.zh.responses,
    chain: REPORT.zh.chain,
    proposals: REPORT.zh.proposals,
    open: REPORT.zh.open,
    presumptions: '所用推定',
    law: '所依规定、取值与解释',
  },
  nothing: '无。',
  notRecorded: '未载明',
  head: {
    incident: '事件',
    unit: '涉事单位',
    system: '涉事系统',
    source: '事件记录来源',
    organization: '组织台账',
    regulation: '所依规定',
    asOf: '判断时点',
    status: '评估结果',
  },
  beijing: (time: string) => `${time}（文中时间均为北京时间）`,
  facts: ['事实', '情况', '来源'],
  origins: {
    stated: '事件记录',
    registered: '组织台账',
    implied: (by: string) => `由“${by}”得出`,
    measured: '由时间算出',
    found: '对用语的认定',
  },
  foundBy: (origin: string, who: string) => `${origin}；查明人：${who}`,
  legend: '条文原文中据以评估的文字，以记号标明：',
  presumed: '；注明“推定”的，见所用推定。',
  grounds: '根据：',
  waiting: '有待明确：',
  status: '状态',
  concerned: ['条款', '情形', '评估', '条文规定的后果'],
  nothingConcerned: '没有符合或者待定的情形。',
  by: (consequence: string, body: string) => `由${body}${consequence}`,
  chain: ['责任环节', '单位', '人员', '条文所及', '依据'],
  appointed: (day: string) => `人员以 ${day} 的任职为准。`,
  records: '台账中有待核实的问题：',
  open: ['序号', '事项'],
  presumptions: ['事实', '推定为', '理由'],
  law: {
    regulation: (title: string, number: string) => `《${title}》（${number}）`,
    issued: (day: string) => `印发日期：${day}`,
    issuedInYear: (year: string, because: string | undefined) =>
      `印发日期：${year} 年，月、日未载明${because === undefined ? '' : `（${because}）`}`,
    effective: (day: string) => `施行日期：${day}`,
    effectiveOnIssue: '施行日期：印发之日',
    amended: (from: string, by: string) => `修改：自 ${from} 起，依据${by}`,
    profile: (label: string) => `取值方案：${label}`,
    presume: { on: '推定：无人另有主张时使用', off: '推定：不使用' },
  },
  given: '条文用语的取值：',
  values: ['用语', '取值', '有效期', '来源'],
  noValues: '没有为条文中的用语取值。',
  settles: { met: '符合的即属之，不符合的仍待认定', unmet: '不符合的即不属之，符合的仍待认定' },
  ruled: '对读法的解释：',
  rulings: ['解释的问题', '读法', '有效期', '来源'],
  noRulings: '没有对读法的解释。',
  openReadings: (where: string | undefined) =>
    where === undefined ? '没有影响本件而尚无解释的读法。' : `影响本件而尚无解释的读法，${where}。`,
  source: (title: string, number: string | undefined, article: number | undefined) =>
    `《${title}》${number === undefined ? '' : `（${number}）`}${article === undefined ? '' : `第${numeral(article)}条`}`,
  dates: (from: string | undefined, until: string | undefined) =>
    [...(from === undefined ? [] : [`自 ${from}`]), ...(until === undefined ? [] : [`至 ${until} 前`])].join(' ') ||
    '不限',
  inCase: (condition: string, value: string) => `${condition}的，${value}`,
  condition: {
    all: '且',
    not: (condition: string) => `非“${condition}”`,
    fact: (label: string, wanted: string) => `${label}${wanted}`,
  },
  every: (duration: string) => `每 ${duration}一次`,
  durations: {
    years: (n: number) => `${n} 年`,
    months: (n: number) => `${n} 个月`,
    weeks: (n: number) => `${n} 周`,
    days: (n: number) => `${n} 日`,
  },
  signatures: [
    '承办人（签名）：　　　　　　日期：　　　年　月　日',
    '审核人（签名）：　　　　　　日期：　　　年　月　日',
  ],
};
type Catalogue = typeof zh;
const en: Catalogue = {
  part: (part, title) => `${part}. ${title}`,
  section: (part, section, title) => `${part}.${section} ${title}`,
  see: (part, numbers) => `see ${part}, no. ${numbers.join(', ')}`,
  parts: {
    facts: 'Facts as found',
    findings: 'Accountability, item by item',
    responses: REPORT.en.responses,
    chain: REPORT.en.chain,
    proposals: 'Who may propose accountability',
    open: REPORT.en.open,
    presumptions: 'Presumptions used',
    law: 'The law applied, its values and rulings',
  },
  nothing: 'None.',
  notRecorded: 'not recorded',
  head: {
    incident: 'Incident',
    unit: 'Unit concerned',
    system: 'System concerned',
    source: 'Source of the record',
    organization: 'Register of the organization',
    regulation: 'Regulation',
    asOf: 'Judged as of',
    status: 'Outcome',
  },
  beijing: (time) => `${time} (all times are those of Beijing)`,
  facts: ['Fact', 'As found', 'Known from'],
  origins: {
    stated: 'record of the incident',
    registered: 'register of the organization',
    implied: (by) => `follows from “${by}”`,
    measured: 'worked out from the times',
    found: 'finding on the words of the law',
  },
  foundBy: (origin, who) => `${origin}; found by: ${who}`,
  legend: 'The words of the law that a finding turns on are marked: ',
  presumed: '; where “presumed” stands, see the presumptions used.',
  grounds: 'Grounds:',
  waiting: 'Waiting for:',
  status: 'status',
  concerned: ['Provision', 'Case', 'Finding', 'Consequence in the text'],
  nothingConcerned: 'No case is met or open.',
  by: (consequence, body) => `by the ${body}: ${consequence}`,
  chain: ['Step', 'Unit', 'Persons', 'In the text', 'Basis'],
  appointed: (day) => `Persons as appointed on ${day}.`,
  records: 'To be checked in the register:',
  open: ['No.', 'Question'],
  presumptions: ['Fact', 'Presumed', 'Because'],
  law: {
    regulation: (title, number) => `${title} (${number})`,
    issued: (day) => `issued on ${day}`,
    issuedInYear: (year, because) =>
      `issued in ${year}; the day is not recorded${because === undefined ? '' : ` (${because})`}`,
    effective: (day) => `in effect from ${day}`,
    effectiveOnIssue: 'in effect from the day of issue',
    amended: (from, by) => `amended from ${from} by ${by}`,
    profile: (label) => `values: ${label}`,
    presume: { on: 'presumptions: used while nobody says otherwise', off: 'presumptions: not used' },
  },
  given: 'Values of words of the law:',
  values: ['Words', 'Value', 'In force', 'Source'],
  noValues: 'No words of the law have been given a value.',
  settles: {
    met: 'whatever fulfils it is one; what does not remains to be found',
    unmet: 'whatever does not fulfil it is none; what does remains to be found',
  },
  ruled: 'Rulings on readings:',
  rulings: ['Question ruled on', 'Reading', 'In force', 'Source'],
  noRulings: 'There is no ruling.',
  openReadings: (where) =>
    where === undefined
      ? 'No reading that bears on this case is without a ruling.'
      : `Readings that bear on this case and have no ruling: ${where}.`,
  source: (title, number, article) =>
    `${title}${number === undefined ? '' : ` (${number})`}${article === undefined ? '' : `, Art. ${article}`}`,
  dates: (from, until) =>
    [
      ...(from === undefined ? [] : [`from ${from}`]),
      ...(until === undefined ? [] : [`until ${until} (excluded)`]),
    ].join(' ') || 'without limit',
  inCase: (condition, value) => `${value} where ${condition}`,
  condition: {
    all: ' and ',
    not: (condition) => `not “${condition}”`,
    fact: (label, wanted) => `${label}: ${wanted}`,
  },
  every: (duration) => `every ${duration}`,
  durations: {
    years: (n) => `${n} year${n === 1 ? '' : 's'}`,
    months: (n) => `${n} month${n === 1 ? '' : 's'}`,
    weeks: (n) => `${n} week${n === 1 ? '' : 's'}`,
    days: (n) => `${n} day${n === 1 ? '' : 's'}`,
  },
  signatures: [
    'Prepared by (signature): ______________________  Date: ________________',
    'Reviewed by (signature): ______________________  Date: ________________',
  ],
};

export const MEMO: Record<Lang, Catalogue> = { zh, en };
