import { assessIncident } from '../../../src/index.js';
import { MEMOS, memoOf, needsFile, putMemo } from '../documents.js';
import { one } from '../each.js';
import { assessmentCode, EXIT } from '../exit.js';
import { readDocument } from '../input.js';
import { type Applied, applied, type Cli, type Format, formed, type Spoken, settingsOf, spoken } from '../options.js';

/** `memo`: an assessment as a document to be filed. */
export function addMemo(cli: Cli): void {
  const { program, say } = cli;
  const memo = applied(
    cli,
    formed(cli, spoken(cli, program.command('memo').description(say.memo).argument('[incident]', say.incident)), MEMOS),
  )
    .option('--found-by <file>', say.foundBy)
    .option('--output <file>', say.outputFile);
  memo.action(
    async (
      path: string | undefined,
      options: Spoken & Applied & { format: Format; output?: string; foundBy?: string },
    ) => {
      if (needsFile(options.format) && options.output === undefined)
        memo.error(say.needsFile, { exitCode: EXIT.usage });
      const settings = settingsOf(options);
      const finders = options.foundBy === undefined ? undefined : readDocument(options.foundBy);
      const { assessment, page } = one(path, (value) => ({
        assessment: assessIncident(value as never, settings),
        page: memoOf(value, { ...settings, lang: options.lang }, finders),
      }));
      await putMemo(page, options.format, options.output);
      cli.exit(assessmentCode(assessment));
    },
  );
}
