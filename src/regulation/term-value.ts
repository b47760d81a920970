import * as z from 'zod/mini';
import { type Diagnostic, diagnostic, type InputCode } from '../diagnostics/diagnostics.js';
import { once } from '../diagnostics/once.js';
import { atLeast, basics, passing } from './basic-schemas.js';
import { checkCondition } from './check-condition.js';
import { isLocalDate, parseDuration } from './dates.js';
import type { Regulation, TermValue } from './schema.js';
import { vocabulary } from './vocabulary.js';

/** A value for a term: thresholds by name, or an interval, from a day until another, with its source. */
export const termValueSchema = once(() => {
  const { bilingual, condition, localDate, source } = basics();
  return z.catchall(
    z.object({
      from: z.optional(localDate),
      until: z.optional(localDate),
      every: z.optional(z.string()),
      cases: z.optional(
        z
          .array(z.strictObject({ when: condition, every: z.string() }))
          .check(passing((list) => list.length > 0, 'input/out-of-range', '≥ 1')),
      ),
      source: z.optional(source),
      because: z.optional(bilingual),
    }),
    z.number().check(atLeast(0)),
  );
});

/** The values of terms, as profiles and callers give them. */
export function checkTermValues(
  regulation: Regulation,
  terms: { readonly [term: string]: readonly TermValue[] },
  base: string,
): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const fault = (code: InputCode, path: string, details?: Parameters<typeof diagnostic>[2]) =>
    faults.push(diagnostic(code, path, details));
  for (const [name, values] of Object.entries(terms)) {
    const term = Object.hasOwn(regulation.terms, name) ? regulation.terms[name] : undefined;
    if (!term) {
      fault('policy/unknown-term', `${base}.${name}`, { value: name, among: Object.keys(regulation.terms) });
      continue;
    }
    values.forEach((value, i) => {
      const path = `${base}.${name}[${i}]`;
      const measures = term.interval ? ['every', 'cases'] : Object.keys(term.thresholds ?? {});
      const given = Object.keys(value).filter((key) => !['from', 'until', 'source', 'because'].includes(key));
      for (const key of given)
        if (!measures.includes(key))
          fault('policy/unknown-threshold', `${path}.${key}`, { value: key, among: measures });
      if (!given.some((key) => measures.includes(key)))
        fault('policy/no-value', path, { expected: measures.join(', ') || 'findings' });
      for (const [at, every] of [
        ['every', value.every] as const,
        ...(value.cases ?? []).map((part, j) => [`cases[${j}].every`, part.every] as const),
      ])
        if (every !== undefined && !parseDuration(every))
          fault('rule/invalid-duration', `${path}.${at}`, { value: every, expected: 'P1Y, P6M' });
      (value.cases ?? []).forEach((part, j) => {
        faults.push(...checkCondition(part.when, `${path}.cases[${j}].when`, vocabulary(regulation)));
      });
    });
    faults.push(...checkDated(values, `${base}.${name}`));
  }
  return faults;
}

/** Dated things of one name: days that exist, in order, never two at once. */
export function checkDated(
  list: readonly { from?: string | undefined; until?: string | undefined }[],
  path: string,
): Diagnostic[] {
  const days = list.flatMap(({ from, until }, i) => [
    [`${path}[${i}].from`, from] as const,
    [`${path}[${i}].until`, until] as const,
  ]);
  const wrong = days
    .filter(([, day]) => day !== undefined && !isLocalDate(day))
    .map(([at, value]) => diagnostic('input/invalid-date', at, { value, expected: 'YYYY-MM-DD' }));
  if (wrong.length > 0) return wrong;
  const backwards = list.flatMap(({ from, until }, i) =>
    from !== undefined && until !== undefined && until <= from
      ? [diagnostic('input/out-of-order', `${path}[${i}].until`, { value: until, expected: from })]
      : [],
  );
  const sorted = list.map((dated, i) => ({ ...dated, i })).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const overlapping = sorted.flatMap((dated, k) => {
    const before = sorted[k - 1];
    const free = before === undefined || (before.until !== undefined && before.until <= (dated.from ?? ''));
    return free ? [] : [diagnostic('policy/overlapping-dates', `${path}[${dated.i}]`, { value: dated.from ?? '' })];
  });
  return [...backwards, ...overlapping];
}
