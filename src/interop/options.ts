import * as z from 'zod/mini';
import { shapeFaults } from '../diagnostics/check-shape.js';
import { type Diagnostic, faultsOf } from '../diagnostics/diagnostics.js';
import { plainCopy } from '../diagnostics/plain-data.js';

/** The options of an export that it alone takes, as a copy, and what is wrong with them. */
export function ownOptions(
  shape: Record<string, z.ZodMiniType>,
  given: Readonly<Record<string, unknown>>,
): { readonly own: unknown; readonly faults: readonly Diagnostic[] } {
  const { copy, faults } = plainCopy(given);
  const told = new Set(faults.map(({ path }) => path));
  const wrong = shapeFaults(z.strictObject(shape), copy).filter(({ path }) => !told.has(path));
  return { own: copy, faults: faultsOf('options', [...faults, ...wrong]) };
}
