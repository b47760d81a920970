const NUMBER = /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const IN_TENS = /^(.*\d)\s*([万亿])$/;
const ZEROS: { readonly [word: string]: number } = { 万: 4, 亿: 8 };

/** A number as people write it: 1200, 30,000, 3万, full width too. More than a number can hold is none. */
export function numberIn(text: string): number | undefined {
  const written = text.normalize('NFKC').trim();
  const [, tens, word = ''] = IN_TENS.exec(written) ?? [];
  const digits = tens ?? written;
  const plain = GROUPED.test(digits) ? digits.replaceAll(',', '') : digits;
  // The point is moved in the text: 1.1 times 10,000 is not 11,000 in binary fractions.
  const whole = word === '' ? plain : `${plain}e${ZEROS[word]}`;
  return NUMBER.test(whole) && Number.isFinite(Number(whole)) ? Number(whole) : undefined;
}
