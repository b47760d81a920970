import type { Diagnostic } from '../../../src/diagnostics/diagnostics.js';
import { refuse } from '../../../src/diagnostics/diagnostics.js';
import { columnFaults, incidentOf } from './columns.js';
import { faultOf, type InputFile } from './files.js';
import { readLines } from './lines.js';
import { type Row, readRows } from './rows.js';
import type { RecordSource, SourceRecord } from './sources.js';

/** The records of a CSV file under its header. */
export async function readCsv({ file, size }: InputFile): Promise<RecordSource> {
  const { done, lines } = readLines(file);
  const rows = readRows(lines);
  const { value: header } = await rows.next();
  const columns = header?.cells ?? [];
  refuse(
    (header ? (faultsOf(header) ?? columnFaults(columns)) : []).map((fault) => ({
      ...fault,
      file,
      line: 1,
      column: 1,
    })),
  );
  return { total: size, done, records };

  async function* records(): AsyncGenerator<SourceRecord> {
    for await (const row of rows) {
      const { line, text, cells = [] } = row;
      const faults = faultsOf(row) ?? miscounted(cells.length);
      if (faults) yield { line, text, faults: faults.map((fault) => ({ ...fault, file, line, column: 1 })) };
      else yield { line, text, incident: incidentOf(columns.map((column, i) => [column, cells[i]])) };
    }
  }

  function faultsOf({ cells, bytes }: Row): Diagnostic[] | undefined {
    if (cells) return undefined;
    return [bytes ? faultOf('input/syntax', file, { expected: 'UTF-8' }) : faultOf('csv/quote', file)];
  }

  function miscounted(found: number): Diagnostic[] | undefined {
    return found === columns.length
      ? undefined
      : [faultOf('csv/columns', file, { value: found, expected: String(columns.length) })];
  }
}
