import { type Diagnostic, formatDiagnostic, ZerenzhiError } from 'zerenzhi';
import type { Source } from 'zerenzhi/authoring';
import { type Page, visible } from 'zerenzhi/report';
import { type Document, STANDARD_INPUT } from './document.js';
import { EXIT, worse } from './exit.js';
import { documents, readIncident } from './input.js';
import { CLI, type Lang } from './messages.js';
import type { Printed } from './options.js';
import { print as printed, write } from './output.js';
import { progressBar } from './progress.js';

/** Works on one document; faults are told with their place in it. */
export async function one<T>(
  path: string | undefined,
  lang: Lang,
  work: (value: unknown) => T,
  read: typeof readIncident = readIncident,
): Promise<T> {
  const document = await read(path ?? STANDARD_INPUT);
  const { value, locate } = document;
  notice(document, path ?? STANDARD_INPUT, lang);
  try {
    return work(value);
  } catch (error) {
    throw error instanceof ZerenzhiError ? new ZerenzhiError(located(error.diagnostics, locate)) : error;
  }
}

/** Says that a table was read in an encoding that nothing in it tells. */
function notice({ guessed }: Pick<Document, 'guessed'>, file: string, lang: Lang): void {
  if (guessed) process.stderr.write(`${CLI[lang].guessed(visible(file))}\n`);
}

/** Faults with their place in a document, where they are faults of it. */
const located = (faults: readonly Diagnostic[], locate: Source['locate']): Diagnostic[] =>
  faults.map((fault) => (fault.file === undefined && fault.document !== 'options' ? locate(fault) : fault));

interface Work<T> {
  readonly work: (value: unknown) => T;
  readonly codeOf: (result: T) => number;
  /** The result as JSON, where it is not told as it is. */
  readonly json?: (result: T) => object;
  /** A page, or what needs no format any more; nothing where all results are written together, later. */
  readonly print: (result: T, value: unknown) => Page | string | undefined;
  /** False where the documents are no incidents, which a table has. */
  readonly tables?: false;
  /** Where the lines go: to standard output by default. */
  readonly line?: (text: string) => void;
}

/** Works through every document; a bad one is told and the others go on. Answers the code of all of them together. */
export async function each<T>(
  paths: readonly string[],
  options: Printed,
  { work, codeOf, print, json = (result) => result as object, tables, line = write }: Work<T>,
): Promise<number> {
  const say = CLI[options.lang];
  const picture = !options.json && (options.format === 'mermaid' || options.format === 'svg');
  const progress = progressBar(`${say.progress} {value}`);
  let code: number = EXIT.clear;
  let done = 0;
  const pages: Page[] = [];
  try {
    for await (const document of documents(paths.length === 0 ? [STANDARD_INPUT] : paths, tables)) {
      notice(document, document.file.replace(/:\d+$/, ''), options.lang);
      // Two pictures in one file are none.
      if (picture && done > 0) {
        process.stderr.write(`${say.onePicture}\n`);
        return worse(code, EXIT.usage);
      }
      const faults = attempt(document, (value) => {
        const result = work(value);
        const exit = codeOf(result);
        const made = options.json
          ? JSON.stringify({ ...(paths.length > 0 && { file: document.file }), exit, ...json(result) })
          : print(result, value);
        // One file of HTML is one document, however many pages it has.
        if (typeof made === 'object' && options.format === 'html') pages.push(made);
        else if (made !== undefined) {
          if (done > 0 && !options.json) line('');
          line(printed(made, options));
        }
        code = worse(code, exit);
      });
      told(faults.told, options.lang, options.json);
      if (faults.told.length > 0) code = worse(code, EXIT.data);
      if (faults.failed !== undefined) {
        process.stderr.write(`${visible(document.file)}: ${say.internal(faults.failed)}\n`);
        code = EXIT.internal;
      }
      progress.update(++done);
    }
    if (pages.length > 0) line(printed(asOne(pages, options.lang), options));
    return code;
  } finally {
    progress.stop();
  }
}

const asOne = (pages: readonly Page[], lang: Lang): Page => ({ lang, blocks: pages.flatMap(({ blocks }) => blocks) });

/** Tells faults, a line each. */
export function told(faults: readonly Diagnostic[], lang: Lang, json?: true): void {
  for (const fault of faults) process.stderr.write(`${json ? JSON.stringify(fault) : formatDiagnostic(fault, lang)}\n`);
}

/** What a document is refused for; `failed` if it is our fault and not the document's. */
function attempt(
  document: Document,
  work: (value: unknown) => void,
): { readonly told: readonly Diagnostic[]; readonly failed?: unknown } {
  if ('faults' in document) return { told: document.faults };
  try {
    work(document.value);
    return { told: [] };
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) return { told: [], failed: error };
    return { told: located(error.diagnostics, document.locate) };
  }
}
