// Numbers as Chinese writes them, and what numbers count in rules.

export const DIGITS = '零一二三四五六七八九';
/** Each with its power of ten. */
export const POWERS: { readonly [unit: string]: number } = { 十: 1, 百: 2, 千: 3, 万: 4 };
/** A number and what it counts: hours, days, persons, amounts; neither the number of an article nor a date. */
export const COUNTED =
  /(?<![第月〇零一二两三四五六七八九十百千万\d.,])(\d[\d,]*(?:\.\d+)?|[零一二两三四五六七八九十百千万]*[零一二两三四五六七八九十][零一二两三四五六七八九十百千万]*)(?:个?(?:小时|分钟|工作日)|日|天|周|个月|年|次|名|人|条|万元|元)/gu;
/** `两` is another word for `二`. */
export const plainDigits = (digits: string): string => digits.replaceAll('两', '二');
