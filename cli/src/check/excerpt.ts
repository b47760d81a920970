import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { type Diagnostic, formatPlace } from 'zerenzhi';
import { decodeText } from 'zerenzhi/authoring';
import { visible } from 'zerenzhi/report';
import { CHECK } from '../messages/check.js';
import type { Lang } from '../messages.js';

/** Tells faults of a folder, each with the line it stands in and a caret under the place. */
export function excerptsOf(folder: string, lang: Lang): (fault: Diagnostic, kind?: string) => string {
  const files = new Map<string, readonly string[]>();
  const lineOf = (file: string, line: number): string | undefined => {
    const lines = files.get(file) ?? linesOf(join(folder, file));
    files.set(file, lines);
    return lines[line - 1];
  };
  return ({ code, column = 1, file, first, line, message, path, place }, kind) => {
    const where = [at(file, line, column), ...(place === undefined ? [] : [formatPlace(place, lang)]), path];
    const text = file !== undefined && line !== undefined ? lineOf(file, line) : undefined;
    const twice = first === undefined ? [] : [`${CHECK[lang].first} ${at(first.file, first.line, first.column)}`];
    return [
      where.filter(Boolean).join('  '),
      ...(text === undefined ? [] : shown(text, line as number, column)),
      `  ${[...(kind === undefined ? [] : [kind]), `${message[lang]} [${code}]`, ...twice].join('  ')}`,
    ]
      .map(visible)
      .join('\n');
  };
}

const at = (file = '', line?: number, column = 1): string => (line === undefined ? file : `${file}:${line}:${column}`);

/** None of a file that is no text. */
function linesOf(file: string): readonly string[] {
  try {
    const decoded = decodeText(readFileSync(file), file);
    return 'text' in decoded ? decoded.text.split(/\r?\n/) : [];
  } catch {
    return [];
  }
}

/** As much of a line as a screen has room for. */
const ROOM = 64;

function shown(text: string, line: number, column: number): string[] {
  const from = Math.max(0, column - 1 - ROOM / 2);
  const part = text
    .replaceAll('\t', ' ')
    .slice(from, from + ROOM)
    .trimEnd();
  const margin = `  ${line} | `;
  return [`${margin}${part}`, `${' '.repeat(margin.length + stringWidth(part.slice(0, column - 1 - from)))}^`];
}
