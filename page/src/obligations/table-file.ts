import { parse } from 'csv-parse/browser/esm/sync';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { decodeText } from 'zerenzhi/authoring';

// A table as rows of cells, from CSV or a workbook. Nothing is unpacked or laid out that is larger than anybody fills
// in.

const MOST_BYTES = 5_000_000;
const MOST_UNPACKED = 50_000_000;
const MOST_CELLS = 1_000_000;

export interface TableRow {
  /** As a person counts, from the first line. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type TableRead =
  | { readonly rows: readonly TableRow[]; readonly isGuessed?: boolean }
  | { readonly problem: 'tooLarge' | 'badTable' };

export async function readTable(file: File): Promise<TableRead> {
  if (file.size > MOST_BYTES) return { problem: 'tooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    // Workbooks are archives, and those begin so.
    return strFromU8(bytes.subarray(0, 2), true) === 'PK' ? await workbook(bytes) : csv(bytes, file.name);
  } catch {
    return { problem: 'badTable' };
  }
}

const GB_18030 = 'gb18030';

function csv(bytes: Uint8Array, name: string): TableRead {
  const read = decodeText(bytes, name);
  const isGuessed = 'faults' in read;
  const text = isGuessed ? new TextDecoder(GB_18030, { fatal: true }).decode(bytes) : read.text;
  const [first = ''] = text.split('\n', 1);
  const delimiter = ['\t', ';', ','].find((each) => first.includes(each)) ?? ',';
  const records = parse(text, { bom: true, delimiter, relax_column_count: true, info: true }) as unknown as readonly {
    readonly record: readonly string[];
    readonly info: { readonly lines: number };
  }[];
  let before = 0;
  const rows = records.map(({ record, info: { lines } }): TableRow => {
    // A record ends on a line, and begins on that after the one before.
    const line = before + 1;
    before = lines;
    return { line, cells: record };
  });
  return { rows, ...(isGuessed && { isGuessed }) };
}

async function workbook(bytes: Uint8Array): Promise<TableRead> {
  let size = 0;
  const parts = unzipSync(bytes, {
    // What a part says of its size is how much of it is unpacked.
    filter: ({ name, originalSize }) => {
      size += originalSize;
      return size <= MOST_UNPACKED && /worksheets\/[^/]+\.xml$/.test(name);
    },
  });
  if (size > MOST_UNPACKED || Object.values(parts).some((part) => cellsIn(strFromU8(part)) > MOST_CELLS))
    return { problem: 'tooLarge' };
  const sheet = await readSheet(bytes.slice().buffer as ArrayBuffer, 1, { trim: false });
  return { rows: sheet.map((cells, i) => ({ line: i + 1, cells: cells.map(textOf) })) };
}

const CELL = /\br="([A-Z]*)(\d+)"/g;

/** Whoever lays out a sheet makes a cell for every place up to the last. */
function cellsIn(sheet: string): number {
  let [rows, columns] = [0, 1];
  for (const [, letters = '', row] of sheet.matchAll(CELL)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(
      columns,
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    );
  }
  return rows * columns;
}

/** A date of a workbook is a day on the wall, which its reader gives as if it were in UTC. */
const textOf = (cell: unknown): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 'YYYY-MM-DD'.length) : String(cell ?? '');
