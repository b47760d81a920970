import { createReadStream, statSync } from 'node:fs';
import { extname } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import type { Diagnostic } from '../../regulation/diagnostics.js';
import { refuse, ZerenzhiError } from '../../regulation/diagnostics.js';
import { fileDiagnostic } from '../../regulation/file-diagnostics.js';
import { columnFaults, incidentOf } from './columns.js';

/** One record of a large input: its place, and its incident as JSON text, or what kept it from being one with the text as it stood. */
export interface SourceRecord {
  readonly line?: number;
  readonly text: string;
  readonly faults?: readonly Diagnostic[];
}
export interface RecordSource {
  /** How much there is, in the unit that `done` counts. */
  readonly total: number;
  done(): number;
  records(): AsyncIterable<SourceRecord>;
}

export const BULK_FORMATS = ['.ndjson', '.jsonl', '.csv', '.parquet'];

/** A file of many incidents, read as a stream. */
export async function sourceOf(file: string): Promise<RecordSource> {
  const total = sizeOf(file);
  const format = extname(file).toLowerCase();
  if (format === '.csv') return csv(file, total);
  if (format === '.parquet') return parquet(file);
  return ndjson(file, total);
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch (error) {
    throw unreadable(file, (error as NodeJS.ErrnoException).code ?? 'error');
  }
}

const unreadable = (file: string, why: string) => new ZerenzhiError([{ ...fileDiagnostic('file/unreadable', '', { expected: why }), file }]);

function ndjson(file: string, total: number): RecordSource {
  const stream = createReadStream(file);
  return { total, done: () => stream.bytesRead, records };

  async function* records(): AsyncGenerator<SourceRecord> {
    let line = 0;
    for await (const row of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      line++;
      const text = line === 1 ? row.replace(/^\uFEFF/, '') : row;
      if (text.trim() !== '') yield { line, text };
    }
  }
}

function csv(file: string, total: number): RecordSource {
  const stream = createReadStream(file);
  return { total, done: () => stream.bytesRead, records };

  async function* records(): AsyncGenerator<SourceRecord> {
    const skipped: SourceRecord[] = [];
    const parser = parse({ bom: true, info: true, raw: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_error: true });
    parser.on('skip', (error: { message: string; lines?: number; record?: unknown } | undefined) => {
      const fault = { ...fileDiagnostic('input/syntax', '', { expected: error?.message ?? 'CSV' }), file, line: error?.lines ?? 1, column: 1 };
      skipped.push({ ...(error?.lines !== undefined && { line: error.lines }), text: JSON.stringify(error?.record ?? null), faults: [fault] });
    });
    stream.on('error', (error) => parser.destroy(error));
    let header: string[] | undefined;
    for await (const { record, raw, info } of stream.pipe(parser) as AsyncIterable<{ record: string[]; raw: string; info: { lines: number } }>) {
      while (skipped.length > 0) yield skipped.shift() as SourceRecord;
      if (!header) {
        header = record;
        refuse(columnFaults(header).map((fault) => ({ ...fault, file, line: 1, column: 1 })));
        continue;
      }
      yield row(header, record, raw, info.lines);
    }
    yield* skipped;
  }

  function row(header: readonly string[], record: readonly string[], raw: string, line: number): SourceRecord {
    if (record.length === header.length) return { line, text: JSON.stringify(incidentOf(Object.fromEntries(header.map((column, i) => [column, record[i]])))) };
    const fault = fileDiagnostic('input/syntax', '', { expected: `${header.length} ≠ ${record.length}` });
    return { line, text: raw.replace(/[\r\n]+$/, ''), faults: [{ ...fault, file, line, column: 1 }] };
  }
}

/** Parquet is read by DuckDB, which an installation may leave out. Its columns are those of a CSV file, with values of their own types. */
async function parquet(file: string): Promise<RecordSource> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => {
    throw unreadable(file, 'npm install @duckdb/node-api');
  });
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const from = `read_parquet('${file.replaceAll("'", "''")}')`;
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  const [[count], columns] = await Promise.all([ask(`SELECT count(*) FROM ${from}`), ask(`DESCRIBE SELECT * FROM ${from}`)]).catch((error: Error) => {
    throw unreadable(file, error.message.split('\n')[0] ?? 'Parquet');
  });
  refuse(columnFaults(columns.map(([name]) => String(name))).map((fault) => ({ ...fault, file })));
  let done = 0;
  return { total: Number(count?.[0] ?? 0), done: () => done, records };

  async function* records(): AsyncGenerator<SourceRecord> {
    const result = await connection.stream(`SELECT to_json(t)::VARCHAR FROM ${from} AS t`);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
      for (const [json] of chunk.getRows()) {
        done++;
        yield { text: JSON.stringify(incidentOf(withInstants(JSON.parse(String(json)) as { [column: string]: unknown }))) };
      }
  }
}

/** DuckDB writes an instant with a blank, microseconds and a short offset. */
function withInstants(row: { readonly [column: string]: unknown }): { [column: string]: unknown } {
  const instant = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(\.\d{1,3})?\d*(?:([+-]\d{2})(:\d{2})?)?$/;
  const iso = (_: string, day: string, time: string, fraction = '', hours?: string, minutes = ':00') =>
    `${day}T${time}${fraction}${hours === undefined ? '' : hours + minutes}`;
  return Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, typeof cell === 'string' ? cell.replace(instant, iso) : cell]));
}
