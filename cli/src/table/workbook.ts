import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ZerenzhiError } from 'zerenzhi';
import { faultOf } from '../faults.js';
import { TABLE } from '../messages/table.js';

// What a workbook may hold before anybody reads its sheets. Who reads them makes a cell for every place up to the last
// one, takes what is no value for an empty cell, and unpacks whatever is packed.

const MEGABYTE = 2 ** 20;
const MOST_MEGABYTES = 256;
/** Rows times columns of a sheet. */
const MOST_CELLS = 2 ** 24;

/**
 * A workbook packed anew, of bounded size, with the sheet that the incidents stand on: the one that is called so, or
 * the first.
 *
 * @throws ZerenzhiError if it is none, or too large
 */
export function guardedWorkbook(bytes: Uint8Array, file: string): { book: ArrayBuffer; sheet: string | number } {
  const tooLarge = (expected: string) => new ZerenzhiError([faultOf('input/too-large', file, { expected })]);
  let size = 0;
  let parts: { [path: string]: Uint8Array };
  try {
    // What a part says of its size is how much of it is unpacked.
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.xml(?:\.rels)?$/.test(name)) return false;
        size += originalSize;
        if (size > MOST_MEGABYTES * MEGABYTE) throw tooLarge(`${MOST_MEGABYTES} MB`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof ZerenzhiError) throw error;
    throw new ZerenzhiError([faultOf('input/syntax', file, { expected: 'XLSX' })]);
  }
  for (const [path, part] of Object.entries(parts)) {
    // A sheet may lie under any name.
    if (!Buffer.from(part.buffer, part.byteOffset, part.length).includes('sheetData')) continue;
    const sheet = strFromU8(part);
    if (cellsOf(sheet) > MOST_CELLS) throw tooLarge(`${MOST_CELLS} cells`);
    parts[path] = strToU8(plainCells(sheet));
  }
  const packed = zipSync(parts, { level: 0 });
  return {
    book: packed.slice().buffer as ArrayBuffer,
    sheet: sheetIn(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())),
  };
}

const CELL = /<(?:\w+:)?(?:c|row)\b[^<>]*?\br=["']([A-Za-z]*)(\d+)["']/g;

/** How many cells a sheet has up to its last row and its last column. */
function cellsOf(sheet: string): number {
  let [rows, columns] = [0, 0];
  for (const [, letters = '', row] of sheet.matchAll(CELL)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(
      columns,
      [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    );
  }
  return rows * Math.max(columns, 1);
}

/** An error in a cell is told as its text, and a date that is written out as it stands, whatever the machine's zone. */
const plainCells = (sheet: string): string => sheet.replaceAll(/(<(?:\w+:)?c\b[^<>]*?\bt=["'])[ed](?=["'])/g, '$1str');

function sheetIn(workbook: string): string | number {
  for (const { sheet } of [TABLE.zh, TABLE.en]) {
    const named = new RegExp(`<(?:\\w+:)?sheet\\b[^>]*\\bname="(${sheet})"`, 'i').exec(workbook)?.[1];
    if (named !== undefined) return named;
  }
  return 1;
}
