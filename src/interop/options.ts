import * as z from 'zod/mini';
import { shapeFaults } from '../diagnostics/check-shape.js';
import { type Diagnostic, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { plainDataFaults } from '../diagnostics/plain-data.js';

/** The faults of the options of an export, but for its policy. */
export function optionFaults(shape: Record<string, z.ZodMiniType>, options: object | undefined): Diagnostic[] {
  const { policy: _, ...own } = (options ?? {}) as { policy?: unknown };
  const faults = plainDataFaults(own);
  return faults.length > 0 ? faults : shapeFaults(z.strictObject(shape), own);
}

/** What comes of some work, or the faults for which it refused. */
export function attempt<T>(work: () => T): { readonly value?: T; readonly faults: readonly Diagnostic[] } {
  try {
    return { value: work(), faults: [] };
  } catch (error) {
    if (error instanceof ZerenzhiError) return { faults: error.diagnostics };
    throw error;
  }
}
