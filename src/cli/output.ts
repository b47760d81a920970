import { writeFileSync } from 'node:fs';
import pc from 'picocolors';
import stringWidth from 'string-width';
import { ZerenzhiError } from '../regulation/diagnostics.js';
import { fileDiagnostic } from '../regulation/file-diagnostics.js';
import { type Page, renderHtml, renderMarkdown, renderText } from '../report/index.js';
import type { Printed } from './options.js';

/** Writes what was made to a file, or to standard output where none is named. */
export function put(content: string | Uint8Array, file: string | undefined): void {
  if (file === undefined) {
    process.stdout.write(content);
    return;
  }
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new ZerenzhiError([{ ...fileDiagnostic('file/unwritable', '', { expected: (error as NodeJS.ErrnoException).code ?? 'error' }), file }]);
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
  const paints = { met: colours.red, unmet: colours.green, undetermined: colours.yellow, heading: colours.bold, dim: colours.dim };
  return renderText(page, { paint: (text, as) => paints[as](text), width: stringWidth });
}
