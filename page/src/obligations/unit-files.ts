import type { ObligationReport, UnitFile } from 'zerenzhi';
import type { Look, State } from '../state.js';
import { change, tryChange } from '../store.js';

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

export const filedIn = ({ units, organization }: State, reports: readonly ObligationReport[]): readonly Filed[] =>
  units.flatMap((file, i) => {
    const report = reports[i];
    const key = file.id ?? `#${i + 1}`;
    const name = file.name ?? organization?.units?.find(({ id }) => id === file.id)?.name ?? key;
    return report ? [{ file, report, key, name }] : [];
  });

/** Goes on looking at something else. */
export const look = (state: State, part: Look): boolean => change({ look: { ...state.look, ...part } });

/** Puts a changed file in the place of the one before, or gives what is wrong with it. */
export const put = ({ units }: State, file: UnitFile, next: UnitFile) =>
  tryChange({ units: units.map((each) => (each === file ? next : each)) });
