/** A date as Chinese writes it: no line breaks inside one. */
const DATE = /\d{4}年(?:\d{1,2}月(?:\d{1,2}日(?:\d{1,2}时(?:\d{1,2}分(?:[\d.]+秒)?)?)?)?)?/g;

/** What is made of each date in a text. */
export const withWholeDates = (text: string, whole: (date: string) => string): string => text.replace(DATE, whole);
