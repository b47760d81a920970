export { obligationsCsv } from './csv.js';
export type { ObligationTableOptions } from './obligation-rows.js';
export { obligationsXlsx, renderDocx } from './office.js';
