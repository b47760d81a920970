import * as z from 'zod/mini';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import { once } from '../diagnostics/once.js';
import { passing } from '../regulation/basic-schemas.js';
import { dateFault } from '../regulation/date-fault.js';
import { isLocalDate } from '../regulation/dates.js';
import { readTime, type TimeKind } from './time.js';

// Fields that incident, organization and unit records share.

export const ID = /^[\p{L}\p{N}][\p{L}\p{N}._:/-]{0,127}$/u;
// The letters of any script: Chinese ids are ids.
const ID_FORM = 'a letter or digit, then letters, digits . _ : / - (128 at most)';
const TEXT_LENGTH = 2000;
export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
export const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= TEXT_LENGTH;

export const fields = once(() => ({
  id: z.string().check(passing(isId, 'input/invalid-id', ID_FORM)),
  text: z.string().check(passing(isText, 'input/out-of-range', `≤ ${TEXT_LENGTH}`)),
  date: z.string().check((payload) => {
    if (isLocalDate(payload.value)) return;
    const { code, expected } = dateFault('', payload.value);
    payload.issues.push(issue(payload.value, { code, expected }));
  }),
  moment: timeField('moment'),
  lasting: timeField('lasting'),
  deadline: timeField('deadline'),
}));

const issue = (input: unknown, params: Record<string, unknown>, path: readonly string[] = []) => ({
  code: 'custom' as const,
  input,
  params,
  path: [...path],
});

/** The entries of a list, by the name of the list, whose id another one before them has. */
export function duplicates(entries: readonly { readonly id?: unknown }[], list: string): Diagnostic[] {
  const seen = new Set<unknown>();
  return entries.flatMap(({ id }, i) => {
    const isTwice = id !== undefined && seen.has(id);
    seen.add(id);
    return isTwice ? [diagnostic('input/duplicate', `${list}[${i}].id`, { value: id })] : [];
  });
}

/** A time, with the words that `readTime` has for what is none. */
const timeField = (kind: TimeKind) =>
  z.unknown().check((payload) => {
    const read = readTime(payload.value, kind);
    if ('faults' in read)
      for (const { code, expected, path } of read.faults)
        payload.issues.push(issue(payload.value, { code, expected }, path));
  });
/** One of the names a regulation declares. */
export const oneOf = (names: readonly string[]) => z.enum(names as [string, ...string[]]);
/** Findings of a person on terms: true, false, or null for not yet. */
export const findings = (terms: readonly string[]) =>
  z.optional(
    z.nullable(z.strictObject(Object.fromEntries(terms.map((term) => [term, z.optional(z.nullable(z.boolean()))])))),
  );
