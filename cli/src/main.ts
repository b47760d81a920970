import { STDOUT } from './document.js';
import { told } from './each.js';
import { EXIT } from './exit.js';
import { unwritable } from './faults.js';
import { languageOf } from './language.js';
import { CLI } from './messages.js';
import { run } from './run.js';

const args = process.argv.slice(2);

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Who reads the beginning only, as `head` does, has what they wanted.
    if (error.code === 'EPIPE') process.exit(EXIT.closed);
    // What cannot be printed is told as of any other file; where nothing can be told, by the code alone.
    if (stream === process.stdout) told(unwritable(STDOUT, error).diagnostics, languageOf(args));
    process.exit(EXIT.data);
  });
}
// Whatever nobody caught is told in one line.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${CLI[languageOf(args)].internal(error)}\n`);
  process.exit(EXIT.internal);
});

process.exitCode = await run(args);
