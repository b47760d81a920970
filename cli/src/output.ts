import { fstatSync, writeFileSync } from 'node:fs';
import pc from 'picocolors';
import stringWidth from 'string-width';
import { type Page, renderHtml, renderMarkdown, renderText } from 'zerenzhi/report';
import type { Printed } from './options.js';
import { type Target, writeWhole } from './whole-file.js';

/**
 * Writes to standard output all of it, or ends as main.ts says: into a file Node writes once only, and says nothing where
 * a part alone finds room.
 */
export function toStandardOutput(content: string | Uint8Array): void {
  const { stdout } = process;
  // Where the library is run in a thread, its standard output is none of the system's.
  const isFile = typeof stdout.fd === 'number' && fstatSync(stdout.fd).isFile();
  if (!isFile) {
    stdout.write(content);
    return;
  }
  try {
    writeFileSync(stdout.fd, content);
  } catch (error) {
    stdout.emit('error', error);
  }
}

/** Writes what was made to a file, or to standard output where none is named. */
export function put(content: string | Uint8Array, target: Target | undefined): void {
  if (target) writeWhole(target, content);
  else toStandardOutput(content);
}

/** A line or lines; some forms end their last line themselves. */
const ended = (text: string): string => (text !== '' && text.endsWith('\n') ? text : `${text}\n`);
export const write = (text: string): void => toStandardOutput(ended(text));

/** Lines to standard output, or together into a file. */
export function outputTo(target: Target | undefined): { line: (text: string) => void; close: () => void } {
  if (!target) return { line: write, close: () => undefined };
  const lines: string[] = [];
  return { line: (text) => lines.push(ended(text)), close: () => lines.length > 0 && put(lines.join(''), target) };
}

/** The words of the first heading. */
export const titleOf = ({ blocks }: Page): string =>
  (blocks.find((block) => block.kind === 'heading')?.line ?? [])
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('');

/** A page in the format that was asked for, as HTML a whole document; what needs no format stays as it is. */
export function print(page: Page | string, { format, color, output }: Printed & { readonly output?: string }): string {
  if (typeof page === 'string') return page;
  if (format === 'markdown') return renderMarkdown(page).trimEnd();
  if (format === 'html') return renderHtml(page, { title: titleOf(page) });
  const colours = pc.createColors(color !== false && pc.isColorSupported && process.stdout.isTTY === true);
  const paints = {
    met: colours.red,
    unmet: colours.green,
    undetermined: colours.yellow,
    heading: colours.bold,
    dim: colours.dim,
  };
  // A file has no screen.
  const screen = output === undefined ? Number(process.stdout.columns ?? process.env.COLUMNS) : 0;
  return renderText(page, {
    paint: (text, as) => paints[as](text),
    width: stringWidth,
    ...(screen > 0 && { columns: screen }),
  });
}
