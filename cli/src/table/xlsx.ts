import { readFile } from 'node:fs/promises';
import { ZerenzhiError } from 'zerenzhi';
import type { InputFile } from '../bulk/files.js';
import { faultOf, unreadable } from '../faults.js';
import { headingsOf } from './headings.js';
import { recordOf, type SourceRecord, type Table } from './records.js';
import { guardedWorkbook } from './workbook.js';

/** The records of a workbook: of its sheet of that name, or of its first, under the first row that is not empty. */
export async function readXlsx({ file }: InputFile): Promise<Table> {
  const bytes = await readFile(file).catch((error) => {
    throw unreadable(file, error);
  });
  if (bytes.toString('hex', 0, OLD.length / 2) === OLD) throw new ZerenzhiError([faultOf('table/old-workbook', file)]);
  const rows = await rowsOf(bytes, file);
  const header = rows.findIndex((row) => row.some((cell) => cell !== null));
  const headings = headingsOf((rows[header] ?? []).map((cell) => String(cell ?? '')));
  let done = 0;
  return { headings, total: rows.length, done: () => done, records };

  async function* records(): AsyncGenerator<SourceRecord> {
    for (const row of rows) {
      if (done++ <= header) continue;
      const cells = row.map(written);
      const record = recordOf(headings, cells);
      const named = headings.flatMap(({ text }, i) => (cells[i] === null ? [] : [[text, cells[i]]]));
      if (record) yield { line: done, text: JSON.stringify(Object.fromEntries(named)), ...record };
    }
  }
}

/** How a file begins that is a workbook of the old kind, or a new one behind a password. */
const OLD = 'd0cf11e0';

async function rowsOf(bytes: Uint8Array, file: string): Promise<readonly (readonly unknown[])[]> {
  const { book, sheet } = guardedWorkbook(bytes, file);
  const { readSheet } = await import('read-excel-file/universal');
  try {
    return await readSheet(book, sheet, { trim: false });
  } catch {
    throw new ZerenzhiError([faultOf('input/syntax', file, { expected: 'XLSX' })]);
  }
}

const [DAY_LENGTH, MINUTE_LENGTH, SECOND_LENGTH] = ['YYYY-MM-DD', 'YYYY-MM-DD hh:mm', 'YYYY-MM-DD hh:mm:ss'].map(
  (form) => form.length,
);
/** The calendar of spreadsheets begins with the year before it. */
const CALENDAR = 1901;

/**
 * A date of a spreadsheet is a time on the wall, in no zone: the reader gives it as if it were in UTC. Its seconds are
 * rounded, since it is kept as a part of a day.
 */
function written(cell: unknown): unknown {
  if (!(cell instanceof Date)) return cell;
  const text = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().replace('T', ' ');
  // A time of no day.
  if (cell.getUTCFullYear() < CALENDAR) return text.slice(DAY_LENGTH, SECOND_LENGTH).trim();
  if (text.includes(' 00:00:00')) return text.slice(0, DAY_LENGTH);
  return text.slice(0, text.includes(':00.') ? MINUTE_LENGTH : SECOND_LENGTH);
}
