import type { Evidence, Inventory, Omission, UnitRecord } from '../model/unit.js';

/**
 * What is on file of one duty, for one system where it is owed for each: the newest first; of one day, what stands
 * later in the file.
 */
export interface OnFile {
  readonly shown: readonly Evidence[];
  readonly omissions: readonly Omission[];
  readonly inventories: readonly Inventory[];
}

/** What was on file by a day. */
export function onFile(record: UnitRecord, duty: string, system: string | undefined, day: string): OnFile {
  const mine = <Entry extends { readonly obligation: string; readonly system?: string }>(
    list: readonly Entry[] = [],
    dayOf: (entry: Entry) => string,
  ): Entry[] =>
    list
      .filter((entry) => entry.obligation === duty && entry.system === system && dayOf(entry) <= day)
      .reverse()
      .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
  return {
    shown: mine(record.evidence, ({ on }) => on),
    omissions: mine(record.omissions, ({ on }) => on),
    inventories: mine(record.inventories, ({ closedOn }) => closedOn),
  };
}
