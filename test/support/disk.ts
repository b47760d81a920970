import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shell, workspace } from './command.js';

// A disk of one's own, small and real, that no other process sees and that is gone with the shell that made it.

const MINE = [
  ['unshare', '-m'],
  ['unshare', '-rm'],
].find(
  ([command = '', ...flags]) => spawnSync(command, [...flags, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0,
);

/** Why there is none: nobody but root may mount, unless the system lends its users a space of their own. */
export const NO_DISK = MINE === undefined ? ' (skipped: takes root, or user namespaces, to mount a disk)' : '';

interface Files {
  readonly [name: string]: string | Uint8Array;
}
export interface OnDisk {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What stands on the disk in the end. */
  readonly found: Files;
}

/**
 * Runs a line of the shell in a folder that is a disk, on which some files stand: `zerenzhi` is the built command,
 * `full` fills what is left but for some blocks of 4 kB, `larger` makes room again, and on one that is `unwritable` nothing may be written.
 *
 * @param options of the disk: its size, or how many files it takes
 */
export function onDisk(files: Files, line: string, options = 'size=400k'): OnDisk {
  const { at } = workspace();
  for (const folder of ['given', 'kept', 'disk']) mkdirSync(at(folder));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(at('given'), name), content);
  const script = [
    `disk='${at('disk')}'`,
    `mount -t tmpfs -o ${options} none "$disk"`,
    `cp -p '${at('given')}'/* "$disk"`,
    'full() { head -c 100M /dev/zero > "$disk/.filler" 2>/dev/null; truncate -s -$(($1 * 4096)) "$disk/.filler"; }',
    'larger() { mount -o remount,size=100m "$disk"; }',
    'unwritable() { mount -o remount,ro "$disk"; }',
    `zerenzhi() { node '${join(process.cwd(), 'cli/dist/main.js')}' "$@"; }`,
    'cd "$disk"',
    line,
    'status=$?',
    `rm -f .filler 2>/dev/null; cp -a "$disk/." '${at('kept')}'`,
    'exit $status',
  ].join('\n');
  writeFileSync(at('script'), script);
  const { status, stdout, stderr } = shell(`${(MINE ?? []).join(' ')} bash '${at('script')}'`);
  const names = readdirSync(at('kept')).filter((name) => name !== '.filler');
  return {
    status,
    stdout,
    stderr,
    found: Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(at('kept'), name))])),
  };
}
