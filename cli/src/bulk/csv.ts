import type { Diagnostic } from 'zerenzhi';
import { atLine, faultOf, refuse } from '../faults.js';
import { readLines, tableEncoding } from '../lines.js';
import { columnFaults, incidentOf } from './columns.js';
import type { InputFile } from './files.js';
import type { RecordSource, SourceRecord } from './records.js';
import { type Row, readRows } from './rows.js';

/** The records of a CSV file under its header. */
export async function readCsv({ file, size }: InputFile): Promise<RecordSource> {
  const encoding = await tableEncoding(file);
  const { done, lines } = await readLines(file, encoding);
  const rows = readRows(lines);
  const { value: header } = await rows.next();
  const columns = header?.cells ?? [];
  refuse((header ? (faultsOf(header) ?? columnFaults(columns)) : []).map((fault) => ({ ...atLine(1, fault), file })));
  return { total: size, done, records, ...(encoding === 'gb18030' && { guessed: true }) };

  async function* records(): AsyncGenerator<SourceRecord> {
    for await (const row of rows) {
      const { line, text, cells = [] } = row;
      const faults = faultsOf(row) ?? miscounted(cells.length);
      if (faults) yield { line, text, faults: faults.map((fault) => ({ ...atLine(line, fault), file })) };
      else yield { line, text, incident: incidentOf(columns.map((column, i) => [column, cells[i]])) };
    }
  }

  function faultsOf({ cells, bytes }: Row): Diagnostic[] | undefined {
    if (cells) return undefined;
    return [bytes ? faultOf('file/encoding', file) : faultOf('csv/quote', file)];
  }

  function miscounted(found: number): Diagnostic[] | undefined {
    return found === columns.length
      ? undefined
      : [faultOf('csv/columns', file, { value: found, expected: String(columns.length) })];
  }
}
