import type { Lang } from '../language.js';
import { numeral } from './citation.js';
import { REPORT } from './report.js';

/** The outcome of an assessment, by the truth that it is triggered. */
const statusOf = ({ status }: (typeof REPORT)[Lang]) => ({
  met: status.triggered,
  unmet: status['not-triggered'],
  undetermined: status.undetermined,
});

const zh = {
  settle: '待明确事项及其对结论的影响',
  status: statusOf(REPORT.zh),
  missing: '尚缺',
  relevant: '已知且与结论有关',
  presumed: '推定（事件记录未载明，暂按此处理）',
  sets: {
    met: '以下各项属实（事实）、按此确定（用语、理解）的，即符合问责情形',
    unmet: '以下各项属实（事实）、按此确定（用语、理解）的，即不符合问责情形',
  },
  ofProvision: {
    met: '以下各项属实（事实）、按此确定（用语、理解）的，即符合',
    unmet: '以下各项属实（事实）、按此确定（用语、理解）的，即不符合',
  },
  set: (number: number) => `情形${numeral(number)}：`,
  next: '建议先行核实',
  turns: {
    met: '下列情况如有不同，即符合：',
    unmet: '下列情况如有不同，即不符合：',
  },
  stays: {
    'before-the-rules': '所涉事件或者行为在本细则施行之前，其他事实不影响结论',
    'time-open': '要使结论相反，除有关事实外，还须查明所涉事件或者行为在本细则施行以后',
    otherwise: '单凭事实和认定不足以使结论相反，还取决于对条文的理解、印发之日或者单位、系统的登记情况',
  },
  stillOpen: '尚不能确定；取决于什么，见“待明确事项及其对结论的影响”',
  settled: (presumed: boolean) =>
    `结论已定，没有尚缺的事项能够改变结论${presumed ? '；推定被推翻的，须重新评估' : ''}。`,
  ofUnit: (unit: string, others: string) => `以下就${unit}而言；另有${others}，可分别查看。`,
  looked: '就所看的单位或者系统而言',
  others: (count: number) => `另有${count}种`,
  sinceIncident: '不晚于事件发生之日',
  afterIncident: '晚于事件发生之日',
  sinceIssue: '不早于印发之日',
  beforeIssue: '早于印发之日',
  limit: {
    least: (value: string) => `不少于${value}`,
    above: (value: string) => `多于${value}`,
    most: (value: string) => `不多于${value}`,
    below: (value: string) => `少于${value}`,
  },
  timeLimit: {
    least: (value: string) => `不早于${value}`,
    above: (value: string) => `晚于${value}`,
    most: (value: string) => `不晚于${value}`,
    below: (value: string) => `早于${value}`,
  },
  instead: (value: string) => `（现为${value}）`,
  insteadPresumed: (value: string) => `（现推定为${value}）`,
  toldUnknown: '（已问，不知）',
  ruled: '现行解释：',
  issueDate: '印发之日',
  readings: '各种理解',
  holds: (truth: string) => `在各种理解下均为${truth}`,
  turnsOn: '结论取决于如何理解',
};
type Catalogue = typeof zh;
const en: Catalogue = {
  settle: 'What would settle it',
  status: statusOf(REPORT.en),
  missing: 'Missing',
  relevant: 'Known, and the outcome turns on it',
  presumed: 'Presumed (the record does not say), and the outcome turns on it',
  sets: { met: 'Any of these would trigger it', unmet: 'Any of these would rule it out' },
  ofProvision: { met: 'It would be met by any of these', unmet: 'It would not be met by any of these' },
  set: (number) => `Set ${number}: `,
  next: 'To be asked next',
  turns: { met: 'it would be met if:', unmet: 'it would not be met if:' },
  stays: {
    'before-the-rules': 'the incident, or the conduct, was before the rules took effect: no other fact turns this',
    'time-open':
      'beside the facts, the incident or the conduct would have to be known to be after the rules took effect',
    otherwise:
      'facts and findings alone do not turn this: it also rests on how the text is read, on the day of issue, or on what a unit or a system is registered as',
  },
  stillOpen: 'Undetermined: for what it turns on see “What would settle it”',
  settled: (presumed) =>
    `The outcome is settled; nothing that is missing can change it${presumed ? '. Where a presumption falls, it is to be assessed again' : ''}.`,
  ofUnit: (unit, others) => `What follows is of ${unit}; ask for ${others} separately.`,
  looked: 'of the unit or system looked at',
  others: (count) => `and ${count} more`,
  sinceIncident: 'no later than the day of the incident',
  afterIncident: 'after the day of the incident',
  sinceIssue: 'no earlier than the day of issue',
  beforeIssue: 'before the day of issue',
  limit: {
    least: (value) => `at least ${value}`,
    above: (value) => `more than ${value}`,
    most: (value) => `at most ${value}`,
    below: (value) => `less than ${value}`,
  },
  timeLimit: {
    least: (value) => `no earlier than ${value}`,
    above: (value) => `after ${value}`,
    most: (value) => `no later than ${value}`,
    below: (value) => `before ${value}`,
  },
  instead: (value) => ` (it is: ${value})`,
  insteadPresumed: (value) => ` (it is presumed: ${value})`,
  toldUnknown: ' (asked, not known)',
  ruled: 'As ruled:',
  issueDate: 'day of issue',
  readings: 'Readings',
  holds: (truth) => `${truth} under every reading`,
  turnsOn: 'it turns on the reading',
};

export const SETTLE: Record<Lang, Catalogue> = { zh, en };
