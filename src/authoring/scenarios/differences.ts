import { isMapping, sameData } from '../../diagnostics/plain-data.js';

/** Where what came is not what a row expects. */
export interface Difference {
  /** For example `findings.art9.p2.i3`. */
  readonly at: string;
  /** Nothing where only something came. */
  readonly expected?: unknown;
  /** Nothing where only something was expected. */
  readonly came?: unknown;
}

/** The places at which two plain objects differ; a list is compared as a whole. */
export function differencesOf(expected: unknown, came: unknown, at = ''): Difference[] {
  if (!isMapping(expected) || !isMapping(came)) {
    if (sameData(expected, came)) return [];
    return [{ at, ...(expected !== undefined && { expected }), ...(came !== undefined && { came }) }];
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(came)]);
  return [...keys].flatMap((key) => differencesOf(expected[key], came[key], at === '' ? key : `${at}.${key}`));
}
