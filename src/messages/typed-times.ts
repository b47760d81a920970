// The words in which people type, and the program tells, what is only known of a time in part.

const zh = {
  notAfter: /^(?:不晚于|至迟)(.+)$/,
  notBefore: /^不早于(.+)$/,
  between: /^(.+?)至(.+)之间$/,
  ongoing: /^自(.+?)起?[，,]?(?:持续)?至今$/,
  lasted: /^自(.+?)起?[，,]?至(.+?)止?$/,
};
const en: typeof zh = {
  notAfter: /^not after (.+)$/i,
  notBefore: /^not before (.+)$/i,
  between: /^between (.+) and (.+)$/i,
  ongoing: /^from (.+?),? still going on$/i,
  lasted: /^from (.+) until (.+)$/i,
};
/**
 * The parts of a day as Chinese tells them before an hour, and which hours of twelve they put into the afternoon. An hour
 * that a part leaves open (晚上12点, of which day?) stays with its word, and is refused.
 */
export const PARTS_OF_DAY: readonly (readonly [words: RegExp, from: number, until: number, add: number])[] = [
  [/(?:凌晨|清晨|早上|早晨|上午|早)\s*(?=\d)/, 1, 11, 0],
  [/(?:中午)\s*(?=\d)/, 11, 12, 0],
  [/(?:中午)\s*(?=\d)/, 1, 2, 12],
  [/(?:下午|傍晚)\s*(?=\d)/, 12, 12, 0],
  [/(?:下午|傍晚)\s*(?=\d)/, 1, 8, 12],
  [/(?:晚上|晚)\s*(?=\d)/, 5, 11, 12],
  [/(?:凌晨|清晨|早上|早晨|上午|早|中午|下午|傍晚|晚上|晚)\s*(?=\d)/, 13, 23, 0],
];
/** Half past an hour, and an hour told no closer. */
export const HALF_PAST = [/(\d)\s*[点时]半/, '$1点30分'] as const;
export const SOME_TIME_PAST = [/([点时])许$/, '$1'] as const;
export const HOUR = /(\d{1,2})(?=\s*[点时：:])/;

export const TYPED_TIMES = { zh, en };
