import { writeFileSync } from 'node:fs';
import { ZerenzhiError } from '../regulation/diagnostics.js';
import { fileDiagnostic } from '../regulation/file-diagnostics.js';

/** Writes what was made to a file, or to standard output where none is named. */
export function put(content: string | Uint8Array, file: string | undefined): void {
  if (file === undefined) {
    process.stdout.write(content);
    return;
  }
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new ZerenzhiError([{ ...fileDiagnostic('file/unwritable', '', { expected: (error as NodeJS.ErrnoException).code ?? 'error' }), file }]);
  }
}
