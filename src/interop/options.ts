import * as z from 'zod/mini';
import { copyFaults } from '../diagnostics/check-shape.js';
import { type Diagnostic, faultsOf } from '../diagnostics/diagnostics.js';
import { plainCopy } from '../diagnostics/plain-data.js';

/** The options of an export that it alone takes, as a copy, and what is wrong with them. */
export function ownOptions(
  shape: Record<string, z.ZodMiniType>,
  given: Readonly<Record<string, unknown>>,
): { readonly own: unknown; readonly faults: readonly Diagnostic[] } {
  const copied = plainCopy(given);
  return { own: copied.copy, faults: faultsOf('options', copyFaults(z.strictObject(shape), copied)) };
}
