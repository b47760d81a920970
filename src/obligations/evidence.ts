import type { Evidence, Inventory, Omission, UnitRecord } from '../model/unit.js';
import type { Occasion } from './occasions.js';

/** What a duty is owed for, where it is owed more than once: one of the unit's systems, another unit, an occasion. */
export interface Subject {
  readonly system?: string;
  readonly towards?: string;
  readonly occasion?: Occasion;
}

/** What is on file of one duty, for one subject of it: the newest first; of one day, what stands later in the file. */
export interface OnFile {
  readonly shown: readonly Evidence[];
  readonly omissions: readonly Omission[];
  readonly inventories: readonly Inventory[];
}

/** What was on file by a day. */
export function onFile(record: UnitRecord, duty: string, { system, towards, occasion }: Subject, day: string): OnFile {
  const mine = <Entry extends Evidence | Omission | Inventory>(
    list: readonly Entry[] = [],
    dayOf: (entry: Entry) => string,
  ): Entry[] =>
    list
      .filter((entry) => entry.obligation === duty && entry.system === system && dayOf(entry) <= day)
      // What names no unit is about all of them.
      .filter(({ units }) => towards === undefined || units === undefined || units.includes(towards))
      .filter((entry) => occasion === undefined || entry[occasion.kind] === occasion.id)
      .reverse()
      .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
  // What was done upon a notice is done; what was lacking upon one is told of that notice.
  const isTold = ({ notice }: Evidence | Omission | Inventory) => occasion !== undefined || notice === undefined;
  return {
    shown: mine(record.evidence, ({ on }) => on).filter((entry) => entry.adequate !== false || isTold(entry)),
    omissions: mine(record.omissions, ({ on }) => on).filter(isTold),
    inventories: mine(record.inventories, ({ closedOn }) => closedOn).filter(isTold),
  };
}

/** The other units that a file has something on, of one duty. */
export function namedUnits({ evidence = [], omissions = [], inventories = [] }: UnitRecord, duty: string): string[] {
  const entries = [...evidence, ...omissions, ...inventories].filter(({ obligation }) => obligation === duty);
  return [...new Set(entries.flatMap(({ units = [] }) => units))];
}
