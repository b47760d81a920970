import { isUtf8 } from 'node:buffer';
import type { Diagnostic } from '../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../diagnostics/file-diagnostics.js';

const LINE_FEED = 10;

/** The encoding that the first bytes of a file tell, by their mark or by the zeros beside its first character; UTF-8 by default. */
export function encodingOf([first = 0, second = 0]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

/** The bytes of a file as text: UTF-8 or UTF-16. What is neither, such as GBK, is refused: read as UTF-8, it would be other words. */
export function decodeText(
  bytes: Uint8Array,
  file: string,
): { readonly text: string } | { readonly faults: Diagnostic[] } {
  const encoding = bytes.length < 2 ? 'utf-8' : encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    const line = encoding === 'utf-8' ? firstLineAtFault(bytes) : 1;
    return { faults: [{ ...fileDiagnostic('file/encoding', ''), file, line, column: 1 }] };
  }
}

function firstLineAtFault(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; ; line++) {
    const to = bytes.indexOf(LINE_FEED, from);
    if (to < 0 || !isUtf8(bytes.subarray(from, to))) return line;
    from = to + 1;
  }
}
