import { checkUnitObligations, type ObligationReport } from 'zerenzhi';
import { obligationsCalendar, obligationsPage } from 'zerenzhi/report';
import { isTable, needsFile, putObligations, TABLES } from '../documents.js';
import { each } from '../each.js';
import { endsAs } from '../ending.js';
import { EXIT, obligationCode } from '../exit.js';
import { filesOf } from '../input.js';
import {
  type Cli,
  filesNamed,
  type LawOptions,
  law,
  PAGES,
  pageOptions,
  settingsOf,
  withOverlays,
  writing,
} from '../options.js';
import { outputTo, print, put } from '../output.js';
import { targetOf } from '../whole-file.js';

/** `obligations`: every duty of units, as pages, as a calendar, or as one table. */
export function addObligations(cli: Cli): void {
  const obligations = writing(
    cli,
    withOverlays(
      cli,
      law(
        cli,
        cli.program.command('obligations').description(cli.say.obligations).argument('[input...]', cli.say.input),
        [...PAGES, 'ics', ...TABLES],
      ),
    ),
  );
  obligations.option('--full', cli.say.full);
  obligations.action(async (paths: string[], options: LawOptions & { output?: string; force?: true; full?: true }) => {
    const { format, output, force } = options;
    if (needsFile(format) && output === undefined) obligations.error(cli.say.needsFile, { exitCode: EXIT.usage });
    const target =
      output === undefined ? undefined : targetOf(output, [...filesOf(paths), ...filesNamed(options)], force);
    endsAs(obligations, cli, output, options.json ? 'json' : format);
    const settings = await settingsOf(options);
    const reports: ObligationReport[] = [];
    const out = outputTo(target);
    cli.exit(
      await each(paths, options, {
        tables: false,
        work: (value) => checkUnitObligations(value, settings),
        codeOf: obligationCode,
        // A school is told as a whole: what is first to be seen to stands in any of its units.
        print: (result) => void reports.push(result),
        line: out.line,
      }),
    );
    out.close();
    if (reports.length === 0) return;
    if (format === 'ics') put(obligationsCalendar(reports, pageOptions(options, settings)), target);
    else if (isTable(format)) await putObligations(reports, format, target, options.lang, settings.organization);
    else {
      const page = obligationsPage(reports, { ...pageOptions(options, settings), full: options.full });
      put(`${print(page, options).trimEnd()}\n`, target);
    }
  });
}
