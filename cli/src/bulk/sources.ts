import { extname } from 'node:path';
import { atLine, faultOf } from '../faults.js';
import { readLines } from '../lines.js';
import { readCsv } from './csv.js';
import type { InputFile } from './files.js';
import { readParquet } from './parquet.js';
import type { RecordSource, SourceRecord } from './records.js';

/**
 * A file of many incidents, read as a stream.
 *
 * @throws ZerenzhiError if it cannot be read, or its columns are at fault
 */
export async function sourceOf(input: InputFile): Promise<RecordSource> {
  const format = extname(input.file).toLowerCase();
  if (format === '.csv') return readCsv(input);
  if (format === '.parquet') return readParquet(input);
  return readNdjson(input);
}

async function readNdjson({ file, size }: InputFile): Promise<RecordSource> {
  const { done, lines } = await readLines(file);
  return { total: size, done, records };

  async function* records(): AsyncGenerator<SourceRecord> {
    for await (const { number, text, bytes } of lines) {
      if (bytes) yield { line: number, text, faults: [atLine(number, faultOf('file/encoding', file))] };
      else if (text.trim() !== '') yield { line: number, text };
    }
  }
}
