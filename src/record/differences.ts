import { joinPath } from '../diagnostics/check-shape.js';
import { isMapping } from '../diagnostics/plain-data.js';

/** A place where two outcomes differ; a side that has nothing there is absent. */
export interface Difference {
  /** For example `findings.art1.status`. */
  readonly path: string;
  readonly recorded?: unknown;
  readonly derived?: unknown;
}

/**
 * The places at which two JSON values differ, in the order of their names. Lists of plain values are compared whole.
 */
export function differencesOf(recorded: unknown, derived: unknown, path = ''): Difference[] {
  if (recorded === derived) return [];
  if (isMapping(recorded) && isMapping(derived)) {
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(derived)])].sort();
    return keys.flatMap((key) => differencesOf(own(recorded, key), own(derived, key), joinPath(path, [key])));
  }
  if (Array.isArray(recorded) && Array.isArray(derived)) {
    const longer: unknown[] = recorded.length >= derived.length ? recorded : derived;
    const inner = longer.flatMap((_, i) => differencesOf(recorded[i], derived[i], joinPath(path, [i])));
    const plain = [...recorded, ...derived].every((part) => typeof part !== 'object');
    return plain && inner.length > 0 ? [{ path, recorded, derived }] : inner;
  }
  return [{ path, ...(recorded !== undefined && { recorded }), ...(derived !== undefined && { derived }) }];
}

/** What an object has under a key itself. */
export const own = (object: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;
