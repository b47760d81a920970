import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Microseconds that each task takes, the least of several rounds of some length. The rounds of all tasks alternate: a
 * machine that is busy
 * for a while is busy for all.
 */
export async function alternately(
  tasks: readonly { readonly name: string; readonly run: () => void | Promise<void>; readonly per: number }[],
  { rounds = 9, microseconds = 60_000 } = {},
): Promise<Map<string, number>> {
  const repeats = new Map<string, number>();
  for (const { name, run } of tasks) {
    await run();
    const once = await timed(run, 1);
    repeats.set(name, Math.max(1, Math.round(microseconds / once)));
  }
  const least = new Map<string, number>();
  for (let round = 0; round < rounds; round++)
    for (const { name, run, per } of tasks) {
      const each = (await timed(run, repeats.get(name) as number)) / per;
      least.set(name, Math.min(each, least.get(name) ?? Number.POSITIVE_INFINITY));
    }
  return least;
}

async function timed(run: () => void | Promise<void>, times: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < times; i++) {
    const running = run();
    if (running) await running;
  }
  return ((performance.now() - start) * 1000) / times;
}

/** What a script of this folder prints as JSON in a process of its own. */
export async function inOwnProcess<T>(script: string, ...args: readonly string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(dirname(process.argv[1] as string), `${script}.js`), ...args],
    { maxBuffer: 1e8 },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) as string) as T;
}

export const megabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
