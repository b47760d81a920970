// Milliseconds from import to the first answer, each time in a new process.
import { spawnSync } from 'node:child_process';
import { median } from './measure.js';

const incident = `{ occurredAt: '2024-05-06T08:00:00+08:00', leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] } }`;
const SCRIPTS: { readonly [name: string]: (rules: string) => string } = {
  zerenzhi: () =>
    `const { assessIncident } = await import('./dist/index.js'); assessIncident(${incident}, { asOf: '2024-06-30' }).accountability.status;`,
  'json-rules-engine': (rules) =>
    `const { Engine } = (await import('json-rules-engine')).default; const engine = new Engine(${rules}, { allowUndefinedFacts: true }); await engine.run({});`,
  'zod alone, for comparison': () =>
    `const z = await import('zod/mini'); z.strictObject({ a: z.string() }).parse({ a: 'x' });`,
};

/** The median of several new processes, the peers taking turns. */
export function coldStarts(rules: string): { [name: string]: number } {
  const times = new Map<string, number[]>();
  for (let round = 0; round < 15; round++)
    for (const [name, script] of Object.entries(SCRIPTS)) {
      const code = `const start = performance.now(); ${script(rules)} console.log(performance.now() - start);`;
      const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(stderr);
      times.set(name, [...(times.get(name) ?? []), Number(stdout)]);
    }
  return Object.fromEntries([...times].map(([name, each]) => [name, median(each)]));
}
