import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runBulk } from '../../cli/src/bulk/run.js';
import { ZerenzhiError } from '../../src/index.js';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'bulk-'));

/** The lines of an NDJSON file, none if there is no such file. */
export function linesOf(file: string): { readonly [key: string]: unknown }[] {
  if (!readdirSync(join(file, '..')).includes(basename(file))) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { [key: string]: unknown });
}

type Options = Parameters<typeof runBulk>[0];

/** A run in this process and thread, judged as of the end of 2024 unless something else is said. */
export const run = (input: string, output: string, more: Partial<Options> = {}) =>
  runBulk({
    input,
    output,
    resume: false,
    threads: 0,
    setting: { policy: {}, asOf: '2024-12-31' },
    progress: () => undefined,
    ...more,
  });

/** What a run is refused for: each code with the name of the file, or the path, it is told of. */
export async function refusal(...args: Parameters<typeof run>): Promise<string[]> {
  try {
    await run(...args);
    return [];
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) throw error;
    return error.diagnostics.map(({ code, file, path }) =>
      [code, path !== '' || file === undefined ? path : basename(file)].join(' ').trim(),
    );
  }
}

/** Runs until so many records are done, and breaks off there. */
export async function interrupted(
  records: number,
  input: string,
  output: string,
  more: Partial<Options> = {},
): Promise<void> {
  let batches = 0;
  const breakOff = new Error('broken off');
  const progress = () => {
    if (++batches * 1_000 >= records) throw breakOff;
  };
  await run(input, output, { ...more, progress }).then(
    () => {
      throw new Error('came to its end');
    },
    (error) => {
      if (error !== breakOff) throw error;
    },
  );
}
