/** The marks of a date and a time of day as Chinese writes them: after the year, the month, the day and so on. */
export const MARKS = {
  year: '年',
  month: '月',
  day: '日号',
  hour: '时点',
  minute: '分',
  second: '秒',
  colon: '：',
} as const;

/** A time as a fault tells how one is written. */
export const TIME_FORMS =
  '2024-05-06T08:00:00+08:00 / 2024-05-06 08:00 / 2024-05-06 / 2024-05 / 2024 / 2024/5/6 8:00 / 2024年5月6日8时30分';

const zh = {
  unknown: '时间不明',
  between: (from: string, until: string) => `${from} 至 ${until} 之间`,
  notAfter: (until: string) => `不晚于 ${until}`,
  notBefore: (from: string) => `不早于 ${from}`,
  lasted: (began: string, ended: string) => `自 ${began} 起，至 ${ended} 止`,
  ongoing: (began: string) => `自 ${began} 起，持续至今`,
};
const en: typeof zh = {
  unknown: 'a time not known',
  between: (from, until) => `between ${from} and ${until}`,
  notAfter: (until) => `not after ${until}`,
  notBefore: (from) => `not before ${from}`,
  lasted: (began, ended) => `from ${began} until ${ended}`,
  ongoing: (began) => `from ${began}, still going on`,
};
/** Times that are not known to the moment, and what lasted. */
export const TIMES = { zh, en };
