import { stringify } from 'csv-stringify/sync';
import type { Organization } from 'zerenzhi';
import type { State } from '../state.js';
import { OBLIGATIONS_VIEW } from '../words/obligations.js';
import { HEADINGS } from './table-headings.js';
import type { Filed } from './unit-files.js';

/** A table to be filled in: a row for each duty of a unit, with what is owed, and nothing under the day. */
export function blankTable(
  { file, report, name }: Filed,
  organization: Organization | undefined,
  lang: State['lang'],
): string {
  const { heading } = OBLIGATIONS_VIEW[lang];
  const nameOf = (list: readonly { readonly id: string; readonly name?: string | undefined }[] = [], id = '') =>
    list.find((each) => each.id === id)?.name ?? id;
  const rows = report.obligations
    .filter(({ status, incident }) => status !== 'not-applicable' && incident === undefined)
    .flatMap((obligation) => obligation.phrase?.duties ?? [obligation])
    .map(({ provision, action, system, towards, occasion }) => ({
      unit: file.id ?? name,
      obligation: provision,
      action: action[lang],
      system: nameOf(organization?.systems, system),
      units: nameOf(organization?.units, towards),
      activity: occasion?.kind === 'activity' ? occasion.id : '',
      notice: occasion?.kind === 'notice' ? occasion.id : '',
      on: '',
      until: '',
      ref: '',
      adequate: '',
    }));
  return stringify([HEADINGS.map((key) => heading[key]), ...rows.map((row) => HEADINGS.map((key) => row[key]))], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
