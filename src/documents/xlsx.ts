import stringWidth from 'string-width';
import writeExcelFile, { type Cell, type CellObject, type SheetData } from 'write-excel-file/universal';
import type { Lang } from '../language.js';
import { LAYOUT } from '../messages/layout.js';
import { REPORT } from '../messages/report.js';
import { SPREADSHEET } from '../messages/spreadsheet.js';
import type { ObligationReport, ObligationStatus } from '../obligations/check-unit-obligations.js';
import { isLocalDate } from '../regulation/dates.js';
import { visible } from '../report/inert.js';
import { asOfText } from '../report/when.js';
import { type ObligationRow, type ObligationTableOptions, obligationRows, unitName } from './obligation-rows.js';
import { repack } from './repack.js';
import { filtered, printed } from './sheet-features.js';

/** In characters; the keys are the columns in their order. */
const WIDTHS: { readonly [column in keyof ObligationRow]: number } = {
  unit: 26,
  provision: 31,
  place: 22,
  quote: 26,
  action: 22,
  system: 12,
  incident: 12,
  status: 12,
  due: 12,
  evidence: 24,
  open: 31,
};
const COLUMNS = Object.keys(WIDTHS) as (keyof ObligationRow)[];
const STATUSES: readonly ObligationStatus[] = [
  'breached',
  'overdue',
  'due-soon',
  'undetermined',
  'fulfilled',
  'not-applicable',
];
/** What a cell of a spreadsheet can hold. */
const CELL = 2 ** 15 - 1;
/** In points. */
const LINE = 14;
const MOST_LINES = 28;

/** Duties as a spreadsheet, as `obligationsXlsx` gives it. */
export async function xlsxOf(
  reports: readonly ObligationReport[],
  options: ObligationTableOptions,
): Promise<Uint8Array> {
  const { lang = 'zh' } = options;
  const say = SPREADSHEET[lang];
  const rows = obligationRows(reports, options);
  const duties: SheetData = [COLUMNS.map((column) => head(say.columns[column])), ...rows.map(dutyRow)];
  const frozen = { stickyRowsCount: 1, stickyColumnsCount: 1, orientation: 'landscape' } as const;
  const sheets = [
    { data: duties, sheet: say.duties, columns: COLUMNS.map((column) => ({ width: WIDTHS[column] })), ...frozen },
    {
      data: summary(reports, options, lang),
      sheet: say.summary,
      columns: [{ width: 26 }, ...STATUSES.map(() => ({ width: 14 })), { width: 10 }, { width: 18 }],
      ...frozen,
    },
  ];
  const file = await writeExcelFile(sheets, {
    fontFamily: LAYOUT[lang].fonts.sheet,
    fontSize: 10,
    features: [filtered(COLUMNS.length, rows.length + 1), printed(sheets.map(({ sheet }) => sheet))],
  }).toBlob();
  return repack(new Uint8Array(await file.arrayBuffer()));
}

/** A row high enough for what stands in it: not every program sees to that itself. */
function dutyRow(row: ObligationRow): Cell[] {
  const lines = Math.max(...COLUMNS.map((column) => Math.ceil((stringWidth(row[column]) + 1) / WIDTHS[column])));
  const height = Math.min(lines, MOST_LINES) * LINE;
  return COLUMNS.map((column) => {
    const value = row[column];
    return value === '' ? null : { ...(column === 'due' && isLocalDate(value) ? day(value) : text(value)), height };
  });
}

/** Text stays text, whatever it looks like and even when its cell is edited. */
const text = (value: string): CellObject => ({
  value: cellText(value),
  type: String,
  format: '@',
  wrap: true,
  alignVertical: 'top',
});
// `_x001b_` would be read as the character of that number.
const cellText = (value: string): string => visible(value.slice(0, CELL)).replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
const day = (value: string): CellObject => ({
  value: new Date(`${value}T00:00:00Z`),
  type: Date,
  format: 'yyyy-mm-dd',
  align: 'left',
  alignVertical: 'top',
});
const head = (value: string): CellObject => ({
  value,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E9EEF2',
  wrap: true,
  alignVertical: 'center',
});

/** How many duties stand how, unit by unit and in all. */
function summary(
  reports: readonly ObligationReport[],
  { organization }: ObligationTableOptions,
  lang: Lang,
): SheetData {
  const say = SPREADSHEET[lang];
  const counts = (of: readonly ObligationReport[]) => {
    const each = STATUSES.map((status) => of.reduce((sum, report) => sum + report.counts[status], 0));
    return [...each, each.reduce((sum, count) => sum + count, 0)];
  };
  return [
    [say.columns.unit, ...STATUSES.map((status) => REPORT[lang].obligation[status]), say.total, say.asOf].map(head),
    ...reports.map((report) => {
      const asOf = asOfText(report.asOf);
      return [text(unitName(report, organization)), ...counts([report]), isLocalDate(asOf) ? day(asOf) : text(asOf)];
    }),
    [{ value: say.total, fontWeight: 'bold' }, ...counts(reports), null],
  ];
}
