import type { Lang } from '../language.js';
import { numeral } from './citation.js';
import { REPORT } from './report.js';
import { chineseDate } from './times.js';

// What a memo says around the findings: the words of a form that an office files.

/** A long title is parted after this word. */
export const TITLE_PARTED_AFTER = '的';

const zh = {
  part: (part: number, title: string) => `${numeral(part)}、${title}`,
  section: (_part: number, section: number, title: string) => `（${numeral(section)}）${title}`,
  see: (annex: number, numbers: readonly number[]) => `见附件${annex}第${numbers.join('、')}项`,
  seeAnnex: (annex: number) => `逐项来源见附件${annex}。`,
  apart: '',
  stop: '。',
  title: (title: string | undefined, id: string | undefined) => {
    const event = title ?? (id === undefined ? '本次' : `${id}号`);
    // A title that is a sentence is quoted.
    const named = /[，、；：]/.test(event) ? `“${event}”` : event;
    return `关于${named}${/(?:事件|事故|案)$/.test(event) ? '' : '事件'}的责任评估报告`;
  },
  addressed: (to: string) => `${to}：`,
  parts: {
    facts: '基本情况',
    outcome: '评估结论',
    grounds: '依据',
    persons: '责任人员',
    open: REPORT.zh.open,
    advice: '建议',
  },
  annex: (number: number, title: string) => `附件${number}　${title}`,
  annexes: '附件：',
  annexTitles: {
    facts: '事件情况一览（据事件记录）',
    findings: '问责情形逐项评估',
    responses: REPORT.zh.responses,
    chain: REPORT.zh.chain,
    open: '待明确事项一览',
    presumptions: '所用推定',
    law: '所依规定、量化标准与解释',
  },
  recorded: '事件记录载明',
  judged: (asOf: string, law: string) => `截至${asOf}（文中时间均为北京时间），依据${law}评估，结论为：`,
  others: (rest: boolean, open: number, unmet: number, annex: number) => {
    const counts = [...(open > 0 ? [`待定${open}项`] : []), ...(unmet > 0 ? [`不符合${unmet}项`] : [])];
    return `${rest ? '其余情形' : '各项情形'}${counts.join('、')}，见附件${annex}。`;
  },
  owed: '报告与处置职责：',
  entailed: '条文规定的后果',
  moreOpen: (count: number, told: number, annex: number) =>
    `${told > 0 ? '其余' : ''}待明确事项${count}项，见附件${annex}。`,
  owes: (bearer: string, action: string, where: string) => `${bearer}${action}（${where}）`,
  ask: (who: string, what: string) => `商请${who}核实、明确有关事项（${what}）。`,
  unsigned: '（署名）　　　　　　',
  undated: '　　　　年　　月　　日',
  nothing: '无。',
  notRecorded: '未载明',
  head: {
    incident: '事件',
    unit: '涉事单位',
    system: '涉事系统',
    source: '事件记录来源',
    organization: '组织台账',
  },
  facts: ['事实', '情况', '来源'],
  origins: {
    stated: '事件记录',
    registered: '组织台账',
    implied: (by: string) => `由“${by}”得出`,
    breach: (duties: string) => `由未按要求“${duties}”得出`,
    measured: '由时间算出',
    found: '人工认定',
  },
  foundBy: (origin: string, who: string) => `${origin}；查明人：${who}`,
  legend: '条文原文中据以评估的文字，以记号标明：',
  presumed: (annex: number) => `；注明“推定”的，见附件${annex}。`,
  grounds: '根据：',
  waiting: '有待明确：',
  status: '状态',
  by: (consequence: string, body: string) => `由${body}${consequence}`,
  chain: ['责任环节', '单位', '人员', '条文所及', '依据'],
  appointed: (day: string) => `人员以${day}的任职为准。`,
  records: '台账中有待核实的问题：',
  open: ['序号', '事项'],
  presumptions: ['事实', '推定为', '理由'],
  law: {
    regulation: (title: string, number: string) => `《${title}》（${number}）`,
    issued: (day: string) => `印发日期：${chineseDate(day)}`,
    issuedInYear: (year: string, because: string | undefined) =>
      `印发日期：${year}年，月、日未载明${because === undefined ? '' : `（${because}）`}`,
    effective: (day: string) => `施行日期：${chineseDate(day)}`,
    effectiveOnIssue: '施行日期：印发之日',
    amended: (from: string, by: string) => `修改：自${chineseDate(from)}起，依据${by}`,
    profile: (label: string) => `量化标准：${label}`,
    noValues: '量化标准：未采用',
    presume: { on: '推定：事件记录未载明时采用', off: '推定：不使用' },
  },
  given: '条文用语的取值：',
  values: ['用语', '取值', '有效期', '来源'],
  settles: { met: '符合的即属之，不符合的仍待认定', unmet: '不符合的即不属之，符合的仍待认定' },
  ruled: '对条文理解的解释：',
  rulings: ['解释的问题', '理解', '有效期', '来源'],
  noRulings: '没有对条文理解的解释。',
  openReadings: (where: string | undefined) =>
    where === undefined ? '没有影响本件而尚无解释的解释问题。' : `影响本件而尚无解释的解释问题，${where}。`,
  source: (title: string, number: string | undefined, article: number | undefined) =>
    `《${title}》${number === undefined ? '' : `（${number}）`}${article === undefined ? '' : `第${numeral(article)}条`}`,
  dates: (from: string | undefined, until: string | undefined) =>
    [
      ...(from === undefined ? [] : [`自${chineseDate(from)}`]),
      ...(until === undefined ? [] : [`至${chineseDate(until)}`]),
    ].join('') || '不限',
  assumed: '假设：未注明作出单位',
  madeBy: (by: string, day: string | undefined) => `${by}作出${day === undefined ? '' : `（${chineseDate(day)}）`}`,
  effectUnsaid: '未说明对此前的事件是否适用',
  inCase: (condition: string, value: string) => `${condition}的，${value}`,
  every: (duration: string) => `每${duration}一次`,
  durations: {
    years: (n: number) => `${n}年`,
    months: (n: number) => `${n}个月`,
    weeks: (n: number) => `${n}周`,
    days: (n: number) => `${n}日`,
  },
};
type Catalogue = typeof zh;
const en: Catalogue = {
  part: (part, title) => `${part}. ${title}`,
  section: (part, section, title) => `${part}.${section} ${title}`,
  see: (annex, numbers) => `see annex ${annex}, no. ${numbers.join(', ')}`,
  seeAnnex: (annex) => ` Where each is known from: annex ${annex}.`,
  apart: ' ',
  stop: '.',
  title: (title, id) => `Report on responsibility for an incident: ${title ?? id ?? 'no title'}`,
  addressed: (to) => `To: ${to}`,
  parts: {
    facts: 'The incident',
    outcome: 'Outcome',
    grounds: 'Grounds',
    persons: 'Who answers',
    open: REPORT.en.open,
    advice: 'What to do next',
  },
  annex: (number, title) => `Annex ${number}  ${title}`,
  annexes: 'Annexes:',
  annexTitles: {
    facts: 'The incident, as recorded',
    findings: 'Accountability, item by item',
    responses: REPORT.en.responses,
    chain: REPORT.en.chain,
    open: 'All that is open',
    presumptions: 'Presumptions used',
    law: 'The law applied, its values and rulings',
  },
  recorded: 'On record',
  judged: (asOf, law) => `As of ${asOf} (all times are those of Beijing), by ${law}: `,
  others: (rest, open, unmet, annex) =>
    `Of ${rest ? 'the other' : 'all'} cases ${open} are open and ${unmet} are not met: see annex ${annex}.`,
  owed: 'The duties to report and handle:',
  entailed: 'Consequence in the text',
  moreOpen: (count, told, annex) => `${count} ${told > 0 ? 'more ' : ''}open points: see annex ${annex}.`,
  owes: (bearer, action, where) => `${bearer}: ${action} (${where})`,
  ask: (who, what) => `Ask ${who} to establish what is theirs to settle (${what}).`,
  unsigned: '(signed) ______________________',
  undated: 'Date: ________________',
  nothing: 'None.',
  notRecorded: 'not recorded',
  head: {
    incident: 'Incident',
    unit: 'Unit concerned',
    system: 'System concerned',
    source: 'Source of the record',
    organization: 'Register of the organization',
  },
  facts: ['Fact', 'As found', 'Known from'],
  origins: {
    stated: 'record of the incident',
    registered: 'register of the organization',
    implied: (by) => `follows from “${by}”`,
    breach: (duties) => `follows from not having performed as required: ${duties}`,
    measured: 'worked out from the times',
    found: 'finding on the words of the law',
  },
  foundBy: (origin, who) => `${origin}; found by: ${who}`,
  legend: 'The words of the law that a finding turns on are marked: ',
  presumed: (annex) => `; where “presumed” stands, see annex ${annex}.`,
  grounds: 'Grounds:',
  waiting: 'Waiting for:',
  status: 'status',
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
    noValues: 'values: none',
    presume: { on: 'presumptions: used while nobody says otherwise', off: 'presumptions: not used' },
  },
  given: 'Values of words of the law:',
  values: ['Words', 'Value', 'In force', 'Source'],
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
    [...(from === undefined ? [] : [`from ${from}`]), ...(until === undefined ? [] : [`to ${until} (included)`])].join(
      ' ',
    ) || 'without limit',
  assumed: 'an assumption: nobody is said to have made it',
  madeBy: (by, day) => `made by: ${by}${day === undefined ? '' : ` (${day})`}`,
  effectUnsaid: 'it does not say whether it applies to earlier cases',
  inCase: (condition, value) => `${value} where ${condition}`,
  every: (duration) => `every ${duration}`,
  durations: {
    years: (n) => `${n} year${n === 1 ? '' : 's'}`,
    months: (n) => `${n} month${n === 1 ? '' : 's'}`,
    weeks: (n) => `${n} week${n === 1 ? '' : 's'}`,
    days: (n) => `${n} day${n === 1 ? '' : 's'}`,
  },
};

export const MEMO: Record<Lang, Catalogue> = { zh, en };
