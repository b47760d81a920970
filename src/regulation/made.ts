import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import { dateFault } from './date-fault.js';
import { isLocalDate } from './dates.js';
import type { Made, Regulation } from './schema.js';
import { settlers } from './vocabulary.js';

/** The first day on which something holds; nothing where it has no beginning. */
export const beginningOf = ({ from, made, effect }: Made): string | undefined =>
  from ?? (effect === 'beginning' ? undefined : made);

/** Whether there is a day on which both hold. */
export function areTogether(one: Made, other: Made): boolean {
  const ends = (before: Made, after: Made) => before.until !== undefined && before.until < (beginningOf(after) ?? '');
  return !ends(one, other) && !ends(other, one);
}

/**
 * What is wrong with the making of a ruling or a value: one that may not make it, whatever its date; a maker without a
 * day; a beginning that is said twice.
 */
export function makingFaults(regulation: Regulation, entry: unknown, path: string): Diagnostic[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const { by, made, from, effect } = entry as { readonly [key in keyof Made]?: unknown };
  const among = settlers(regulation);
  const faults: Diagnostic[] = [];
  if (typeof by === 'string' && !among.includes(by))
    faults.push(diagnostic('input/unknown-value', `${path}.by`, { value: by, among }));
  else if (typeof by === 'string' && by !== regulation.interpreter)
    faults.push(diagnostic('policy/not-competent', `${path}.by`, { value: by, expected: regulation.interpreter }));
  if (by !== undefined && made === undefined)
    faults.push(diagnostic('input/missing-key', `${path}.made`, { expected: 'YYYY-MM-DD' }));
  if (typeof made === 'string' && !isLocalDate(made)) faults.push(dateFault(`${path}.made`, made));
  if (effect !== undefined && from !== undefined)
    faults.push(diagnostic('input/contradiction', `${path}.effect`, { value: effect, expected: `from: ${from}` }));
  if (effect === 'own-day' && made === undefined)
    faults.push(diagnostic('input/missing-key', `${path}.made`, { expected: 'YYYY-MM-DD' }));
  return faults;
}
