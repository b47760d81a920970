import { EXIT } from './exit.js';
import { languageOf } from './language.js';
import { CLI } from './messages.js';
import { run } from './run.js';

const args = process.argv.slice(2);

// Who reads the beginning only, as `head` does, has what they wanted.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT.closed);
  });
}
// Whatever nobody caught is told in one line.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${CLI[languageOf(args)].internal(error)}\n`);
  process.exit(EXIT.internal);
});

process.exitCode = await run(args);
