// Seconds that the commands of an author take on the whole regulation, each time as a new process.
import { spawnSync } from 'node:child_process';
import { readRegulation, testScenarios } from '../src/authoring/index.js';
import { passages } from '../src/regulation/citation.js';
import { median } from './measure.js';

export interface Authoring {
  readonly provisions: number;
  readonly scenarios: number;
  /** Of the text. */
  readonly characters: number;
  readonly seconds: { readonly [command: string]: number };
}

const ROUNDS = 7;

/** The median of several new processes, the commands taking turns. */
export function authoringOf(): Authoring {
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++)
    for (const command of ['check', 'test']) {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, ['cli/bin/zerenzhi.js', command, 'rules'], {
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(stderr);
      times.set(command, [...(times.get(command) ?? []), (performance.now() - start) / 1000]);
    }
  const articles = readRegulation('rules').regulation?.articles ?? [];
  return {
    provisions: articles.flatMap(({ provisions }) => provisions).length,
    scenarios: testScenarios('rules').outcomes.length,
    characters: articles.flatMap(passages).reduce((sum, { text }) => sum + text.length, 0),
    seconds: Object.fromEntries([...times].map(([command, each]) => [command, median(each)])),
  };
}
