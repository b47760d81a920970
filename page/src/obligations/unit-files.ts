import type { ObligationReport, UnitFile } from 'zerenzhi';
import { regulationIn } from '../derive.js';
import { nameIn, namesOf } from '../responsibility/names.js';
import type { Look, Rules, State } from '../state.js';
import { change, current, tryChange } from '../store.js';
import type { Column } from '../ui/entry.js';
import type { Told } from '../ui/faults.js';
import { FAULTS, faultWords } from '../words/faults.js';

/** What stands for the whole school among the units. */
export const SCHOOL = '*';

/** A unit that is on file, with its report. */
export interface Filed {
  readonly file: UnitFile;
  readonly report: ObligationReport;
  /** Its id, or its place where it has none. */
  readonly key: string;
  readonly name: string;
}

export function filedIn({ units, organization }: State, reports: readonly ObligationReport[]): readonly Filed[] {
  const keyOf = (file: UnitFile, i: number) => file.id ?? `#${i + 1}`;
  const registered = organization?.units ?? [];
  const own = units.map((file, i) => ({
    id: keyOf(file, i),
    name: file.name ?? registered.find(({ id }) => id === file.id)?.name,
  }));
  const names = namesOf([...own, ...registered.filter(({ id }) => !own.some((each) => each.id === id))]);
  return units.flatMap((file, i) => {
    const report = reports[i];
    const key = keyOf(file, i);
    const name = nameIn(names, key);
    return report ? [{ file, report, key, name }] : [];
  });
}

/** Goes on looking at something else. */
export const look = (state: State, part: Look): boolean => change({ look: { ...state.look, ...part } });

/** What a duty of the regulation is called, by its id. */
export function dutyNames(rules: Rules, lang: State['lang']): (id: string) => string {
  const names = new Map<string, string>(
    regulationIn(rules).articles.flatMap(({ provisions }) =>
      provisions.flatMap((each) => (each.kind === 'duty' ? [[each.id, each.action[lang]] as const] : [])),
    ),
  );
  return (id) => names.get(id) ?? id;
}

/** Puts a changed file in the place of the one before, or tells what is wrong with it in plain words. */
export function put(
  { units, lang }: State,
  file: UnitFile,
  next: UnitFile,
  columns: readonly Column[] = [],
): readonly Told[] {
  const headOf = (path: string) => columns.find(({ key }) => key === path.split('.').at(-1))?.label ?? '';
  return tryChange({ units: units.map((each) => (each === file ? next : each)) }).map((fault) => ({
    ...fault,
    plain: FAULTS[lang].of(headOf(fault.path), faultWords(fault, lang, dutyNames(current().rules, lang))),
  }));
}
