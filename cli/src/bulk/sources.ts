import { lineFault, readLines } from '../lines.js';
import { isTable } from '../table/is-table.js';
import type { RecordSource, SourceRecord } from '../table/records.js';
import { readTable } from '../table/table.js';
import type { InputFile } from './files.js';

/**
 * A file of many incidents, read as a stream.
 *
 * @throws ZerenzhiError if it cannot be read, or its columns are at fault
 */
export async function sourceOf(input: InputFile): Promise<RecordSource> {
  return isTable(input.file) ? readTable(input) : readNdjson(input);
}

async function readNdjson({ file, size }: InputFile): Promise<RecordSource> {
  const { done, lines } = await readLines(file);
  return { total: size, done, records };

  async function* records(): AsyncGenerator<SourceRecord> {
    for await (const read of lines) {
      const { number, text } = read;
      const fault = lineFault(read, file);
      if (fault) yield { line: number, text, faults: [fault] };
      else if (text.trim() !== '') yield { line: number, text };
    }
  }
}
