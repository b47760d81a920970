import type { SheetData } from 'write-excel-file/universal';
import type { AnyReport } from '../explanation/results.js';
import type { Lang } from '../language.js';
import { REPORT } from '../messages/report.js';
import { SPREADSHEET } from '../messages/spreadsheet.js';
import type { OrganizationBase } from '../model/organization.js';
import { STATUSES } from '../report/pages/obligations.js';
import { asOfText } from '../report/when.js';
import { dayOrText, head, text } from './cells.js';
import { unitName } from './obligation-rows.js';

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
    ...reports.map((report) => [
      text(unitName(report, organization)),
      ...counts([report]),
      dayOrText(asOfText(report.asOf)),
    ]),
    [{ value: say.total, fontWeight: 'bold' }, ...counts(reports), null],
  ];
}
