import * as z from 'zod/mini';
import type { Condition } from '../logic/condition.js';

// What the schemas of rule files and of a policy's values have in common.

export const text = z.string().check(z.minLength(1));
export const bilingual = z.strictObject({ zh: text, en: text });
/** Conditions are checked apart (check-condition.ts), with better words than a union can give. */
export const condition = z.custom<Condition>((value) => value !== undefined);
export const localDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export const source = z.strictObject({ title: text, number: z.optional(text), article: z.optional(z.int()) });
