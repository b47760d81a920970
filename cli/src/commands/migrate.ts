import { ZerenzhiError } from 'zerenzhi';
import { visible } from 'zerenzhi/report';
import { readAny, STANDARD_INPUT } from '../document.js';
import { told } from '../each.js';
import { EXIT, worse } from '../exit.js';
import { emptyFolders, filesOf, isLines } from '../input.js';
import { type Cli, type Spoken, spoken } from '../options.js';
import { write } from '../output.js';
import { isTable } from '../table/is-table.js';
import { sameTarget, writeWhole } from '../whole-file.js';

/** `migrate`: documents of the former format, rewritten in place. */
export function addMigrate(cli: Cli): void {
  const { program, say } = cli;
  const migrate = spoken(cli, program.command('migrate').description(say.migrate))
    .argument('<file...>', say.migrateInput)
    .option('--dry-run', say.dryRun);
  migrate.action(async (paths: string[], { lang, dryRun }: Spoken & { dryRun?: true }) => {
    const files = filesOf(paths);
    if (paths.includes(STANDARD_INPUT) || files.some((file) => isLines(file) || isTable(file)))
      migrate.error(say.noLines, { exitCode: EXIT.usage });
    const { edited, editsFor } = await import('../migrate.js');
    // What was to be rewritten and is not there may be somewhere else.
    const missed = emptyFolders(paths);
    told(missed, lang);
    let code: number = missed.length > 0 ? EXIT.data : EXIT.clear;
    for (const file of files)
      try {
        const { text } = await readAny(file);
        const edits = editsFor(text, file);
        if (edits.length > 0 && !dryRun) writeWhole(sameTarget(file), edited(text, edits));
        write(edits.length === 0 ? say.present(visible(file)) : say.migrated(visible(file), edits.length));
        for (const { from, to, text: instead } of edits) {
          const line = text.slice(0, from).split('\n').length;
          write(`  ${line}: ${visible(text.slice(from, to))} → ${visible(instead.trim())}`);
        }
      } catch (error) {
        if (!(error instanceof ZerenzhiError)) throw error;
        told(error.diagnostics, lang);
        code = worse(code, EXIT.data);
      }
    cli.exit(code);
  });
}
