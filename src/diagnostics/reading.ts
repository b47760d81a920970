import { type DocumentName, diagnostic, faultsOf, ZerenzhiError } from './diagnostics.js';

// Results come back from JSON, from proxies, from anywhere: the functions that take them refuse what they cannot read,
// and nothing else leaves them.

/** What is made of something from outside: whatever goes wrong while it is read is told as a fault of it. */
export function reading<Made>(make: () => Made, document: DocumentName = 'result'): Made {
  try {
    return make();
  } catch (error) {
    throw asRefusal(error, document);
  }
}

/** What is looked into for holes, at most: pages and reports are no deeper. */
const DEPTH = 20;

/**
 * A value in which no list has a hole: one of nothing else may say that it has thousands of millions, and to walk them
 * takes minutes.
 */
export function withoutHoles<Of>(value: Of, depth = 0): Of {
  if (typeof value !== 'object' || value === null || depth > DEPTH) return value;
  if (Array.isArray(value)) refuseHoles(value);
  for (const part of Object.values(value)) withoutHoles(part, depth + 1);
  return value;
}

/** The same of a list alone, whose parts are left alone. */
export function refuseHoles(list: readonly unknown[]): void {
  if (Object.keys(list).length < list.length)
    throw new ZerenzhiError(faultsOf('result', [diagnostic('input/not-plain-data', '', { value: 'hole' })]));
}

/** A refusal of ours as it is; anything else that was thrown while something was read, as one. */
export function asRefusal(error: unknown, document: DocumentName = 'result'): unknown {
  if (isRefusal(error)) return error;
  const fault = diagnostic('input/unreadable', '', { value: wordsOf(error) });
  return new ZerenzhiError(faultsOf(document, [fault]), { cause: error });
}

/** Whether something that was thrown is a refusal of ours; what cannot be looked at is none. */
function isRefusal(error: unknown): boolean {
  try {
    return error instanceof ZerenzhiError;
  } catch {
    return false;
  }
}

function wordsOf(error: unknown): string {
  try {
    return error instanceof Error ? String(error.message) : typeof error;
  } catch {
    return typeof error;
  }
}
