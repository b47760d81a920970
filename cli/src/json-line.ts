import type { Diagnostic } from 'zerenzhi';
import { fileDiagnostic, parseYaml } from 'zerenzhi/authoring';

/** A line of NDJSON as its value, or what is wrong with it, with the column where that is known. */
export function parseLine(text: string): { readonly value: unknown } | { readonly faults: readonly Diagnostic[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { faults: [fileDiagnostic('input/syntax', '', { expected: 'JSON' })] };
  }
  if (keysWritten(text) === keysRead(value)) return { value };
  // A key stands twice, and JSON.parse kept the last. The other parser, slower by far, knows which.
  const parsed = parseYaml(text, '');
  const faults = 'faults' in parsed ? parsed.faults : [fileDiagnostic('input/duplicate', '', { value: '?' })];
  return { faults: faults.map(({ file: _, line: __, ...fault }) => fault) };
}

const [BACKSLASH, COLON, SPACE] = [0x5c, 0x3a, 0x20];

/** In JSON, a text that a colon follows is a key. */
function keysWritten(json: string): number {
  let keys = 0;
  for (let quote = json.indexOf('"'); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    do quote = json.indexOf('"', quote + 1);
    while (isEscaped(json, quote));
    let after = quote + 1;
    while (json.charCodeAt(after) <= SPACE) after++;
    if (json.charCodeAt(after) === COLON) keys++;
  }
  return keys;
}

function isEscaped(json: string, quote: number): boolean {
  let before = quote - 1;
  while (json.charCodeAt(before) === BACKSLASH) before--;
  return (quote - before) % 2 === 0;
}

/** Of all objects within a value; without recursion, since text may nest deeper than calls can. */
function keysRead(value: unknown): number {
  let keys = 0;
  const rest = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next !== 'object' || next === null) continue;
    const isList = Array.isArray(next);
    for (const key in next) {
      if (!isList) keys++;
      const inner = (next as { [key: string]: unknown })[key];
      if (typeof inner === 'object' && inner !== null) rest.push(inner);
    }
  }
  return keys;
}
