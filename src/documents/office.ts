import { ZerenzhiError } from '../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../diagnostics/file-diagnostics.js';
import type { ObligationReport } from '../obligations/report.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { Page } from '../report/page.js';
import type { ObligationTableOptions } from './obligation-rows.js';

// Who writes no office files need not install what writes them.

/**
 * A page as a Word document: in Chinese laid out as official documents are (A4, their margins, typefaces, lines and
 * page numbers), plainly in English. The same page is the same bytes.
 *
 * @throws ZerenzhiError if it is no page, or the package `docx` is not installed
 * @example
 * await writeFile('memo.docx', await renderDocx(memoPage(assessIncident(incident, { organization, asOf: '2024-06-30' }))));
 */
export async function renderDocx(page: Page): Promise<Uint8Array> {
  const { docxOf } = await needing('docx', import('./docx.js'));
  return docxOf(page);
}

/**
 * The duties of some units as a spreadsheet: every duty on one sheet, to be filtered, and how many stand how in each
 * unit on another. The same reports are the same bytes.
 *
 * @throws ZerenzhiError with every fault of the options, if they are no reports, or the package `write-excel-file` is
 * not installed
 * @example
 * await writeFile('duties.xlsx', await obligationsXlsx(units.map((unit) => checkUnitObligations(unit, { organization })), { organization }));
 */
export async function obligationsXlsx<N extends Names = ShippedNames>(
  reports: readonly ObligationReport<N>[],
  options?: ObligationTableOptions,
): Promise<Uint8Array> {
  const { xlsxOf } = await needing('write-excel-file', import('./xlsx.js'));
  return xlsxOf(reports, options);
}

const NOT_FOUND = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'];

/** What is loaded only here, or the package to install first. */
async function needing<Module>(name: string, loading: Promise<Module>): Promise<Module> {
  try {
    return await loading;
  } catch (error) {
    if (!NOT_FOUND.includes((error as { code?: string }).code ?? '')) throw error;
    throw new ZerenzhiError([fileDiagnostic('file/needs-package', '', { expected: name })]);
  }
}
