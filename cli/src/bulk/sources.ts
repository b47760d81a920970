import { extname } from 'node:path';
import type { Diagnostic } from '../../../src/diagnostics/diagnostics.js';
import type { AnyFacts } from '../../../src/index.js';
import { readCsv } from './csv.js';
import { faultOf, type InputFile } from './files.js';
import { readLines } from './lines.js';
import { readParquet } from './parquet.js';

/** One record of a large input: its place, its text as it stood, and its incident unless the text is JSON of it, or what kept it from being one. */
export interface SourceRecord {
  readonly line?: number;
  readonly text: string;
  readonly incident?: AnyFacts;
  readonly faults?: readonly Diagnostic[];
}
export interface RecordSource {
  /** How much there is, in the unit that `done` counts. */
  readonly total: number;
  done(): number;
  /** Records and faulty ones, in the order of the input; they can be read once. */
  records(): AsyncIterable<SourceRecord>;
}

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

function readNdjson({ file, size }: InputFile): RecordSource {
  const { done, lines } = readLines(file);
  return { total: size, done, records };

  async function* records(): AsyncGenerator<SourceRecord> {
    for await (const { number, text, bytes } of lines) {
      if (bytes)
        yield {
          line: number,
          text,
          faults: [{ ...faultOf('input/syntax', file, { expected: 'UTF-8' }), line: number, column: 1 }],
        };
      else if (text.trim() !== '') yield { line: number, text };
    }
  }
}
