import { INTERVIEW } from '../messages/interview.js';
import type { Lang } from '../messages.js';

/** A time as it stands in a document: a text, or what is known of when it was, began or ended. */
export type TypedTime = string | { readonly [part: string]: string };

/** A time as it is typed: as a date, or in the words in which the program itself tells what is only known in part. */
export function timeIn(text: string, lang: Lang): TypedTime {
  const { notAfter, notBefore, between, ongoing, lasted } = INTERVIEW[lang].times;
  const forms: readonly [RegExp, (first: string, second: string) => TypedTime][] = [
    [notAfter, (until) => ({ until })],
    [notBefore, (from) => ({ from })],
    [between, (from, until) => ({ from, until })],
    [ongoing, (began) => ({ began, ended: 'ongoing' })],
    [lasted, (began, ended) => ({ began, ended })],
  ];
  for (const [form, time] of forms) {
    const [, first, second = ''] = form.exec(text) ?? [];
    if (first !== undefined) return time(first.trim(), second.trim());
  }
  return text;
}
