import { type Diagnostic, diagnostic, type InputCode } from '../diagnostics/diagnostics.js';
import { isMapping } from '../diagnostics/plain-data.js';
import { checkCondition } from './check-condition.js';
import { dateFault } from './date-fault.js';
import { isLocalDate, LONGEST, parseDuration } from './dates.js';
import { beginningOf, makingFaults } from './made.js';
import type { Made, Regulation, TermDefinition } from './schema.js';
import { vocabulary } from './vocabulary.js';

/**
 * The values of terms, as profiles and callers give them. Whatever their shape is: what has a fault of it hides nothing
 * of the rest.
 */
export function checkTermValues(regulation: Regulation, terms: unknown, base: string): Diagnostic[] {
  const among = Object.keys(regulation.terms);
  return entriesOf(terms).flatMap(([name, values]) => {
    const term = Object.hasOwn(regulation.terms, name) ? regulation.terms[name] : undefined;
    if (!term) return [diagnostic('policy/unknown-term', `${base}.${name}`, { value: name, among })];
    const list = Array.isArray(values) ? values : [];
    return [
      ...list.flatMap((value, i) => makingFaults(regulation, value, `${base}.${name}[${i}]`)),
      ...list.flatMap((value, i) => valueFaults(regulation, term, value, `${base}.${name}[${i}]`)),
      ...checkDated(list, `${base}.${name}`),
    ];
  });
}

const DESCRIBING = ['by', 'made', 'effect', 'from', 'until', 'source', 'because'];

/**
 * The faults of one value of a term: measures that the term does not have, intervals and days that are none.
 *
 * @param describing what a value has beside its measures
 */
export function valueFaults(
  regulation: Regulation,
  term: TermDefinition,
  value: unknown,
  path: string,
  describing: readonly string[] = term.interval ? DESCRIBING : [...DESCRIBING, 'settles'],
): Diagnostic[] {
  if (!isMapping(value)) return [];
  const faults: Diagnostic[] = [];
  const fault = (code: InputCode, at: string, details?: Parameters<typeof diagnostic>[2]) =>
    faults.push(diagnostic(code, at, details));
  const among = term.interval ? ['every', 'on', 'cases'] : Object.keys(term.thresholds ?? {});
  const given = entriesOf(value).filter(([key]) => !describing.includes(key));
  for (const [key, measure] of given) {
    if (!among.includes(key)) fault('policy/unknown-threshold', `${path}.${key}`, { value: key, among });
    else if (term.thresholds?.[key]?.unit === 'hours' && Number(measure) > LONGEST.hours)
      fault('input/out-of-range', `${path}.${key}`, { value: measure, expected: `≤ ${LONGEST.hours}` });
  }
  if (!given.some(([key]) => among.includes(key)))
    fault('policy/no-value', path, { expected: among.join(', ') || 'findings' });
  const { every, on, cases } = value as { readonly every?: unknown; readonly on?: unknown; readonly cases?: unknown };
  (Array.isArray(on) ? on : []).forEach((day: unknown, i) => {
    // In a leap year every day of the year exists.
    if (typeof day === 'string' && !isLocalDate(`2000-${day}`))
      fault('input/invalid-date', `${path}.on[${i}]`, { value: day, expected: 'MM-DD' });
  });
  const rhythm = (text: unknown, at: string) => {
    if (typeof text === 'string' && !parseDuration(text))
      fault('rule/invalid-duration', at, { value: text, expected: `P1Y, P6M (≤ P${LONGEST.years}Y)` });
  };
  rhythm(every, `${path}.every`);
  (Array.isArray(cases) ? cases : []).forEach(
    (part: { readonly every?: unknown; readonly when?: unknown } | null, i) => {
      rhythm(part?.every, `${path}.cases[${i}].every`);
      faults.push(...checkCondition(part?.when, `${path}.cases[${i}].when`, vocabulary(regulation)));
    },
  );
  return faults;
}

const entriesOf = (value: unknown): [string, unknown][] => (isMapping(value) ? Object.entries(value) : []);

/** Dated things of one name: days that exist, in order, never two at once. What is no text is no day. */
export function checkDated(list: readonly unknown[], path: string): Diagnostic[] {
  const dated = list.map((entry, i) => ({ from: dayOf(entry, 'from'), until: dayOf(entry, 'until'), i }));
  const wrong = dated
    .flatMap(({ from, until, i }) => [[`${path}[${i}].from`, from] as const, [`${path}[${i}].until`, until] as const])
    .filter(([, day]) => day !== undefined && !isLocalDate(day))
    .map(([at, value]) => dateFault(at, value as string));
  if (wrong.length > 0) return wrong;
  const begun = dated.map(({ from, until, i }) => ({ from: from ?? beginningIn(list[i]), until, i }));
  const backwards = begun.flatMap(({ from, until, i }) =>
    from !== undefined && until !== undefined && until < from
      ? [diagnostic('input/out-of-order', `${path}[${i}].until`, { value: until, expected: from })]
      : [],
  );
  const sorted = [...begun].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const overlapping = sorted.flatMap(({ from = '', i }, k) => {
    const before = sorted[k - 1];
    const free = before === undefined || (before.until !== undefined && before.until < from);
    return free ? [] : [diagnostic('policy/overlapping-dates', `${path}[${i}]`, { value: from })];
  });
  return [...backwards, ...overlapping];
}

function beginningIn(entry: unknown): string | undefined {
  const day: unknown = typeof entry === 'object' && entry !== null ? beginningOf(entry as Made) : undefined;
  return typeof day === 'string' ? day : undefined;
}

function dayOf(entry: unknown, key: 'from' | 'until'): string | undefined {
  const day = (entry as { readonly [key in 'from' | 'until']?: unknown } | null | undefined)?.[key];
  return typeof day === 'string' ? day : undefined;
}
