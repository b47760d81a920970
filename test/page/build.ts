import { execFileSync } from 'node:child_process';

/** Builds the page once, before the tests that open it. */
export function setup(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-page.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
