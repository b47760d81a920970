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
export const TYPED_TIMES = { zh, en };
