import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { workspace } from './command.js';
import { seeded } from './incidents.js';

const PRELOADED = fileURLToPath(new URL('./kill-at.cjs', import.meta.url));

/** When a command is killed: at a step of what it writes (kill-at.cjs), or so many milliseconds after it was started. */
export type Moment = { readonly step: number } | { readonly after: number };
/** How a command ended: with its exit code, or killed before. */
export interface Ended {
  readonly pid: number | undefined;
  readonly killed: boolean;
  readonly status: number | null;
  readonly stderr: string;
}

/**
 * The built command, killed as by `kill -9` at a moment unless it has ended by then.
 *
 * @param attend whoever sits at its terminal
 */
export function killedAt(
  moment: Moment | undefined,
  args: readonly string[],
  attend: (child: ChildProcess) => void = ({ stdin }) => stdin?.end(),
  env: { readonly [name: string]: string } = {},
): Promise<Ended> {
  const child = spawn('node', ['--require', PRELOADED, 'cli/dist/main.js', ...args], {
    env: { ...process.env, ...env, ...(moment && 'step' in moment && { KILL_AT: String(moment.step) }) },
  });
  const timer = moment && 'after' in moment && setTimeout(() => child.kill('SIGKILL'), moment.after);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.resume();
  // Who is killed reads no more keys.
  child.stdin.on('error', () => undefined);
  attend(child);
  return new Promise((resolve) =>
    child.on('close', (status, signal) => {
      if (timer) clearTimeout(timer);
      resolve({ pid: child.pid, killed: signal === 'SIGKILL', status, stderr });
    }),
  );
}

/** The steps of what a command wrote, and how long it took. */
interface Measure {
  readonly steps: number;
  readonly took: number;
}

/** A command that comes to its end. */
export async function measured(
  args: readonly string[],
  attend?: (child: ChildProcess) => void,
): Promise<Ended & Measure> {
  const file = workspace().at('steps');
  const start = performance.now();
  const ended = await killedAt(undefined, args, attend, { STEPS_TO: file });
  return { ...ended, steps: Number(readFileSync(file, 'utf8')), took: performance.now() - start };
}

/**
 * So many moments for a command: half of them steps of what it writes, every one of them where they are few, and the
 * others spread over all the time it takes.
 */
export function moments(count: number, seed: number, { steps, took }: Measure) {
  const random = seeded(seed);
  const all = Array.from({ length: steps }, (_, i) => i + 1);
  while (all.length > count / 2) all.splice(Math.floor(random() * all.length), 1);
  const times = count - all.length;
  return [
    ...all.map((step): Moment => ({ step })),
    ...Array.from({ length: times }, (_, i): Moment => ({ after: ((i + random()) / times) * took })),
  ];
}

/** Any moment of a command: a step of what it writes as often as a time. */
export const anyMoment = (random: () => number, { steps, took }: Measure): Moment =>
  random() < 0.5 ? { step: 1 + Math.floor(random() * steps) } : { after: random() * took };

/** Works through what is given two at a time: as many as a small machine has processors. */
export async function twoByTwo<T>(given: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const waiting = [...given];
  const next = async () => {
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) await work(each);
  };
  await Promise.all([next(), next()]);
}

/** Somebody at the terminal of an interview who knows what to press by the words of each question. */
export const answering =
  (keys: readonly (readonly [words: string, keys: string])[]) =>
  ({ stdin, stderr }: ChildProcess) => {
    let [screen, asked] = ['', -1];
    stderr?.on('data', (text: string) => {
      screen += text;
      // Each question has its heading, and is drawn again and again below it.
      const heading = screen.lastIndexOf('\n问题 ');
      const [, pressed] = keys.find(([words]) => screen.slice(heading).includes(words)) ?? [];
      if (heading < 0 || heading === asked || pressed === undefined) return;
      asked = heading;
      // The prompt listens once it is drawn.
      setTimeout(() => stdin?.write(pressed), 30);
    });
  };
