export { obligationsCsv } from './csv.js';
export { renderDocx } from './docx.js';
export type { ObligationTableOptions } from './obligation-rows.js';
export { obligationsXlsx } from './xlsx.js';
