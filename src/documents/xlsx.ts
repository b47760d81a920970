import writeExcelFile, { type Cell, type Feature, type SheetData } from 'write-excel-file/universal';
import type { ObligationReport, ObligationStatus } from '../check-unit-obligations.js';
import { type Lang, REPORT } from '../messages/report.js';
import { SPREADSHEET } from '../messages/spreadsheet.js';
import { isLocalDate } from '../regulation/dates.js';
import { visible } from '../report/inert.js';
import { whenText } from '../report/when.js';
import { type ObligationRow, type ObligationTableOptions, obligationRows, unitName } from './obligation-rows.js';
import { repack } from './repack.js';

/** In characters; the keys are the columns in their order. */
const WIDTHS: { readonly [column in keyof ObligationRow]: number } = {
  unit: 18,
  provision: 22,
  place: 22,
  quote: 40,
  action: 31,
  system: 18,
  incident: 18,
  status: 10,
  due: 16,
  evidence: 40,
  open: 60,
};
const COLUMNS = Object.keys(WIDTHS) as (keyof ObligationRow)[];
const STATUSES: readonly ObligationStatus[] = ['breached', 'overdue', 'due-soon', 'undetermined', 'fulfilled', 'not-applicable'];
/** What a cell of a spreadsheet can hold. */
const CELL = 2 ** 15 - 1;

/**
 * The duties of some units as a spreadsheet: every duty on one sheet, to be filtered, and how many stand how in each unit on another. The
 * same reports are the same bytes.
 *
 * @example
 * await writeFile('duties.xlsx', await obligationsXlsx(units.map((unit) => checkUnitObligations(unit, { organization })), { organization }));
 */
export async function obligationsXlsx(reports: readonly ObligationReport[], options: ObligationTableOptions = {}): Promise<Uint8Array> {
  const { lang = 'zh' } = options;
  const say = SPREADSHEET[lang];
  const rows = obligationRows(reports, options);
  const duties: SheetData = [COLUMNS.map((column) => head(say.columns[column])), ...rows.map((row) => COLUMNS.map((column) => cellOf(row[column], column)))];
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
  const file = await writeExcelFile(sheets, { features: [filtered(rows.length + 1), printed(sheets.map(({ sheet }) => sheet))] }).toBlob();
  return repack(new Uint8Array(await file.arrayBuffer()));
}

/** Text stays text, whatever it looks like and even when its cell is edited; days are dates. */
function cellOf(value: string, column: keyof ObligationRow): Cell {
  if (column === 'due' && isLocalDate(value))
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', align: 'left', alignVertical: 'top' };
  return value === '' ? null : text(value);
}

const text = (value: string): Cell => ({ value: cellText(value), type: String, format: '@', wrap: true, alignVertical: 'top' });
// `_x001b_` would be read as the character of that number.
const cellText = (value: string): string => visible(value.slice(0, CELL)).replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
const head = (value: string): Cell => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#E9EEF2', wrap: true, alignVertical: 'center' });

function summary(reports: readonly ObligationReport[], { organization }: ObligationTableOptions, lang: Lang): SheetData {
  const say = SPREADSHEET[lang];
  const total = (of: readonly ObligationReport[], status: ObligationStatus) => of.reduce((sum, { counts }) => sum + counts[status], 0);
  const row = (name: Cell, of: readonly ObligationReport[], asOf: Cell): Cell[] => {
    const counts = STATUSES.map((status) => total(of, status));
    return [name, ...counts, counts.reduce((sum, count) => sum + count, 0), asOf];
  };
  return [
    [say.columns.unit, ...STATUSES.map((status) => REPORT[lang].obligation[status]), say.total, say.asOf].map(head),
    ...reports.map((report) => row(text(unitName(report, organization)), [report], text(whenText(report.asOf)))),
    row({ value: say.total, fontWeight: 'bold' }, reports, null),
  ];
}

/** Buttons on the head of the first sheet that filter its rows. */
const filtered = (rows: number): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _, { sheetIndex }) =>
          sheetIndex === 0
            ? xml.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${String.fromCharCode('A'.charCodeAt(0) + COLUMNS.length - 1)}${rows}"/>`)
            : xml,
      },
    },
  },
});

/** On paper every sheet is as wide as the page, and its head stands on each. */
const printed = (sheets: readonly string[]): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) => xml.replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'),
        transformElementAttributes: (tag, attributes) => (tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes),
      },
      'xl/workbook.xml': {
        transform: (xml) => {
          const names = sheets.map((sheet, i) => `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${sheet}'!$1:$1</definedName>`);
          return xml.replace('</sheets>', `</sheets><definedNames>${names.join('')}</definedNames>`);
        },
      },
    },
  },
});
