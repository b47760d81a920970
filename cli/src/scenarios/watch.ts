import { statSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** An editor writes a file in several steps. */
const SETTLED_MS = 100;

/** Runs something now and after every change of a file at, or in, some paths; it never ends by itself. */
export async function onChange(paths: readonly string[], run: () => Promise<void>): Promise<void> {
  let changed = () => {};
  // A file that an editor replaces is another one: its folder is watched.
  for (const path of new Set(paths.map((each) => (statSync(each).isDirectory() ? each : dirname(each)))))
    watch(path, { recursive: true }, () => changed());
  for (;;) {
    const change = new Promise<void>((resolve) => {
      changed = resolve;
    });
    await run();
    await change;
    await setTimeout(SETTLED_MS);
  }
}
