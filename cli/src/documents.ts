import type { Source } from '../../src/authoring/parse-yaml.js';
import { type ObligationReport, type Organization, ZerenzhiError } from '../../src/index.js';
import type { Lang } from '../../src/language.js';
import { REPORT } from '../../src/messages/report.js';
import {
  type FoundBy,
  type MemoOptions,
  memoPage,
  type Page,
  renderHtml,
  renderMarkdown,
} from '../../src/report/index.js';
import { put } from './output.js';

// Office files need libraries that no other command loads.

type MemoFormat = 'markdown' | 'html' | 'docx';
type TableFormat = 'csv' | 'xlsx';
export const MEMOS: readonly MemoFormat[] = ['markdown', 'html', 'docx'];
export const TABLES: readonly TableFormat[] = ['csv', 'xlsx'];
export const isTable = (format: string): format is TableFormat => TABLES.some((table) => table === format);
const BINARY: readonly string[] = ['docx', 'xlsx'];

/** Whether a format is no text, so that it needs a file to go to. */
export const needsFile = (format: string): boolean => BINARY.includes(format);

/** A memo of an incident; what is wrong with who found what is told of the file that says it. */
export function memoOf(incident: unknown, options: MemoOptions, finders: Source | undefined): Page {
  try {
    return memoPage(incident as never, { ...options, ...(finders && { foundBy: finders.value as FoundBy }) });
  } catch (error) {
    if (!(error instanceof ZerenzhiError) || !finders) throw error;
    throw new ZerenzhiError(
      error.diagnostics.map((fault) =>
        FOUND_BY.test(fault.path) ? finders.locate({ ...fault, path: fault.path.replace(FOUND_BY, '') }) : fault,
      ),
    );
  }
}
const FOUND_BY = /^foundBy(\.|$)/;

/** Writes a memo in a format. */
export async function putMemo(page: Page, format: string, file: string | undefined): Promise<void> {
  if (format === 'docx') put(await (await import('../../src/documents/index.js')).renderDocx(page), file);
  else put(format === 'html' ? renderHtml(page, { title: REPORT[page.lang].assessment }) : renderMarkdown(page), file);
}

/** Writes the duties of units as one table. */
export async function putObligations(
  reports: readonly ObligationReport[],
  format: TableFormat,
  file: string | undefined,
  lang: Lang,
  organization?: Organization,
) {
  const { obligationsCsv, obligationsXlsx } = await import('../../src/documents/index.js');
  const options = { lang, ...(organization && { organization }) };
  put(format === 'csv' ? obligationsCsv(reports, options) : await obligationsXlsx(reports, options), file);
}
