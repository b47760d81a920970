import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../diagnostics/file-diagnostics.js';

const LINE_FEED = 10;
const FATAL = { fatal: true };
const UTF_8 = new TextDecoder('utf-8', FATAL);
/** The bytes of a text at most: more characters no string of Node has. */
const MOST = 2 ** 29 - 24;

/** The mark that UTF-16 begins with, little end first. */
const [LITTLE, BIG] = [0xff, 0xfe];

/**
 * The encoding that the first bytes of a file tell, by their mark or by the zeros beside its first character; UTF-8 by
 * default.
 */
export function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === undefined || second === undefined) return 'utf-8';
  if ((first === LITTLE && second === BIG) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === BIG && second === LITTLE) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

/** Bytes as text, if they are UTF-8. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes, UTF_8);
  return text === undefined || isChance(text) ? undefined : text;
}

// Some words in GBK, 药学院 among them, are by chance UTF-8 too: of characters that take two bytes, from scripts that
// nobody mixes.
const SCRIPTS = [
  /[\u0180-\u024f]/,
  /\p{sc=Greek}/u,
  /\p{sc=Cyrillic}/u,
  /\p{sc=Armenian}/u,
  /\p{sc=Hebrew}/u,
  /\p{sc=Arabic}/u,
];
const isChance = (text: string): boolean =>
  !/[\u0800-\uffff]/.test(text) && SCRIPTS.filter((script) => script.test(text)).length > 1;

/**
 * The bytes of a file as text: UTF-8 or UTF-16. What is neither, such as GBK, is refused: read as UTF-8, it would be
 * other words.
 */
export function decodeText(
  bytes: Uint8Array,
  file: string,
): { readonly text: string } | { readonly faults: Diagnostic[] } {
  if (!(bytes instanceof Uint8Array))
    return {
      faults: [{ ...diagnostic('input/invalid-type', '', { value: typeof bytes, expected: 'Uint8Array' }), file }],
    };
  if (bytes.length > MOST)
    return { faults: [{ ...diagnostic('input/too-large', '', { expected: `${MOST} bytes` }), file }] };
  const encoding = encodingOf(bytes);
  const text = encoding === 'utf-8' ? utf8Text(bytes) : decoded(bytes, new TextDecoder(encoding, FATAL));
  if (text !== undefined) return { text };
  const line = encoding === 'utf-8' ? firstLineAtFault(bytes) : 1;
  return { faults: [{ ...fileDiagnostic('file/encoding', ''), file, line, column: 1 }] };
}

function decoded(bytes: Uint8Array, decoder: InstanceType<typeof TextDecoder>): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function firstLineAtFault(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; ; line++) {
    const to = bytes.indexOf(LINE_FEED, from);
    if (to < 0 || utf8Text(bytes.subarray(from, to)) === undefined) return line;
    from = to + 1;
  }
}
