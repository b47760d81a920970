import { stringify } from 'csv-stringify/sync';
import { guarded } from '../explanation/guarded.js';
import { SPREADSHEET } from '../messages/spreadsheet.js';
import type { OrganizationBase } from '../model/organization.js';
import type { ObligationReport } from '../obligations/report.js';
import type { Names, ShippedNames } from '../policy/names.js';
import { visibleCell } from '../report/inert.js';
import { type ObligationTableOptions, obligationRows, TABLE_OPTIONS } from './obligation-rows.js';

/**
 * Every duty of some units as CSV, for spreadsheets: they read it as Chinese, and nothing in it as a formula.
 *
 * @throws ZerenzhiError with every fault of the options, or if they are no reports
 * @example
 * const csv = obligationsCsv(units.map((unit) => checkUnitObligations(unit, { organization })), { organization });
 */
export const obligationsCsv = <N extends Names = ShippedNames>(
  reports: readonly ObligationReport<N>[],
  options?: ObligationTableOptions,
): string =>
  guarded(options, TABLE_OPTIONS, ({ lang = 'zh', organization }) => {
    const { columns } = SPREADSHEET[lang];
    const keys = Object.keys(columns) as (keyof typeof columns)[];
    const rows = obligationRows(reports, lang, organization as OrganizationBase | undefined);
    return stringify(
      [keys.map((key) => columns[key]), ...rows.map((row) => keys.map((key) => visibleCell(row[key])))],
      { bom: true, quoted: true, escape_formulas: true, record_delimiter: 'windows' },
    );
  });
