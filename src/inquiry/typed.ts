import type { Lang } from '../language.js';
import { HALF_PAST, HOUR, PARTS_OF_DAY, SOME_TIME_PAST, TYPED_TIMES } from '../messages/typed-times.js';

// What people type where a document wants a number or a time.

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const IN_TENS = /^(.*\d)\s*([万亿])$/;
const ZEROS: { readonly [word: string]: number } = { 万: 4, 亿: 8 };

/**
 * A number as people write it: 1200, 30,000, 3万, full width too. More than a number can hold is none.
 *
 * @example
 * const persons = numberIn('3万');
 */
export function numberIn(text: string): number | undefined {
  const written = text.normalize('NFKC').trim();
  const [, tens, word = ''] = IN_TENS.exec(written) ?? [];
  const digits = tens ?? written;
  const plain = GROUPED.test(digits) ? digits.replaceAll(',', '') : digits;
  // The point is moved in the text: 1.1 times 10,000 is not 11,000 in binary fractions.
  const whole = word === '' ? plain : `${plain}e${ZEROS[word]}`;
  return NUMBER.test(whole) && Number.isFinite(Number(whole)) ? Number(whole) : undefined;
}

/** A time as it stands in a document: a text, or what is known of when it was, began or ended. */
export type TypedTime = string | { readonly [part: string]: string };

/**
 * A time as people write it: a date and time, a day, a month, or in words what is only known of it in part (不晚于……,
 * between ... and ...), or how long it lasted. What is no such words is left as it stands, for the incident's reader.
 *
 * @example
 * const discoveredAt = timeIn('不晚于2024-05-06', 'zh');
 */
export function timeIn(text: string, lang: Lang): TypedTime {
  const { notAfter, notBefore, between, ongoing, lasted } = TYPED_TIMES[lang];
  const forms: readonly [RegExp, (first: string, second: string) => TypedTime][] = [
    [notAfter, (until) => ({ until })],
    [notBefore, (from) => ({ from })],
    [between, (from, until) => ({ from, until })],
    [ongoing, (began) => ({ began, ended: 'ongoing' })],
    [lasted, (began, ended) => ({ began, ended })],
  ];
  for (const [form, time] of forms) {
    const [, first, second = ''] = form.exec(text) ?? [];
    if (first !== undefined) return time(byTheClock(first), byTheClock(second));
  }
  return byTheClock(text);
}

/** A time of day as it is told (下午4点半) as clocks have it (16点30分). */
function byTheClock(text: string): string {
  const told = text
    .trim()
    .replace(...HALF_PAST)
    .replace(...SOME_TIME_PAST);
  for (const [words, from, until, add] of PARTS_OF_DAY) {
    const hour = Number(words.test(told) ? HOUR.exec(told)?.[1] : undefined);
    if (hour >= from && hour <= until) return told.replace(words, '').replace(HOUR, String(hour + add));
  }
  return told;
}
