import { type DocumentName, diagnostic, faultsOf, ZerenzhiError } from './diagnostics.js';

// Results come back from JSON, from proxies, from anywhere: the functions that take them refuse what they cannot read, and nothing else leaves them.

/** What is made of something from outside: whatever goes wrong while it is read is told as a fault of it. */
export function reading<Made>(make: () => Made, document: DocumentName = 'result'): Made {
  try {
    return make();
  } catch (error) {
    throw asRefusal(error, document);
  }
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
