import type { Activity, Evidence, Inventory, Notice, Omission, UnitRecord } from '../model/unit.js';

/** What a duty is owed for, where it is owed more than once: one of the unit's systems, another unit, an activity. */
export interface Subject {
  readonly system?: string;
  readonly towards?: string;
  readonly activity?: Activity;
}

/** What is on file of one duty, for one subject of it: the newest first; of one day, what stands later in the file. */
export interface OnFile {
  readonly shown: readonly Evidence[];
  readonly omissions: readonly Omission[];
  readonly inventories: readonly Inventory[];
  readonly notices: readonly Notice[];
}

/** What was on file by a day. */
export function onFile(record: UnitRecord, duty: string, { system, towards, activity }: Subject, day: string): OnFile {
  const mine = <Entry extends Evidence | Omission | Inventory | Notice>(
    list: readonly Entry[] = [],
    dayOf: (entry: Entry) => string,
  ): Entry[] =>
    list
      .filter((entry) => entry.obligation === duty && entry.system === system && dayOf(entry) <= day)
      // What names no unit is about all of them.
      .filter((entry) => towards === undefined || !('units' in entry) || entry.units?.includes(towards) !== false)
      .filter((entry) => activity === undefined || ('activity' in entry && entry.activity === activity.id))
      .reverse()
      .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
  return {
    shown: mine(record.evidence, ({ on }) => on),
    omissions: mine(record.omissions, ({ on }) => on),
    inventories: mine(record.inventories, ({ closedOn }) => closedOn),
    notices: mine(record.notices, ({ on }) => on),
  };
}

/** The other units that a file has something on, of one duty. */
export function namedUnits({ evidence = [], omissions = [], inventories = [] }: UnitRecord, duty: string): string[] {
  const entries = [...evidence, ...omissions, ...inventories].filter(({ obligation }) => obligation === duty);
  return [...new Set(entries.flatMap(({ units = [] }) => units))];
}
