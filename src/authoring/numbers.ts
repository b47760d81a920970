const DIGITS = '零一二三四五六七八九';
const UNITS: { readonly [unit: string]: number } = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
/** A number and what it counts: hours, days, persons, amounts; not the number of an article. */
const COUNTED =
  /(?<!第)(\d+|[零一二两三四五六七八九十百千万]+)个?(?:小时|分钟|工作日|日|天|周|月|年|次|名|人|条|万元|元)(?!内容)/gu;

/** The numbers of a text that count something, each with its words. */
export const numbersIn = (text: string): { readonly words: string; readonly value: number }[] =>
  [...text.matchAll(COUNTED)].map(([words, digits = '']) => ({ words, value: numberOf(digits) }));

/** 二十四 is 24, 三千 is 3000. */
function numberOf(digits: string): number {
  if (/^\d+$/.test(digits)) return Number(digits);
  let [whole, part, digit] = [0, 0, 0];
  for (const char of digits.replaceAll('两', '二')) {
    const unit = UNITS[char];
    if (unit === undefined) digit = DIGITS.indexOf(char);
    else if (unit === 10_000) {
      whole += (part + digit) * unit;
      [part, digit] = [0, 0];
    } else {
      part += (digit || 1) * unit;
      digit = 0;
    }
  }
  return whole + part + digit;
}
