import { readFileSync, writeFileSync } from 'node:fs';
import { aimsOf } from './aims.js';
import type { Results } from './run.js';
import { tablesOf } from './tables.js';

/** Keeps the results of a run, and puts their tables into the page that shows them. */
export function keep(results: Results): void {
  writeFileSync('bench/results.json', `${JSON.stringify(results, undefined, 2)}\n`);
  const parts = { tables: tablesOf(results), aims: aimsOf(results) };
  const page = Object.entries(parts).reduce(
    (text, [name, part]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(?=<!-- end of ${name} -->)`),
        (_, mark: string) => `${mark}\n${part}\n\n`,
      ),
    readFileSync('docs/performance.md', 'utf8'),
  );
  writeFileSync('docs/performance.md', page);
}
