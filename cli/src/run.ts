import { Command, CommanderError } from 'commander';
import { ZerenzhiError } from 'zerenzhi';
import { visible } from 'zerenzhi/report';
import { addArticles } from './commands/articles.js';
import { addAssess } from './commands/assess.js';
import { addChain } from './commands/chain.js';
import { addExplain } from './commands/explain.js';
import { addInit } from './commands/init.js';
import { addInterview } from './commands/interview.js';
import { addMemo } from './commands/memo.js';
import { addMigrate } from './commands/migrate.js';
import { addObligations } from './commands/obligations.js';
import { addRecord } from './commands/record.js';
import { told } from './each.js';
import { EXIT } from './exit.js';
import { CLI, type Lang } from './messages.js';
import type { Cli } from './options.js';

const COMMANDS: readonly ((cli: Cli) => void)[] = [
  addAssess,
  addExplain,
  addInterview,
  addMemo,
  addObligations,
  addChain,
  addArticles,
  addRecord,
  addMigrate,
  addInit,
];

/** The language, before the options are read: help and faults of usage speak it too. */
export function languageOf(args: readonly string[]): Lang {
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const given = options.flatMap((arg, i) =>
    arg === '--lang' ? [options[i + 1]] : arg.startsWith('--lang=') ? [arg.slice('--lang='.length)] : [],
  );
  return given.at(-1) === 'en' ? 'en' : 'zh';
}

/** Runs the command line; answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const lang = languageOf(args);
  const say = CLI[lang];
  let code: number = EXIT.clear;
  const program = new Command('zerenzhi').description(say.description).exitOverride().showHelpAfterError(say.helpHint);
  // What was typed is told back as words.
  program.configureOutput({ outputError: (text, tell) => tell(text.split('\n').map(visible).join('\n')) });
  program.addHelpText('after', `\n${say.exitCodes}`);
  const exit = (reached: number) => {
    code = reached;
  };
  for (const add of COMMANDS) add({ program, say, exit });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clear : EXIT.usage;
    if (!(error instanceof ZerenzhiError)) {
      process.stderr.write(`${say.internal(error)}\n`);
      return EXIT.internal;
    }
    told(error.diagnostics, lang);
    return EXIT.data;
  }
}
