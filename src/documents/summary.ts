import type { SheetData } from 'write-excel-file/universal';
import type { AnyReport } from '../explanation/results.js';
import type { Lang } from '../language.js';
import { REPORT } from '../messages/report.js';
import { SPREADSHEET } from '../messages/spreadsheet.js';
import type { OrganizationBase } from '../model/organization.js';
import type { ObligationStatus } from '../obligations/report.js';
import { isLocalDate } from '../regulation/dates.js';
import { asOfText } from '../report/when.js';
import { day, head, text } from './cells.js';
import { unitName } from './obligation-rows.js';

export const STATUSES: readonly ObligationStatus[] = [
  'breached',
  'overdue',
  'due-soon',
  'undetermined',
  'fulfilled',
  'not-applicable',
];

/** How many duties stand how, unit by unit and in all. */
export function summary(
  reports: readonly AnyReport[],
  lang: Lang,
  organization: OrganizationBase | undefined,
): SheetData {
  const say = SPREADSHEET[lang];
  const counts = (of: readonly AnyReport[]) => {
    const each = STATUSES.map((status) => of.reduce((sum, report) => sum + report.counts[status], 0));
    return [...each, each.reduce((sum, count) => sum + count, 0)];
  };
  return [
    [say.columns.unit, ...STATUSES.map((status) => REPORT[lang].obligation[status]), say.total, say.asOf].map(head),
    ...reports.map((report) => {
      const asOf = asOfText(report.asOf);
      return [text(unitName(report, organization)), ...counts([report]), isLocalDate(asOf) ? day(asOf) : text(asOf)];
    }),
    [{ value: say.total, fontWeight: 'bold' }, ...counts(reports), null],
  ];
}
