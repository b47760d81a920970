import { watch } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isFolder } from '../regulation.js';

/** An editor writes a file in several steps. */
const SETTLED_MS = 100;

/**
 * Runs something now and after every change of a file at, or in, some paths; it never ends by itself.
 *
 * @throws ZerenzhiError if one of them cannot be read at the start
 */
export async function onChange(paths: readonly string[], run: () => Promise<void>): Promise<void> {
  let changed = () => {};
  // A file that an editor replaces is another one: its folder is watched.
  for (const folder of new Set(paths.map((each) => (isFolder(each) ? each : dirname(each)))))
    watch(folder, { recursive: true }, () => changed());
  for (;;) {
    const change = new Promise<void>((resolve) => {
      changed = resolve;
    });
    await run();
    await change;
    await setTimeout(SETTLED_MS);
  }
}
