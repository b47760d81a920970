import type { Feature } from 'write-excel-file/universal';
import { getCellAddress } from 'write-excel-file/utility';

// What the writer of spreadsheets has no option for.

/** Buttons on the head of the first sheet that filter its rows. */
export const filtered = (columns: number, rows: number): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _, { sheetIndex }) => {
          const range = `A1:${getCellAddress(rows - 1, columns - 1)}`;
          return sheetIndex === 0 ? xml.replace('</sheetData>', () => `</sheetData><autoFilter ref="${range}"/>`) : xml;
        },
      },
    },
  },
});

/** On paper every sheet is ruled and as wide as the page, and its head stands on each. */
export const printed = (sheets: readonly string[]): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
            .replace('<pageMargins', '<printOptions gridLines="1"/><pageMargins'),
        transformElementAttributes: (tag, attributes) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
      'xl/workbook.xml': {
        transform: (xml) => {
          const names = sheets.map(
            (sheet, i) => `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${sheet}'!$1:$1</definedName>`,
          );
          return xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`);
        },
      },
    },
  },
});
