import * as z from 'zod/mini';
import { once } from '../diagnostics/once.js';
import { passing } from '../regulation/basic-schemas.js';
import { dayLike, isFar, isLocalDate, LAST_YEAR, parseInstant } from '../regulation/dates.js';

// Fields that incident, organization and unit records share.

export const ID = /^[\p{L}\p{N}][\p{L}\p{N}._:/-]{0,127}$/u;
// The letters of any script: Chinese ids are ids.
const ID_FORM = 'a letter or digit, then letters, digits . _ : / - (128 at most)';
const TEXT_LENGTH = 2000;
const FAR = `year ≤ ${LAST_YEAR}`;
export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
export const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= TEXT_LENGTH;

export const fields = once(() => ({
  id: z.string().check(passing(isId, 'input/invalid-id', ID_FORM)),
  text: z.string().check(passing(isText, 'input/out-of-range', `≤ ${TEXT_LENGTH}`)),
  date: z.string().check(
    passing((value) => !(dayLike(value) && isFar(value)), 'input/out-of-range', FAR),
    passing(isLocalDate, 'input/invalid-date', 'YYYY-MM-DD'),
  ),
  instant: z.string().check(
    passing((value) => parseInstant(value) !== 'far', 'input/out-of-range', FAR),
    passing((value) => parseInstant(value) !== 'naive', 'input/naive-timestamp', '2025-03-01T09:30:00+08:00'),
    passing((value) => parseInstant(value) !== 'invalid', 'input/invalid-instant', '2025-03-01T09:30:00+08:00'),
  ),
}));
/** One of the names a regulation declares. */
export const oneOf = (names: readonly string[]) => z.enum(names as [string, ...string[]]);
/** Findings of a person on terms: true, false, or null for not yet. */
export const findings = (terms: readonly string[]) =>
  z.optional(
    z.nullable(z.strictObject(Object.fromEntries(terms.map((term) => [term, z.optional(z.nullable(z.boolean()))])))),
  );
