import { COUNTED, DIGITS, POWERS, plainDigits } from '../messages/numerals.js';

/** The numbers of a text that count something, each with its words. */
export const numbersIn = (text: string): { readonly words: string; readonly value: number }[] =>
  [...text.matchAll(COUNTED)].map(([words, digits = '']) => ({ words, value: numberOf(digits) }));

/** 24 in digits or in words, thousands and ten thousands too. */
function numberOf(digits: string): number {
  if (/^\d/.test(digits)) return Number(digits.replaceAll(',', ''));
  let [whole, part, digit] = [0, 0, 0];
  for (const char of plainDigits(digits)) {
    const power = POWERS[char];
    if (power === undefined) digit = DIGITS.indexOf(char);
    else if (power === 4) {
      whole += (part + digit) * 10 ** power;
      [part, digit] = [0, 0];
    } else {
      part += (digit || 1) * 10 ** power;
      digit = 0;
    }
  }
  return whole + part + digit;
}
