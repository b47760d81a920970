import { assessIncident } from 'zerenzhi';
import { readAny } from '../document.js';
import { MEMOS, type MemoFormat, memoOf, needsFile, putMemo } from '../documents.js';
import { one } from '../each.js';
import { endsAs } from '../ending.js';
import { assessmentCode, EXIT } from '../exit.js';
import { filesOf } from '../input.js';
import {
  type Applied,
  applied,
  type Cli,
  type Format,
  filesNamed,
  formed,
  pageOptions,
  type Spoken,
  settingsOf,
  spoken,
  writing,
} from '../options.js';
import { targetOf } from '../whole-file.js';

interface MemoFlags extends Spoken, Applied {
  readonly format: Format;
  readonly output?: string;
  readonly force?: true;
  readonly foundBy?: string;
  readonly to?: string;
  readonly from?: string;
  readonly date?: string;
}

/** `memo`: an assessment as a document to be filed. */
export function addMemo(cli: Cli): void {
  const { program, say } = cli;
  const memo = writing(
    cli,
    applied(
      cli,
      formed(
        cli,
        spoken(cli, program.command('memo').description(say.memo).argument('[incident]', say.incident)),
        MEMOS,
      ),
    ),
  )
    .option('--found-by <file>', say.foundBy)
    .option('--to <text>', say.to)
    .option('--from <text>', say.from)
    .option('--date <date>', say.date);
  memo.action(async (path: string | undefined, options: MemoFlags) => {
    const { output, force, foundBy, to, from, date } = options;
    // Who reads it at a terminal reads no Markdown, whose signs are kept apart from the text's by others.
    const isRead = memo.getOptionValueSource('format') === 'default' && !output && process.stdout.isTTY;
    const format = isRead ? 'text' : options.format;
    if (needsFile(format) && output === undefined) memo.error(say.needsFile, { exitCode: EXIT.usage });
    const read = [...filesOf([path ?? '-']), ...filesNamed(options), ...(foundBy === undefined ? [] : [foundBy])];
    const target = output === undefined ? undefined : targetOf(output, read, force);
    endsAs(memo, cli, output, format as MemoFormat);
    const settings = await settingsOf(options);
    const finders = foundBy === undefined ? undefined : await readAny(foundBy);
    const { assessment, page } = await one(path, options.lang, (value) => {
      const assessment = assessIncident(value, settings);
      return {
        assessment,
        page: memoOf(assessment, { ...pageOptions(options, settings, value), to, from, date }, finders),
      };
    });
    await putMemo(page, { ...options, format }, target);
    cli.exit(assessmentCode(assessment));
  });
}
