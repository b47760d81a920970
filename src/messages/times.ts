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

const DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?: (\d{2}):(\d{2})(?::([\d.]+))?)?$/;

/** A year, a month, a day or a moment as Chinese writes it: 2024年5月6日8时30分. What is none stays as it is. */
export function chineseDate(text: string): string {
  const [, ...parts] = DATE.exec(text) ?? [];
  const marks = ['年', '月', '日', '时', '分', '秒'];
  const said = parts.map((part, i) => {
    // The hour alone, where there are no minutes.
    if (part === undefined || (i === 4 && part === '00' && parts[5] === undefined)) return '';
    return `${part.replace(/^0(?=\d)/, '')}${marks[i]}`;
  });
  return parts.length === 0 ? text : said.join('');
}

const zh = {
  date: chineseDate,
  unknown: '时间不明',
  between: (from: string, until: string) => `${from}至${until}之间`,
  notAfter: (until: string) => `不晚于${until}`,
  notBefore: (from: string) => `不早于${from}`,
  lasted: (began: string, ended: string) => `自${began}起，至${ended}止`,
  ongoing: (began: string) => `自${began}起，持续至今`,
};
const en: typeof zh = {
  date: (text) => text,
  unknown: 'a time not known',
  between: (from, until) => `between ${from} and ${until}`,
  notAfter: (until) => `not after ${until}`,
  notBefore: (from) => `not before ${from}`,
  lasted: (began, ended) => `from ${began} until ${ended}`,
  ongoing: (began) => `from ${began}, still going on`,
};
/** Times that are not known to the moment, and what lasted. */
export const TIMES = { zh, en };
