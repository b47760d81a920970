import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { unreadable } from './files.js';

/** One line of a file as it stands; `end` is what parts it from the next. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  readonly end: '\n' | '\r\n' | '';
  /** It is not UTF-8: `text` has a character for each of its bytes. */
  readonly bytes?: true;
}
export interface LineReader {
  /** The bytes read so far. */
  done(): number;
  readonly lines: AsyncGenerator<Line, undefined>;
}

const LINE_FEED = 10;
const RETURN = 13;

/** Reads a file line by line. Lines end at a line feed alone: all else that may part lines can stand inside a record. */
export function readLines(file: string): LineReader {
  const stream = createReadStream(file);
  return { done: () => stream.bytesRead, lines: lines() };

  async function* lines(): AsyncGenerator<Line, undefined> {
    let number = 0;
    let begun: Buffer[] = [];
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        let from = 0;
        for (let to = chunk.indexOf(LINE_FEED); to >= 0; to = chunk.indexOf(LINE_FEED, from)) {
          yield line(Buffer.concat([...begun, chunk.subarray(from, to)]), ++number, '\n');
          begun = [];
          from = to + 1;
        }
        if (from < chunk.length) begun.push(chunk.subarray(from));
      }
    } catch (error) {
      throw unreadable(file, error);
    }
    if (begun.length > 0) yield line(Buffer.concat(begun), ++number, '');
    return undefined;
  }
}

function line(bytes: Buffer, number: number, end: '\n' | ''): Line {
  const returned = end === '\n' && bytes.at(-1) === RETURN;
  const content = returned ? bytes.subarray(0, -1) : bytes;
  const place = { number, end: returned ? '\r\n' : end } as const;
  if (!isUtf8(content)) return { ...place, text: content.toString('latin1'), bytes: true };
  const text = content.toString('utf8');
  return { ...place, text: number === 1 ? text.replace(/^\uFEFF/, '') : text };
}
