import { defineConfig } from 'vitest/config';

// The fast tests of the rooms that `npm run mutate` changes, run again for every change: nothing that takes seconds.
// See docs/mutation.md.
export default defineConfig({
  test: {
    include: [
      'test/logic/*.test.ts',
      'test/case/*.test.ts',
      'test/diagnostics/invalid.test.ts',
      'test/assessment/stream.test.ts',
      'test/model/*.test.ts',
      'test/policy/competence.test.ts',
      'test/scenarios/scenarios.test.ts',
    ],
    testTimeout: 60_000,
    // Of the tables, those of the rooms that have few tests of their own.
    env: { TABLES: 'article-08,chains,obligations' },
    exclude: ['test/logic/{laws,decisions,one-meaning,ways}.test.ts', 'test/case/hostile.test.ts'],
  },
});
