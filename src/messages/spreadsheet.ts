import type { Lang } from '../language.js';

// The words of the tables of obligations, beside those of the reports.
const zh = {
  duties: '职责',
  summary: '汇总',
  columns: {
    unit: '单位',
    provision: '职责标识',
    place: '条款',
    quote: '条文原文',
    action: '职责内容',
    system: '系统',
    towards: '对单位',
    occasion: '事件、活动、通报',
    status: '状态',
    due: '到期',
    madeGood: '补正',
    evidence: '材料',
    grounds: '依据',
    open: '待明确事项',
  },
  total: '合计',
  asOf: '截至',
  evidence: {
    until: (text: string, day: string) => `${text}（至 ${day}）`,
    inadequate: (text: string) => `${text}（不合格）`,
    admitted: (day: string) => `${day} 承认未履行`,
    inspected: (day: string) => `${day} 检查发现未履行`,
    closed: (day: string) => `${day} 材料清点完毕`,
  },
};
const en: typeof zh = {
  duties: 'Duties',
  summary: 'Summary',
  columns: {
    unit: 'Unit',
    provision: 'Duty',
    place: 'Provision',
    quote: 'Words of the law',
    action: 'What is owed',
    system: 'System',
    towards: 'Towards',
    occasion: 'Incident, activity, notice',
    status: 'Status',
    due: 'Due',
    madeGood: 'Made good',
    evidence: 'On file',
    grounds: 'Because',
    open: 'Still open',
  },
  total: 'Total',
  asOf: 'As of',
  evidence: {
    until: (text, day) => `${text} (until ${day})`,
    inadequate: (text) => `${text} (inadequate)`,
    admitted: (day) => `${day} omission admitted`,
    inspected: (day) => `${day} omission found by inspection`,
    closed: (day) => `${day} file closed`,
  },
};

export const SPREADSHEET: Record<Lang, typeof zh> = { zh, en };
