import { joinPath } from '../diagnostics/check-shape.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';

const HALF = /\p{Cs}/u;

/** Texts with half a character, which have no canonical form. */
export function halves(value: unknown, path = ''): Diagnostic[] {
  if (typeof value === 'string')
    return HALF.test(value) ? [diagnostic('input/not-plain-data', path, { value: HALF.exec(value)?.[0] })] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((part, i) => halves(part, joinPath(path, [i])));
  return Object.entries(value).flatMap(([key, part]) => [...halves(key, path), ...halves(part, joinPath(path, [key]))]);
}

/** A copy as JSON holds it: a key without a value is left out, and -0 is 0. */
export const jsonCopy = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));
