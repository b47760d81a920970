import cliProgress from 'cli-progress';
import { formatDiagnostic, ZerenzhiError } from '../../src/index.js';
import { REPORT } from '../../src/messages/report.js';
import { EXIT } from './exit.js';
import { documents, readDocument } from './input.js';
import { CLI } from './messages.js';
import type { Printed } from './options.js';
import { write } from './output.js';

/** Works on one document; faults are told with their place in it. */
export function one<T>(path: string | undefined, work: (value: unknown) => T): T {
  const { value, locate } = readDocument(path ?? '-');
  try {
    return work(value);
  } catch (error) {
    throw error instanceof ZerenzhiError
      ? new ZerenzhiError(error.diagnostics.map((fault) => (fault.file === undefined ? locate(fault) : fault)))
      : error;
  }
}

/** Works through every document; a bad one is told and the others go on. */
export async function each<T>(
  paths: readonly string[],
  options: Printed,
  work: (value: unknown) => T,
  codeOf: (result: T) => number,
  print: (result: T) => string | undefined,
  line = write,
): Promise<number> {
  let worst: number = EXIT.clear;
  let done = 0;
  const bar = process.stderr.isTTY
    ? new cliProgress.SingleBar({
        stream: process.stderr,
        format: `${REPORT[options.lang].progress} {value}`,
        clearOnComplete: true,
      })
    : undefined;
  const started = Date.now();
  const picture = !options.json && (options.format === 'mermaid' || options.format === 'svg');
  const parted = !options.json && options.format !== 'ics';
  for await (const document of documents(paths.length === 0 ? ['-'] : paths)) {
    if (bar && !bar.isActive && Date.now() - started > 500) bar.start(0, done);
    // Two pictures in one file are none.
    if (picture && done > 0) {
      process.stderr.write(`${CLI[options.lang].onePicture}\n`);
      worst = EXIT.usage;
      break;
    }
    const faults =
      'faults' in document
        ? document.faults
        : attempt(() => {
            const result = work(document.value);
            const text = options.json
              ? JSON.stringify({ ...(paths.length > 0 && { file: document.file }), ...result })
              : print(result);
            if (text !== undefined) {
              if (done > 0 && parted) line('');
              line(text);
            }
            worst = Math.max(worst, codeOf(result));
          }).map((fault) => ('locate' in document && fault.file === undefined ? document.locate(fault) : fault));
    for (const fault of faults)
      process.stderr.write(`${options.json ? JSON.stringify(fault) : formatDiagnostic(fault, options.lang)}\n`);
    if (faults.length > 0) worst = EXIT.data;
    done++;
    bar?.update(done);
  }
  bar?.stop();
  return worst;
}

function attempt(work: () => void): ZerenzhiError['diagnostics'] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof ZerenzhiError) return error.diagnostics;
    throw error;
  }
}
