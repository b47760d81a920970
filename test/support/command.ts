import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { run } from '../../cli/src/run.js';

/** A new folder, and the files in it by name. */
export function workspace(): {
  readonly at: (name: string) => string;
  write: (name: string, content: string | Uint8Array) => string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'zerenzhi-'));
  const at = (name: string) => join(folder, name);
  return {
    at,
    write: (name, content) => {
      writeFileSync(at(name), content);
      return at(name);
    },
  };
}

/** The built command, in English and as of the middle of 2024 where it takes a time. */
export const zerenzhi = (args: readonly string[], input: string | Uint8Array = '') =>
  spawnSync('node', ['cli/dist/main.js', ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });

/** A line of the shell, in which `zerenzhi` is the built command. */
export const shell = (line: string) =>
  spawnSync('bash', ['-c', `set -o pipefail; zerenzhi() { node cli/dist/main.js "$@"; }; ${line}`], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });

/** The command's sources, run here: what it prints and its exit code, without starting a program. */
export async function runHere(args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    }),
  );
  try {
    return { status: await run(args), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
