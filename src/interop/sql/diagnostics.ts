import { diagnosticsOf } from '../../diagnostics/diagnostics.js';
import { SQL_MESSAGES } from '../../messages/sql-diagnostics.js';

/** A fault of a statement. */
export const sqlDiagnostic = diagnosticsOf(SQL_MESSAGES);
