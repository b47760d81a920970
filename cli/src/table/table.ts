import { extname } from 'node:path';
import { ZerenzhiError } from 'zerenzhi';
import type { InputFile } from '../bulk/files.js';
import { atLine } from '../faults.js';
import { readCsv } from './csv.js';
import { readParquet } from './parquet.js';
import type { SourceRecord, Table } from './records.js';
import { readXlsx } from './xlsx.js';

/**
 * A table of incidents, whatever program wrote it: one reader for whole files and for single rows. What is wrong with a
 * row is told with its place.
 *
 * @throws ZerenzhiError if it cannot be read, or its headings are at fault
 */
export async function readTable(input: InputFile): Promise<Table> {
  const { file } = input;
  try {
    const table = await read(input);
    return { ...table, records };

    async function* records(): AsyncGenerator<SourceRecord> {
      for await (const { faults, ...record } of table.records()) {
        const { line } = record;
        const told = faults?.map((fault) => ({ ...(line === undefined ? fault : atLine(line, fault)), file }));
        yield { ...record, ...(told && { faults: told }) };
      }
    }
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) throw error;
    throw new ZerenzhiError(
      error.diagnostics.map((fault) => (fault.file === undefined ? { ...atLine(1, fault), file } : fault)),
    );
  }
}

function read(input: InputFile): Promise<Table> {
  const format = extname(input.file).toLowerCase();
  if (format === '.csv') return readCsv(input);
  return format === '.parquet' ? readParquet(input) : readXlsx(input);
}
