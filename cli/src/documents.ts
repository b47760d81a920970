import { type IncidentAssessment, type ObligationReport, type Organization, ZerenzhiError } from 'zerenzhi';
import type { Source } from 'zerenzhi/authoring';
import { type FoundBy, type MemoOptions, memoPage, type Page, renderHtml, renderMarkdown } from 'zerenzhi/report';
import type { Lang } from './messages.js';
import type { Printed } from './options.js';
import { print, put, titleOf } from './output.js';
import type { Target } from './whole-file.js';

// Office files need libraries that no other command loads.

export type MemoFormat = 'markdown' | 'text' | 'html' | 'docx';
type TableFormat = 'csv' | 'xlsx';
export const MEMOS: readonly MemoFormat[] = ['markdown', 'text', 'html', 'docx'];
export const TABLES: readonly TableFormat[] = ['csv', 'xlsx'];
export const isTable = (format: string): format is TableFormat => TABLES.some((table) => table === format);
const BINARY: readonly string[] = ['docx', 'xlsx'];

/** Whether a format is no text, so that it needs a file to go to. */
export const needsFile = (format: string): boolean => BINARY.includes(format);

/** An assessment as a memo; what is wrong with who found what is told of the file that says it. */
export function memoOf(
  assessment: IncidentAssessment,
  letter: Pick<MemoOptions, 'lang' | 'policy' | 'persons' | 'to' | 'from' | 'date'>,
  finders: Source | undefined,
): Page {
  try {
    return memoPage(assessment, { ...letter, ...(finders && { foundBy: finders.value as FoundBy }) });
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
export async function putMemo(page: Page, options: Printed, target: Target | undefined): Promise<void> {
  const { format } = options;
  if (format === 'docx') put(await (await import('zerenzhi/documents')).renderDocx(page), target);
  else if (format === 'text') put(`${print(page, { ...options, ...(target && { output: target.file }) })}\n`, target);
  else put(format === 'html' ? renderHtml(page, { title: titleOf(page) }) : renderMarkdown(page), target);
}

/** Writes the duties of units as one table. */
export async function putObligations(
  reports: readonly ObligationReport[],
  format: TableFormat,
  target: Target | undefined,
  lang: Lang,
  organization?: Organization,
) {
  const { obligationsCsv, obligationsXlsx } = await import('zerenzhi/documents');
  const options = { lang, ...(organization && { organization }) };
  put(format === 'csv' ? obligationsCsv(reports, options) : await obligationsXlsx(reports, options), target);
}
