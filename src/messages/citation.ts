import { chineseDate } from './times.js';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Chinese numerals for the numbers articles have, up to 99. */
export function numeral(n: number): string {
  const tens = Math.floor(n / 10);
  return `${tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`}${DIGITS[n % 10]}`;
}

export const CITATION = {
  zh: (article: number, paragraph?: number, item?: number) =>
    `第${numeral(article)}条${paragraph === undefined ? '' : `第${numeral(paragraph)}款`}${item === undefined ? '' : `第（${numeral(item)}）项`}`,
  en: (article: number, paragraph?: number, item?: number) =>
    `Art. ${article}${paragraph === undefined ? '' : ` ¶${paragraph}`}${item === undefined ? '' : ` (${item})`}`,
  quoted: {
    zh: (place: string, quote: string, edition?: string) =>
      `${place}${edition === undefined ? '' : `（自${chineseDate(edition)}起的文本）`}“${quote}”`,
    en: (place: string, quote: string, edition?: string) =>
      `${place}${edition === undefined ? '' : ` (text from ${edition})`} “${quote}”`,
  },
};
