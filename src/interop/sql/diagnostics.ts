import { SQL_MESSAGES } from '../../messages/sql-diagnostics.js';
import { diagnosticsOf } from '../../regulation/diagnostics.js';

/** A fault of a statement. */
export const sqlDiagnostic = diagnosticsOf(SQL_MESSAGES);
