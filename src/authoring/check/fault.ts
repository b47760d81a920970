import type { FileCode } from '../../diagnostics/diagnostics.js';
import type { fileDiagnostic } from '../../diagnostics/file-diagnostics.js';

/** Tells a fault of a regulation. */
export type Fault = (code: FileCode, path: string, details?: Parameters<typeof fileDiagnostic>[2]) => void;
