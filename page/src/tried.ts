import { type Diagnostic, ZerenzhiError } from 'zerenzhi';

/** What is made, or why the library refuses to make it. An error of the page itself is no refusal, and goes on. */
export function tried<Made>(make: () => Made): { readonly made?: Made; readonly faults: readonly Diagnostic[] } {
  try {
    return { made: make(), faults: [] };
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) throw error;
    return { faults: error.diagnostics };
  }
}
