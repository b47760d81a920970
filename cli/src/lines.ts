import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Diagnostic } from 'zerenzhi';
import { encodingOf, utf8Text } from 'zerenzhi/authoring';
import { atLine, faultOf, unreadable } from './faults.js';

/** One line of a file as it stands; `end` is what parts it from the next. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  readonly end: '\n' | '\r\n' | '';
  /** It is not in the encoding of the file: `text` has a character for each of its bytes. */
  readonly bytes?: true;
  /** It is longer than any document: `text` is its beginning. */
  readonly cut?: true;
}
export interface LineReader {
  /** The bytes read so far. */
  done(): number;
  readonly lines: AsyncGenerator<Line, undefined>;
}

const LINE_FEED = 10;
const RETURN = 13;
/** The bytes of a line: as many as a document may have. */
const LONGEST = 5_000_000;
/** So much of a longer line shows which it is. */
const BEGINNING = 1_000;

/**
 * How the text of a file is written: GB 18030, of which GBK is a part, is told by no mark, and read only where a caller
 * knows.
 */
export type Encoding = ReturnType<typeof encodingOf> | 'gb18030';

/**
 * Reads a file line by line. Lines end at a line feed alone: all else that may part lines can stand inside a record.
 */
export async function readLines(file: string, encoding?: Encoding): Promise<LineReader> {
  const told = encoding ?? (await markedEncoding(file));
  const stream = createReadStream(file);
  return { done: () => stream.bytesRead, lines: lines() };

  async function* lines(): AsyncGenerator<Line, undefined> {
    try {
      return yield* linesIn(stream as AsyncIterable<Buffer>, told);
    } catch (error) {
      throw unreadable(file, error);
    }
  }
}

/** The lines of some bytes, wherever they come from. A line that has no end is not held: only its beginning is. */
export async function* linesIn(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<Line, undefined> {
  let number = 0;
  let begun: Buffer[] = [];
  let length = 0;
  const begin = (part: Buffer) => {
    if (length <= LONGEST) begun.push(part);
    length += part.length;
  };
  const ended = (end: '\n' | ''): Line => {
    const read =
      length > LONGEST ? cutLine(begun, ++number, encoding) : line(Buffer.concat(begun), ++number, end, encoding);
    [begun, length] = [[], 0];
    return read;
  };
  for await (const chunk of encoding.startsWith('utf-16') ? toUtf8(chunks, encoding) : chunks) {
    let from = 0;
    for (let to = chunk.indexOf(LINE_FEED); to >= 0; to = chunk.indexOf(LINE_FEED, from)) {
      begin(chunk.subarray(from, to));
      yield ended('\n');
      from = to + 1;
    }
    if (from < chunk.length) begin(chunk.subarray(from));
  }
  if (length > 0) yield ended('');
  return undefined;
}

/** What is wrong with a line, whatever it says. */
export function lineFault({ number, bytes, cut }: Omit<Line, 'end' | 'text'>, file: string): Diagnostic | undefined {
  if (cut) return atLine(number, faultOf('input/too-large', file, { expected: `${LONGEST} bytes` }));
  return bytes ? atLine(number, faultOf('file/encoding', file)) : undefined;
}

/** The encoding that a file's first bytes tell. */
async function markedEncoding(file: string): Promise<Encoding> {
  try {
    const opened = await open(file);
    try {
      const { buffer, bytesRead } = await opened.read(Buffer.alloc(2), 0, 2, 0);
      return encodingOf(buffer.subarray(0, bytesRead));
    } finally {
      await opened.close();
    }
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** In UTF-16 the byte of a line feed stands in other characters too. */
async function* toUtf8(chunks: AsyncIterable<Buffer> | Iterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

function line(bytes: Buffer, number: number, end: '\n' | '', encoding: Encoding): Line {
  const returned = end === '\n' && bytes.at(-1) === RETURN;
  const content = returned ? bytes.subarray(0, -1) : bytes;
  const place = { number, end: returned ? '\r\n' : end } as const;
  const text = textOf(content, encoding);
  if (text === undefined) return { ...place, text: content.toString('latin1'), bytes: true };
  return { ...place, text };
}

function cutLine(begun: readonly Buffer[], number: number, encoding: Encoding): Line {
  const bytes = Buffer.concat(begun.slice(0, BEGINNING)).subarray(0, BEGINNING);
  // By now all but GB 18030 is UTF-8; a character that is cut is left out.
  const decoder = new TextDecoder(encoding === 'gb18030' ? encoding : 'utf-8');
  return { number, text: `${decoder.decode(bytes, { stream: true })}…`, end: '', cut: true };
}

const GB_18030 = new TextDecoder('gb18030', { fatal: true });

function textOf(bytes: Buffer, encoding: Encoding): string | undefined {
  if (encoding !== 'gb18030') return utf8Text(bytes);
  try {
    return GB_18030.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The encoding of a table, as spreadsheets save it: where no mark tells it, GB 18030 if every line can be read so and
 * most lines beyond ASCII are no UTF-8. Fewer such lines are damage in a file of UTF-8.
 */
export async function tableEncoding(file: string): Promise<Encoding> {
  const marked = await markedEncoding(file);
  if (marked !== 'utf-8') return marked;
  let [foreign, unicode] = [0, 0];
  for await (const { text, bytes } of (await readLines(file, 'utf-8')).lines) {
    if (!bytes && BEYOND_ASCII.test(text)) unicode++;
    if (bytes && textOf(Buffer.from(text, 'latin1'), 'gb18030') === undefined) return 'utf-8';
    if (bytes) foreign++;
  }
  return foreign > unicode ? 'gb18030' : 'utf-8';
}
const BEYOND_ASCII = /[^\p{ASCII}]/u;
