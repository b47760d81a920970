import { stringify } from 'csv-stringify/sync';
import { SPREADSHEET } from '../messages/spreadsheet.js';
import type { ObligationReport } from '../obligations/check-unit-obligations.js';
import { visibleCell } from '../report/inert.js';
import { type ObligationTableOptions, obligationRows } from './obligation-rows.js';

/**
 * Every duty of some units as CSV, for spreadsheets: they read it as Chinese, and nothing in it as a formula.
 *
 * @example
 * const csv = obligationsCsv(units.map((unit) => checkUnitObligations(unit, { organization })), { organization });
 */
export function obligationsCsv(reports: readonly ObligationReport[], options: ObligationTableOptions = {}): string {
  const { columns } = SPREADSHEET[options.lang ?? 'zh'];
  const keys = Object.keys(columns) as (keyof typeof columns)[];
  const rows = obligationRows(reports, options).map((row) => keys.map((key) => visibleCell(row[key])));
  return stringify([keys.map((key) => columns[key]), ...rows], {
    bom: true,
    quoted: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
