import writeExcelFile, { type Cell, type Feature } from 'write-excel-file/universal';
import { getCellAddress } from 'write-excel-file/utility';
import { INIT } from '../messages/init.js';
import { TABLE } from '../messages/table.js';
import type { Lang } from '../messages.js';
import { type CaseColumn, caseColumns } from './cases.js';

/** As many rows have their options to choose from. */
const ROWS = 2000;
const WIDTH = 18;
/** Before the options on the sheet that explains the headings. */
const BEFORE = 3;

/** A workbook to fill in: a sheet with the headings, and one that says what each takes. */
export async function casesXlsx(lang: Lang): Promise<Uint8Array> {
  const say = INIT[lang];
  const columns = caseColumns(lang);
  const most = Math.max(...columns.map(({ choices }) => choices.length));
  const { heading, ask, fill, options } = say.columns;
  const help = [
    [heading, ask, fill, options].map(head),
    ...columns.map((column) => [column.heading, column.ask, column.fill, ...column.choices].map(words)),
  ];
  const frozen = { stickyRowsCount: 1, stickyColumnsCount: 1, orientation: 'landscape' } as const;
  const sheets = [
    {
      data: [columns.map((column) => head(column.heading))],
      sheet: TABLE[lang].sheet,
      columns: columns.map(() => ({ width: WIDTH })),
      ...frozen,
    },
    {
      data: help,
      sheet: say.help,
      columns: [{ width: 30 }, { width: 40 }, { width: 40 }, ...Array.from({ length: most }, () => ({ width: WIDTH }))],
      ...frozen,
    },
  ];
  const file = await writeExcelFile(sheets, { features: [choosing(columns, say.help)] }).toBlob();
  return new Uint8Array(await file.arrayBuffer());
}

const head = (value: string): Cell => ({
  value,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E9EEF2',
  wrap: true,
  alignVertical: 'center',
});
const words = (value: string): Cell =>
  value === '' ? null : { value, type: String, wrap: true, alignVertical: 'top' };

/**
 * Lists to choose from, on the first sheet, which the writer has no option for. They stand on the other one, since a
 * list within a rule may not be long; what is not in them may be written too, as several members of a set.
 */
const choosing = (columns: readonly CaseColumn[], sheet: string): Feature<Blob> => {
  const lists = columns.flatMap(({ choices }, i) => {
    if (choices.length === 0) return [];
    const range = (from: string, to: string) => `${from}:${to}`;
    const of = range(getCellAddress(1, i), getCellAddress(ROWS, i));
    const fixed = (column: number) => getCellAddress(i + 1, column).replace(/([A-Z]+)(\d+)/, '$$$1$$$2');
    const list = range(fixed(BEFORE), fixed(BEFORE + choices.length - 1));
    return `<dataValidation type="list" allowBlank="1" sqref="${of}"><formula1>'${sheet}'!${list}</formula1></dataValidation>`;
  });
  const rules = `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) =>
            sheetIndex === 0 ? xml.replace('</sheetData>', () => `</sheetData>${rules}`) : xml,
        },
      },
    },
  };
};
