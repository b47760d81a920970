import { type Diagnostic, ZerenzhiError } from 'zerenzhi';
import { type FileCode, fileDiagnostic } from 'zerenzhi/authoring';

/** What is wrong with a file. */
export const faultOf = (code: FileCode, file: string, details?: Parameters<typeof fileDiagnostic>[2]): Diagnostic => ({
  ...fileDiagnostic(code, '', details),
  file,
});

/** A fault on a line; in its first column where no other is known. */
export const atLine = (line: number, fault: Diagnostic): Diagnostic => ({ ...fault, line, column: fault.column ?? 1 });

/** Throws all faults at once, if there are any. */
export function refuse(faults: readonly Diagnostic[]): void {
  if (faults.length > 0) throw new ZerenzhiError(faults);
}

/** What the system says of a file: its code is the same in every language. */
export const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'error';

export const unreadable = (file: string, error: unknown): ZerenzhiError =>
  new ZerenzhiError([faultOf('file/unreadable', file, { expected: reasonOf(error) })]);

export const unwritable = (file: string, error: unknown): ZerenzhiError =>
  new ZerenzhiError([
    reasonOf(error) === 'EEXIST'
      ? faultOf('file/exists', file)
      : faultOf('file/unwritable', file, { expected: reasonOf(error) }),
  ]);
