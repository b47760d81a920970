import { type Lang, REPORT } from './report.js';

/** The outcome of an assessment, by the truth that it is triggered. */
const statusOf = ({ status }: (typeof REPORT)[Lang]) => ({ met: status.triggered, unmet: status['not-triggered'], undetermined: status.undetermined });

const zh = {
  settle: '待明确事项如何落定',
  status: statusOf(REPORT.zh),
  missing: '尚缺',
  relevant: '已知且与结论有关',
  sets: { met: '只要明确以下各项，即已触发', unmet: '只要明确以下各项，即未触发' },
  ofProvision: { met: '只要明确以下各项，即符合', unmet: '只要明确以下各项，即不符合' },
  set: (number: number) => `其${number}：`,
  next: '下一个应问',
  turns: {
    met: '若如下，即符合：',
    unmet: '若如下，即不符合：',
  },
  noWay: '改变事实或认定不能改变这一结论',
  stillOpen: '尚不能确定，见 zerenzhi settle',
  limit: { 'at-most': (value: string) => `至多 ${value}`, 'at-least': (value: string) => `至少 ${value}` },
  timeLimit: { 'at-most': (value: string) => `不晚于 ${value}`, 'at-least': (value: string) => `不早于 ${value}` },
  instead: (value: string) => `（现为${value}）`,
  issueDate: '印发之日',
  readings: '各种读法',
  holds: (truth: string) => `在各种读法下均为${truth}`,
  turnsOn: '结论取决于读法',
  question: (number: number) => `问题 ${number}`,
  unknown: '不知道',
  choose: '从各项中选择（可不选）',
  finish: '到此为止',
  done: '再无可改变结论的问题。',
  beyond: '仍待：',
  saved: (file: string) => `已存入 ${file}`,
  timeHint: '（如 2025-03-01T09:30:00+08:00；留空为不知道）',
  numberHint: (unit: string | undefined) => `（${unit === undefined ? '' : `单位 ${unit}；`}留空为不知道）`,
};
type Catalogue = typeof zh;
const en: Catalogue = {
  settle: 'What would settle it',
  status: statusOf(REPORT.en),
  missing: 'Missing',
  relevant: 'Known, and the outcome turns on it',
  sets: { met: 'Triggered, were just these settled so', unmet: 'Not triggered, were just these settled so' },
  ofProvision: { met: 'Met, were just these settled so', unmet: 'Unmet, were just these settled so' },
  set: (number) => `${number}: `,
  next: 'To be asked next',
  turns: { met: 'it would be met had it been so:', unmet: 'it would not be met had it been so:' },
  noWay: 'no change of the facts or findings would turn this',
  stillOpen: 'undetermined: see zerenzhi settle',
  limit: { 'at-most': (value) => `at most ${value}`, 'at-least': (value) => `at least ${value}` },
  timeLimit: { 'at-most': (value) => `no later than ${value}`, 'at-least': (value) => `no earlier than ${value}` },
  instead: (value) => ` (it is: ${value})`,
  issueDate: 'day of issue',
  readings: 'Readings',
  holds: (truth) => `${truth} under every reading`,
  turnsOn: 'it turns on the reading',
  question: (number) => `question ${number}`,
  unknown: 'not known',
  choose: 'choose among the options (or none)',
  finish: 'stop here',
  done: 'No further question can change the outcome.',
  beyond: 'Still waiting for:',
  saved: (file) => `saved to ${file}`,
  timeHint: '(such as 2025-03-01T09:30:00+08:00; nothing if not known)',
  numberHint: (unit) => `(${unit === undefined ? '' : `in ${unit}; `}nothing if not known)`,
};

export const SETTLE: Record<Lang, Catalogue> = { zh, en };
