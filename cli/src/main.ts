#!/usr/bin/env node
import { EXIT } from './exit.js';
import { run } from './run.js';

// Who reads the beginning only, as `head` does, has what they wanted.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT.closed);
  });
}

process.exitCode = await run(process.argv.slice(2));
