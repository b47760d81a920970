import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../scripts/errors/command.js';
import type { Example } from '../../scripts/errors/examples.js';
import { CALLS } from '../../scripts/errors/library.js';
import { allExamples, CATALOGUE, errorsPage, WITHOUT_EXAMPLE } from '../../scripts/errors/page.js';

// docs/errors.md is made by `npm run generate:errors`; what it shows is run again here.

const codes = Object.keys(CATALOGUE);

describe('the page of errors', () => {
  let examples: readonly Example[];
  beforeAll(async () => {
    examples = await allExamples();
  });

  test('is up to date: if not, run npm run generate:errors', () => {
    expect(readFileSync('docs/errors.md', 'utf8')).toBe(errorsPage(examples));
  });

  test('has an example of every code, or the reason why there is none, and not both', () => {
    const shown = new Set<string>(examples.map(({ code }) => code));
    const excused = (code: string) => Object.hasOwn(WITHOUT_EXAMPLE, code);
    expect(codes.filter((code) => shown.has(code) === excused(code))).toEqual([]);
  });

  test('prints every example in both languages, with its code', () => {
    expect(examples.length).toBeGreaterThan(0);
    for (const { code, printed } of examples)
      for (const line of [printed.en, printed.zh]) expect(line.endsWith(`[${code}]`), line).toBe(true);
    const chinese = examples.filter(({ printed }) => /\p{Script=Han}/u.test(printed.zh));
    expect(chinese).toEqual(examples);
  });

  test('names every code in its tables once', () => {
    const rows = readFileSync('docs/errors.md', 'utf8').match(/^\| `[a-z]+\/[a-z-]+`/gm) ?? [];
    expect(rows.map((row) => row.slice(3, -1)).sort()).toEqual([...codes].sort());
  });

  test('has no example that is not shown', () => {
    const written = [...CALLS, ...COMMANDS].map(([code]) => code);
    expect(written).toEqual([...new Set(written)]);
  });
});
