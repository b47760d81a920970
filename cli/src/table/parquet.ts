import { ZerenzhiError } from 'zerenzhi';
import type { InputFile } from '../bulk/files.js';
import { faultOf } from '../faults.js';
import { headingsOf } from './headings.js';
import { recordOf, type SourceRecord, type Table } from './records.js';

/**
 * The rows of a Parquet file, read by DuckDB, which an installation may leave out. Its columns are those of a CSV file,
 * with values of their own types.
 */
export async function readParquet({ file }: InputFile): Promise<Table> {
  const { DuckDBInstance, JsonDuckDBValueConverter } = await import('@duckdb/node-api').catch(() => {
    throw new ZerenzhiError([faultOf('file/needs-package', file, { expected: '@duckdb/node-api' })]);
  });
  const malformed = () => {
    throw new ZerenzhiError([faultOf('input/syntax', file, { expected: 'Parquet' })]);
  };
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const from = `read_parquet('${literally(file)}')`;
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  const [[count], described] = await Promise.all([
    ask(`SELECT count(*) FROM ${from}`),
    ask(`DESCRIBE SELECT * FROM ${from}`),
  ]).catch(malformed);
  const columns = described.map(([name, type]) => ({ name: String(name), type: String(type) }));
  const headings = headingsOf(columns.map(({ name }) => name));
  let done = 0;
  return { headings, total: Number(count?.[0] ?? 0), done: () => done, records };

  async function* records(): AsyncGenerator<SourceRecord> {
    const result = await connection.stream(`SELECT ${columns.map(selected).join(', ')} FROM ${from}`).catch(malformed);
    const next = () => result.fetchChunk().catch(malformed);
    for (let chunk = await next(); chunk && chunk.rowCount > 0; chunk = await next())
      // Numbers that are none come as text, for the assessment to refuse.
      for (const cells of chunk.convertRows(JsonDuckDBValueConverter)) {
        done++;
        const text = JSON.stringify(Object.fromEntries(columns.map(({ name }, i) => [name, cells[i]])));
        const record = recordOf(headings, cells);
        if (record) yield { text, ...record };
      }
  }
}

/** An instant is written as one: in UTC where the type has a zone, else as naive as it is. */
function selected({ name, type }: { name: string; type: string }): string {
  const column = `"${name.replaceAll('"', '""')}"`;
  if (type === 'TIMESTAMP WITH TIME ZONE') return `strftime(${column} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%gZ')`;
  return type.startsWith('TIMESTAMP') ? `strftime(${column}::TIMESTAMP, '%Y-%m-%dT%H:%M:%S')` : column;
}

/** A path as a text of SQL that stands for itself, and for no other file. */
const literally = (file: string): string => file.replaceAll(/[*?[]/g, '[$&]').replaceAll("'", "''");
