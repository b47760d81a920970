import { accessSync, constants, statSync, writeFileSync } from 'node:fs';
import pc from 'picocolors';
import stringWidth from 'string-width';
import { ZerenzhiError } from '../../src/diagnostics/diagnostics.js';
import { fileDiagnostic } from '../../src/diagnostics/file-diagnostics.js';
import { type Page, renderHtml, renderMarkdown, renderText } from '../../src/report/index.js';
import type { Printed } from './options.js';

/** Writes what was made to a file, or to standard output where none is named. */
export function put(content: string | Uint8Array, file: string | undefined): void {
  if (file === undefined) {
    process.stdout.write(content);
    return;
  }
  written(file, () => writeFileSync(file, content));
}

/** Begins a file to be written again and again, before any work goes into it: a new one, or the very one that the work started from. */
export function begin(content: string, file: string, from: string | undefined): void {
  if (from !== undefined && isSame(file, from)) written(file, () => accessSync(file, constants.W_OK));
  else written(file, () => writeFileSync(file, content, { flag: 'wx' }));
}

function isSame(file: string, other: string): boolean {
  const [a, b] = [file, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

function written(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    const fault =
      code === 'EEXIST' ? fileDiagnostic('file/exists', '') : fileDiagnostic('file/unwritable', '', { expected: code });
    throw new ZerenzhiError([{ ...fault, file }]);
  }
}

/** A line or lines; some forms end their last line themselves. */
const ended = (text: string): string => (text !== '' && text.endsWith('\n') ? text : `${text}\n`);
export const write = (text: string): void => {
  process.stdout.write(ended(text));
};

/** Lines to standard output, or together into a file. */
export function outputTo(file: string | undefined): { line: (text: string) => void; close: () => void } {
  if (file === undefined) return { line: write, close: () => undefined };
  const lines: string[] = [];
  return { line: (text) => lines.push(ended(text)), close: () => lines.length > 0 && put(lines.join(''), file) };
}

/** A page in the format that was asked for. */
export function print(page: Page, { format, color }: Printed): string {
  if (format === 'markdown') return renderMarkdown(page).trimEnd();
  if (format === 'html') return renderHtml(page);
  const colours = pc.createColors(color !== false && pc.isColorSupported && process.stdout.isTTY === true);
  const paints = {
    met: colours.red,
    unmet: colours.green,
    undetermined: colours.yellow,
    heading: colours.bold,
    dim: colours.dim,
  };
  return renderText(page, { paint: (text, as) => paints[as](text), width: stringWidth });
}
