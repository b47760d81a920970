import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What takes minutes by its nature: whole files that only `npm run test:long` runs. */
export const LONG = ['test/cli/bulk.test.ts', 'test/cli/bulk-files.test.ts'];

/** What both runs share. A golden file that is missing fails its test: nothing is written that nobody has read. */
export const shared = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  maxWorkers: availableParallelism(),
  update: 'none' as const,
};

export default defineConfig({
  test: { ...shared, include: ['test/**/*.test.ts'], exclude: LONG },
});
