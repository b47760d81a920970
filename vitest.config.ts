import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * What takes long by its nature, since it starts programs, packs packages or opens documents and browsers again and
 * again: whole files that only `npm run test:long` runs.
 */
export const LONG = [
  'test/cli/bulk.test.ts',
  'test/cli/bulk-files.test.ts',
  'test/cli/disk.test.ts',
  'test/cli/exit-codes.test.ts',
  'test/cli/killed.test.ts',
  'test/cli/reading.test.ts',
  'test/cli/table-office.test.ts',
  'test/cli/writing.test.ts',
  'test/documents/office.test.ts',
  'test/package/errors.test.ts',
  'test/package/package.test.ts',
  'test/page/*.test.ts',
];

// The command line names the library's public entries; tests that run its sources take them from the sources too.
const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as {
  compilerOptions: { paths: Record<string, [string]> };
};
export const resolve = {
  alias: Object.entries(compilerOptions.paths).map(([name, [file]]) => ({
    find: new RegExp(`^${name}$`),
    replacement: fileURLToPath(new URL(file, import.meta.url)),
  })),
};

/** What both runs share. A golden file that is missing fails its test: nothing is written that nobody has read. */
export const shared = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  maxWorkers: availableParallelism(),
  update: 'none' as const,
  // The command speaks Chinese where the system names no language.
  env: { LC_ALL: 'C' },
};

export default defineConfig({
  resolve,
  test: { ...shared, include: ['test/**/*.test.ts'], exclude: LONG },
});
