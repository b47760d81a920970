import stringWidth from 'string-width';
import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/universal';
import { asRefusal } from '../diagnostics/reading.js';
import { guarded } from '../explanation/guarded.js';
import type { AnyReport } from '../explanation/results.js';
import type { Lang } from '../language.js';
import { SPREADSHEET } from '../messages/spreadsheet.js';
import type { OrganizationBase } from '../model/organization.js';
import type { ObligationReport } from '../obligations/report.js';
import type { Names, ShippedNames } from '../policy/names.js';
import { LAYOUT } from '../report/layout.js';
import { STATUSES } from '../report/pages/obligations.js';
import { dayOrText, head, text } from './cells.js';
import { type ObligationRow, type ObligationTableOptions, obligationRows, TABLE_OPTIONS } from './obligation-rows.js';
import { repack } from './repack.js';
import { filtered, printed } from './sheet-features.js';
import { summary } from './summary.js';

/** In characters; the keys are the columns in their order. */
const WIDTHS: { readonly [column in keyof ObligationRow]: number } = {
  unit: 26,
  provision: 31,
  place: 22,
  quote: 26,
  action: 22,
  system: 12,
  towards: 12,
  occasion: 12,
  status: 12,
  due: 12,
  madeGood: 12,
  evidence: 24,
  grounds: 24,
  open: 31,
};
const COLUMNS = Object.keys(WIDTHS) as (keyof ObligationRow)[];
/** In points. */
const LINE = 14;
const MOST_LINES = 28;

/** Duties as a spreadsheet, as `obligationsXlsx` gives it. */
export async function xlsxOf<N extends Names = ShippedNames>(
  reports: readonly ObligationReport<N>[],
  options?: ObligationTableOptions,
): Promise<Uint8Array> {
  const { sheets, settings } = guarded(options, TABLE_OPTIONS, ({ lang = 'zh', organization }) =>
    bookOf(reports, lang, organization as OrganizationBase | undefined),
  );
  try {
    const file = await writeExcelFile(sheets, settings).toBlob();
    return repack(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    throw asRefusal(error);
  }
}

function bookOf(reports: readonly AnyReport[], lang: Lang, organization: OrganizationBase | undefined) {
  const say = SPREADSHEET[lang];
  const rows = obligationRows(reports, lang, organization);
  const duties: SheetData = [COLUMNS.map((column) => head(say.columns[column])), ...rows.map(dutyRow)];
  const frozen = { stickyRowsCount: 1, stickyColumnsCount: 1, orientation: 'landscape' } as const;
  const sheets = [
    { data: duties, sheet: say.duties, columns: COLUMNS.map((column) => ({ width: WIDTHS[column] })), ...frozen },
    {
      data: summary(reports, lang, organization),
      sheet: say.summary,
      columns: [{ width: 26 }, ...STATUSES.map(() => ({ width: 14 })), { width: 10 }, { width: 18 }],
      ...frozen,
    },
  ];
  const settings = {
    fontFamily: LAYOUT[lang].fonts.sheet.word,
    fontSize: 10,
    features: [filtered(COLUMNS.length, rows.length + 1), printed(sheets.map(({ sheet }) => sheet))],
  };
  return { sheets, settings };
}

/** A row high enough for what stands in it: not every program sees to that itself. */
function dutyRow(row: ObligationRow): Cell[] {
  const lines = Math.max(...COLUMNS.map((column) => Math.ceil((stringWidth(row[column]) + 1) / WIDTHS[column])));
  const height = Math.min(lines, MOST_LINES) * LINE;
  return COLUMNS.map((column) => {
    const value = row[column];
    const cell = column === 'due' || column === 'madeGood' ? dayOrText : text;
    return value === '' ? null : { ...cell(value), height };
  });
}
