import type { Lang } from '../language.js';

// What pictures and calendars say around the labels of the rule files.
const zh = {
  gap: '　',
  chain: (day: string) => `责任链（${day}）`,
  end: '。',
  school: '校级',
  seat: (unit: string) => `由${unit}承担`,
  noSeat: '未载明由谁承担',
  dashed: '虚线框：空缺、未载明或待定',
  timeline: '事件时间线',
  times: '时间为北京时间（UTC+8）',
  judged: '评估截止时间',
  deadline: (action: string) => `期限：${action}`,
  noDeadline: '没有确定的期限',
  undated: '时间未定',
  unknown: '时间不详',
  shortened: '虚线：间隔较长，已缩短',
  units: ['天', '小时', '分钟', '秒'],
  elapsed: (parts: readonly string[], about: boolean) => `${about ? '约 ' : ''}${parts.join(' ')}`,
  sameTime: '同时',
  moment: '不足 1 秒',
  calendar: (unit: string) => `职责到期日历${unit === '' ? '' : `：${unit}`}`,
  event: (status: string, action: string, subject: string) =>
    `${status === '' ? '' : `【${status}】`}${action}${subject === '' ? '' : `（${subject}）`}`,
};
type Catalogue = typeof zh;
const en: Catalogue = {
  gap: ' · ',
  chain: (day) => `Chain of responsibility (${day})`,
  end: '. ',
  school: 'school level',
  seat: (unit) => `seated in ${unit}`,
  noSeat: 'no unit is recorded for it',
  dashed: 'dashed box: vacant, not recorded or open',
  timeline: 'Timeline of the incident',
  times: 'times of Asia/Shanghai (UTC+8)',
  judged: 'time of judgement',
  deadline: (action) => `deadline: ${action}`,
  noDeadline: 'no measure fixes a deadline',
  undated: 'Without a fixed time',
  unknown: 'time unknown',
  shortened: 'dashed: a long stretch, shortened',
  units: ['d', 'h', 'min', 's'],
  elapsed: (parts, about) => `${about ? 'about ' : ''}${parts.join(' ')}`,
  sameTime: 'same time',
  moment: 'under 1 s',
  calendar: (unit) => `Obligations due${unit === '' ? '' : `: ${unit}`}`,
  event: (status, action, subject) =>
    `${status === '' ? '' : `[${status}] `}${action}${subject === '' ? '' : ` (${subject})`}`,
};

export const PICTURES: Record<Lang, Catalogue> = { zh, en };
