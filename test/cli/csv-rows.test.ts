import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines } from '../../cli/src/lines.js';
import { type Row, readRows } from '../../cli/src/table/csv-rows.js';
import { newFolder } from '../support/bulk.js';

const folder = newFolder();
let files = 0;
async function rowsOf(text: string | Buffer): Promise<Row[]> {
  const file = join(folder, `${files++}.csv`);
  writeFileSync(file, text);
  const rows = [];
  for await (const row of readRows((await readLines(file)).lines)) rows.push(row);
  return rows;
}

test.each([
  [
    'cells without quotes',
    'a,b,\n,c',
    [
      { line: 1, cells: ['a', 'b', ''] },
      { line: 2, cells: ['', 'c'] },
    ],
  ],
  ['quotes around a cell, and doubled in it', '"a","b ""c"",d"', [{ line: 1, cells: ['a', 'b "c",d'] }]],
  [
    'a cell of several lines: the record is told by its first',
    'x\n"a\r\n\nb",c\r\ny',
    [
      { line: 1, cells: ['x'] },
      { line: 2, cells: ['a\r\n\nb', 'c'] },
      { line: 5, cells: ['y'] },
    ],
  ],
  [
    'a quote after the end of a cell',
    'a,"b"x,5\nc',
    [
      { line: 1, text: 'a,"b"x,5' },
      { line: 2, cells: ['c'] },
    ],
  ],
  [
    'quotes in the middle of a cell',
    'a"b"c\nd',
    [
      { line: 1, text: 'a"b"c' },
      { line: 2, cells: ['d'] },
    ],
  ],
  [
    'a quote that is never closed',
    'a\n"b,c\nd\ne',
    [
      { line: 1, cells: ['a'] },
      { line: 2, text: '"b,c' },
      { line: 3, cells: ['d'] },
      { line: 4, cells: ['e'] },
    ],
  ],
  [
    'a quote that meets the next one only where that cannot end a cell',
    '"a,1\n"b",2',
    [
      { line: 1, text: '"a,1' },
      { line: 2, cells: ['b', '2'] },
    ],
  ],
  [
    'a quote that is never closed, at the end',
    'a\n"b',
    [
      { line: 1, cells: ['a'] },
      { line: 2, text: '"b' },
    ],
  ],
  [
    'empty lines are no records, a cell that is empty is one',
    '\n\na\n\n""\n',
    [
      { line: 3, cells: ['a'] },
      { line: 5, cells: [''] },
    ],
  ],
  [
    'a mark of byte order is no part of a cell',
    '\uFEFFa\nb',
    [
      { line: 1, cells: ['a'] },
      { line: 2, cells: ['b'] },
    ],
  ],
] as [string, string, Partial<Row>[]][])('%s', async (_, text, expected) => {
  expect(await rowsOf(text)).toMatchObject(expected);
  expect(await rowsOf(text)).toHaveLength(expected.length);
});

test('a quote that is never closed costs its own line only, however long the file goes on', async () => {
  const rows = await rowsOf(`"a,b\n${'c,d\n'.repeat(100_000)}`);
  expect(rows).toHaveLength(100_001);
  expect(rows.filter(({ cells }) => !cells)).toEqual([{ line: 1, text: '"a,b' }]);
});

test('a line that is not UTF-8 is kept byte for byte', async () => {
  const gbk = Buffer.from([0xb8, 0xdf, 0x2c, 0x31]);
  const [before, row, after] = await rowsOf(Buffer.concat([Buffer.from('a,b\n'), gbk, Buffer.from('\nc,d')]));
  expect([before?.cells, after?.cells]).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(row).toMatchObject({ line: 2, bytes: true });
  expect(Buffer.from(row?.text ?? '', 'latin1').equals(gbk)).toBe(true);
});

const anything = fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', '\r\n', ' ', '人'), maxLength: 40 });

test('whatever a file holds, every character of it is in a record or parts two', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const bare = (part: string) => part.replaceAll(/\r?\n/g, '');
      expect(bare((await rowsOf(text)).map((row) => row.text).join('\n'))).toBe(bare(text));
    }),
    { numRuns: 500 },
  );
});

test('what a reader of CSV takes whole is read as it reads it', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const expected = strictly(text);
      fc.pre(expected !== undefined);
      expect((await rowsOf(text)).map(({ cells }) => cells)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

function strictly(text: string): string[][] | undefined {
  try {
    return parse(text, { record_delimiter: ['\r\n', '\n'], relax_column_count: true, skip_empty_lines: true });
  } catch {
    return undefined;
  }
}
