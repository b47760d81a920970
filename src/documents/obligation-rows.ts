import type { OpenPoint } from '../case/open-points.js';
import { withoutHoles } from '../diagnostics/reading.js';
import type { AnyReport } from '../explanation/results.js';
import type { Lang } from '../language.js';
import { OBLIGATIONS } from '../messages/obligations.js';
import { REPORT } from '../messages/report.js';
import { SPREADSHEET } from '../messages/spreadsheet.js';
import type { OrganizationBase } from '../model/organization.js';
import type { Evidence, Inventory, Omission } from '../model/unit.js';
import type { Entry, Obligation } from '../obligations/report.js';
import type { Names } from '../policy/names.js';
import { actionText, wordsOf } from '../report/duty-text.js';
import { groundsText } from '../report/ground-text.js';
import { isToShow } from '../report/pages/obligation-asks.js';
import { placeIn } from '../report/pieces.js';
import { whenText } from '../report/when.js';

export interface ObligationTableOptions {
  /** `zh` by default. */
  readonly lang?: Lang | undefined;
  /** Says what units and systems are called; their identifiers stand without it. */
  readonly organization?: OrganizationBase | undefined;
}

/** What the functions that make a table take. */
export const TABLE_OPTIONS = { lang: 'lang', organization: 'anything' } as const;

/** A duty as a row of a table. */
export type ObligationRow = Record<keyof (typeof SPREADSHEET)[Lang]['columns'], string>;

/** Every duty of some units, in the order of the reports and the articles. */
export function obligationRows(
  reports: readonly AnyReport[],
  lang: Lang,
  organization: OrganizationBase | undefined,
): ObligationRow[] {
  const systems = new Map(organization?.systems?.map(({ id, name }) => [id, name]));
  return withoutHoles(reports).flatMap((report) =>
    report.obligations.map((obligation): ObligationRow => {
      const { provision, system = '', towards = '', occasion, incident, status, evidence } = obligation;
      const { dueOn = '', madeGoodOn = '', grounds = [] } = obligation;
      const say = REPORT[lang];
      return {
        unit: unitName(report, organization),
        provision,
        place: placeIn(report, provision, lang),
        quote: wordsOf(report, obligation).quote,
        action: actionText(report, obligation, lang),
        system: systems.get(system) ?? system,
        towards: nameOfUnit(towards, organization),
        occasion: incident ?? occasion?.name ?? occasion?.id ?? '',
        status: say.obligation[status],
        due: whenText(dueOn),
        madeGood: whenText(madeGoodOn),
        evidence: evidence.map((entry) => evidenceText(entry, lang)).join(say.then),
        grounds: groundsText(grounds, lang),
        open: openText(report, obligation, lang),
      };
    }),
  );
}

/** What is open of a duty, in the order in which it is asked. */
function openText({ openPoints, settlers }: AnyReport, obligation: Obligation<Names>, lang: Lang): string {
  const say = REPORT[lang];
  const whose = (point: OpenPoint) => {
    const settler = settlers[point.settledBy]?.[lang] ?? point.settledBy;
    return isToShow(point, obligation) ? OBLIGATIONS[lang].shownBy(settler) : settler;
  };
  return obligation.open
    .flatMap((id) => openPoints.filter((point) => point.id === id))
    .map((point) => `${point.ask[lang]}${say.inBrackets(whose(point))}`)
    .join(say.then);
}

export const unitName = ({ unit }: AnyReport, organization: OrganizationBase | undefined): string =>
  nameOfUnit(unit ?? '', organization);

const nameOfUnit = (unit: string, organization: OrganizationBase | undefined): string =>
  organization?.units?.find(({ id }) => id === unit)?.name ?? unit;

function evidenceText(entry: Entry, lang: Lang): string {
  const say = SPREADSHEET[lang].evidence;
  if (isInventory(entry)) return say.closed(entry.closedOn);
  if (isOmission(entry)) return say[entry.basis](entry.on);
  const shown = [entry.on, entry.ref].filter(Boolean).join(' ');
  const held = entry.until === undefined ? shown : say.until(shown, entry.until);
  return entry.adequate === false ? say.inadequate(held) : held;
}

const isInventory = (entry: Entry): entry is Inventory => 'closedOn' in entry;
const isOmission = (entry: Evidence | Omission): entry is Omission => 'basis' in entry;
