import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { type Diagnostic, formatPlace } from 'zerenzhi';
import { visible } from 'zerenzhi/report';
import { CHECK } from '../messages/check.js';
import type { Lang } from '../messages.js';

/** A fault with the line it stands in and a caret under the place. */
export function excerpt(fault: Diagnostic, folder: string, lang: Lang): string {
  const { code, column = 1, file, first, line, message, path, place } = fault;
  const where = [at(file, line, column), ...(place === undefined ? [] : [formatPlace(place, lang)]), path];
  const text = file !== undefined && line !== undefined ? lineOf(join(folder, file), line) : undefined;
  const twice = first === undefined ? [] : [`${CHECK[lang].first} ${at(first.file, first.line, first.column)}`];
  return [
    where.filter(Boolean).join('  '),
    ...(text === undefined ? [] : shown(text, line as number, column)),
    `  ${[`${message[lang]} [${code}]`, ...twice].join('  ')}`,
  ]
    .map(visible)
    .join('\n');
}

const at = (file = '', line?: number, column = 1): string => (line === undefined ? file : `${file}:${line}:${column}`);

function lineOf(file: string, line: number): string | undefined {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)[line - 1];
  } catch {
    return undefined;
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
