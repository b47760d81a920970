import { Command, CommanderError } from 'commander';
import { ZerenzhiError } from 'zerenzhi';
import { addArticles } from './commands/articles.js';
import { addAssess } from './commands/assess.js';
import { addChain } from './commands/chain.js';
import { addCheck } from './commands/check.js';
import { addCompletion } from './commands/completion.js';
import { addDiffCase } from './commands/diff-case.js';
import { addExplain } from './commands/explain.js';
import { addInit } from './commands/init.js';
import { addInterview } from './commands/interview.js';
import { addLedger } from './commands/ledger.js';
import { addLists } from './commands/lists.js';
import { addMemo } from './commands/memo.js';
import { addMigrate } from './commands/migrate.js';
import { addNew } from './commands/new.js';
import { addObligations } from './commands/obligations.js';
import { addRecord } from './commands/record.js';
import { addSchemas } from './commands/schemas.js';
import { addTest } from './commands/test.js';
import { told } from './each.js';
import { EXIT } from './exit.js';
import { languageOf } from './language.js';
import { USAGE } from './messages/usage.js';
import { CLI } from './messages.js';
import { type Cli, spoken } from './options.js';
import { speaking } from './usage.js';
import { versions } from './version.js';

const COMMANDS: readonly ((cli: Cli) => void)[] = [
  addAssess,
  addExplain,
  addInterview,
  addMemo,
  addObligations,
  addChain,
  addArticles,
  addLists,
  addRecord,
  addDiffCase,
  addCheck,
  addLedger,
  addSchemas,
  addNew,
  addTest,
  addMigrate,
  addInit,
  addCompletion,
];

/** Runs the command line; answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const lang = languageOf(args);
  const say = CLI[lang];
  let code: number = EXIT.clear;
  const program = new Command('zerenzhi').description(say.description).exitOverride().showHelpAfterError(say.helpHint);
  speaking(program, lang).version(versions(lang), '-V, --version', USAGE[lang].version);
  spoken({ say, lang }, program);
  program.addHelpText('after', `\n${say.exitCodes}`);
  const exit = (reached: number) => {
    code = reached;
  };
  for (const add of COMMANDS) add({ program, say, lang, exit });
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
    // What stands in no file was typed.
    return error.diagnostics.every(({ file }) => file === undefined) ? EXIT.usage : EXIT.data;
  }
}
