import { Argument } from 'commander';
import { completions, SCRIPTS, SHELLS, type Shell } from '../completion.js';
import { type Cli, spoken } from '../options.js';
import { write } from '../output.js';

/** `completion`: what makes a shell complete the command; `complete` is what the shell then asks. */
export function addCompletion(cli: Cli): void {
  const { program, say } = cli;
  spoken(cli, program.command('completion').description(say.completion))
    .addArgument(new Argument('<shell>', say.shell).choices(SHELLS))
    .action((shell: Shell) => write(SCRIPTS[shell]));
  program
    .command('complete', { hidden: true })
    .argument('[word...]')
    .option('--next')
    .action((words: readonly string[], { next }: { next?: true }) => {
      const found = completions(program, next ? [...words, ''] : words);
      if (found.length > 0) write(found.join('\n'));
    });
}
