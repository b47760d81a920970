import * as z from 'zod/mini';
import type { InputCode } from '../diagnostics/diagnostics.js';
import { once } from '../diagnostics/once.js';
import type { Condition } from '../logic/condition.js';

// What the schemas of rule files and of a policy's values have in common.

/**
 * A test of our own with its fault. It stands for zod's checks of numbers and texts in the core entry, which they make
 * a tenth larger.
 */
export const passing = <T>(test: (value: T) => boolean, code: InputCode, expected: string) =>
  z.refine<T>(test, { params: { code, expected }, abort: true });

export const whole = () => passing<number>(Number.isSafeInteger, 'input/invalid-type', 'int');
export const atLeast = (least: number) =>
  passing<number>((value) => value >= least, 'input/out-of-range', `≥ ${least}`);
export const atMost = (most: number) => passing<number>((value) => value <= most, 'input/out-of-range', `≤ ${most}`);

/**
 * The format of the documents that people write: incidents, units, organizations and policies. An object that a program
 * makes may leave it out; a file says it, so that what was written in a former one is not misread.
 *
 * @example
 * const incident = { format: FORMAT, id: '2024-007' } as const;
 */
export const FORMAT = 2;

export const basics = once(() => {
  const text = z.string().check(passing((value) => value !== '', 'input/out-of-range', '≥ 1'));
  return {
    text,
    format: z.number().check(
      passing((value) => value !== FORMAT - 1, 'input/former-format', String(FORMAT)),
      passing((value) => value === FORMAT, 'input/unknown-value', String(FORMAT)),
    ),
    bilingual: z.strictObject({ zh: text, en: text }),
    /** Conditions are checked apart (check-condition.ts), with better words than a union can give. */
    condition: z.custom<Condition>((value) => value !== undefined),
    localDate: z
      .string()
      .check(passing((value) => /^\d{4}-\d{2}-\d{2}$/.test(value), 'input/invalid-date', 'YYYY-MM-DD')),
    /** Who made a ruling or a value, when, and for which time. */
    making: {
      by: z.optional(z.string()),
      made: z.optional(z.string()),
      effect: z.optional(z.enum(['own-day', 'beginning'])),
    },
    source: z.strictObject({ title: text, number: z.optional(text), article: z.optional(z.number().check(whole())) }),
  };
});
