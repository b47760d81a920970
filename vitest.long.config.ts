import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LONG, resolve, shared } from './vitest.config.js';

/** Tests that take a size from test/support/size.ts: `npm test` runs them too, with less. */
const SIZED = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((file) => join('test', file))
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('/support/size.js'));

export default defineConfig({
  resolve,
  // On a slow or busy machine one of these may take minutes.
  test: {
    ...shared,
    globalSetup: 'test/page/build.ts',
    testTimeout: 900_000,
    include: [...LONG, ...SIZED],
    env: { ...shared.env, TEST_SIZE: 'long' },
  },
});
