import { MESSAGES } from '../messages/diagnostics.js';
import { FILE_MESSAGES } from '../messages/file-diagnostics.js';
import { diagnosticsOf } from './diagnostics.js';

/** A fault of a file, or of what stands in one. */
export const fileDiagnostic = diagnosticsOf({ ...MESSAGES, ...FILE_MESSAGES });
