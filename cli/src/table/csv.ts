import { type Diagnostic, ZerenzhiError } from 'zerenzhi';
import type { InputFile } from '../bulk/files.js';
import { atLine, faultOf } from '../faults.js';
import { lineFault, readLines, tableEncoding } from '../lines.js';
import { type Row, readRows } from './csv-rows.js';
import { headingsOf } from './headings.js';
import { recordOf, type SourceRecord, type Table } from './records.js';

/** The records of a CSV file under its header. */
export async function readCsv({ file, size }: InputFile): Promise<Table> {
  const encoding = await tableEncoding(file);
  const { done, lines } = await readLines(file, encoding);
  const rows = readRows(lines);
  const { value: header } = await rows.next();
  const told = header && faultsOf(header);
  if (told) throw new ZerenzhiError(told.map((fault) => ({ ...atLine(1, fault), file })));
  const headings = headingsOf(header?.cells ?? []);
  return { headings, total: size, done, records, ...(encoding === 'gb18030' && { guessed: true }) };

  async function* records(): AsyncGenerator<SourceRecord> {
    for await (const row of rows) {
      const { line, text, cells = [] } = row;
      const faults = faultsOf(row) ?? miscounted(cells.length);
      const record = faults ? { faults } : recordOf(headings, cells);
      if (record) yield { line, text, ...record };
    }
  }

  function faultsOf({ line, cells, ...read }: Row): Diagnostic[] | undefined {
    if (cells) return undefined;
    return [lineFault({ number: line, ...read }, file) ?? faultOf('csv/quote', file)];
  }

  function miscounted(found: number): Diagnostic[] | undefined {
    return found === headings.length
      ? undefined
      : [faultOf('csv/columns', file, { value: found, expected: String(headings.length) })];
  }
}
