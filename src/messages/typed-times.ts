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
/** The parts of a day as Chinese tells them before an hour: what is added to an hour up to 12. */
export const HALVES_OF_DAY: readonly (readonly [words: RegExp, afternoon: boolean])[] = [
  [/(?:凌晨|清晨|早上|早晨|上午|早)\s*(?=\d)/, false],
  [/(?:中午|下午|傍晚|晚上|夜间|晚)\s*(?=\d)/, true],
];
/** Half past an hour, and an hour told no closer. */
export const HALF_PAST = [/(\d)\s*[点时]半/, '$1点30分'] as const;
export const SOME_TIME_PAST = [/([点时])许$/, '$1'] as const;
export const HOUR = /(\d{1,2})(?=\s*[点时：:])/;

export const TYPED_TIMES = { zh, en };
