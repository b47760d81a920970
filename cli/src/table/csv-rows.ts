import { parse } from 'csv-parse/sync';
import type { Line } from '../lines.js';

/** A record of a CSV file; without cells if its quotes are not in order. */
export interface Row {
  /** The line it begins on. */
  readonly line: number;
  /** As it stands in the file. */
  readonly text: string;
  readonly cells?: readonly string[];
  readonly bytes?: true;
  readonly cut?: true;
}

// A cell is in quotes from end to end, its own quotes doubled, or has none.
const QUOTED = '"[^"]*(?:""[^"]*)*';
const CELLS = `^(?:(?:${QUOTED}"|[^",]*),)*`;
const WHOLE = new RegExp(`${CELLS}(?:${QUOTED}"|[^",]*)$`);
const BEGUN = new RegExp(`${CELLS}${QUOTED}$`);
/** What is longer than this is no cell, but a quote that nobody closed. */
const LONGEST = 200_000;

/**
 * The records of a CSV file, in order. The library reads the cells; where a record ends is found here, since after a
 * quote out of place it cannot say: such a record is its one line, and the next line begins another.
 */
export async function* readRows(lines: AsyncIterator<Line, undefined>): AsyncGenerator<Row, undefined> {
  // The lines read so far that are in no record yet, from the one on that begins the next.
  let ahead: Line[] = [];
  let begin = 0;
  const lineAt = async (i: number): Promise<Line | undefined> => {
    if (begin + i === ahead.length) {
      const { value } = await lines.next();
      if (value) ahead.push(value);
    }
    return ahead[begin + i];
  };
  const take = (count: number) => {
    begin += count;
    if (begin === ahead.length) [ahead, begin] = [[], 0];
  };
  for (let first = await lineAt(0); first; first = await lineAt(0)) {
    let text = first.text;
    let taken = 1;
    let state = first.bytes || first.cut ? 'broken' : stateOf(text);
    for (let last = first; state === 'begun' && text.length <= LONGEST; taken++) {
      const next = await lineAt(taken);
      if (!next || next.bytes || next.cut) break;
      text += last.end + next.text;
      // A line inside a cell in quotes reads as one that begins with such a cell.
      state = stateOf(`"${next.text}`);
      last = next;
    }
    if (state === 'whole') {
      take(taken);
      if (text !== '') yield { line: first.number, text, cells: cellsOf(text) };
    } else {
      take(1);
      const { number, bytes, cut } = first;
      yield { line: number, text: first.text, ...(bytes && { bytes }), ...(cut && { cut }) };
    }
  }
  return undefined;
}

function stateOf(text: string): 'whole' | 'begun' | 'broken' {
  if (!text.includes('"') || WHOLE.test(text)) return 'whole';
  return BEGUN.test(text) ? 'begun' : 'broken';
}

function cellsOf(text: string): string[] {
  if (!text.includes('"')) return text.split(',');
  return parse(text, { record_delimiter: '\n', relax_column_count: true })[0] as string[];
}
