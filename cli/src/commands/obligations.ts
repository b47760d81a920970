import { checkUnitObligations, type ObligationReport } from '../../../src/index.js';
import { obligationsCalendar, obligationsPage } from '../../../src/report/index.js';
import { isTable, needsFile, putObligations, TABLES } from '../documents.js';
import { each } from '../each.js';
import { EXIT } from '../exit.js';
import { type Cli, type LawOptions, law, PAGES, settingsOf } from '../options.js';
import { outputTo, print } from '../output.js';

/** `obligations`: every duty of units, as pages, as a calendar, or as one table. */
export function addObligations(cli: Cli): void {
  const obligations = law(
    cli,
    cli.program.command('obligations').description(cli.say.obligations).argument('[input...]', cli.say.input),
    [...PAGES, 'ics', ...TABLES],
  );
  obligations
    .option('--output <file>', cli.say.outputFile)
    .action(async (paths: string[], options: LawOptions & { output?: string }) => {
      if (needsFile(options.format) && options.output === undefined)
        obligations.error(cli.say.needsFile, { exitCode: EXIT.usage });
      const settings = settingsOf(options);
      const { format } = options;
      const table = !options.json && isTable(format) ? format : undefined;
      const reports: ObligationReport[] = [];
      const out = outputTo(options.output);
      cli.exit(
        await each(
          paths,
          options,
          (value) => checkUnitObligations(value as never, settings),
          obligationCode,
          (result) => {
            if (table) return void reports.push(result);
            return format === 'ics'
              ? obligationsCalendar(result, options)
              : print(obligationsPage(result, options), options);
          },
          out.line,
        ),
      );
      out.close();
      if (table) await putObligations(reports, table, options.output, options.lang, settings.organization);
    });
}

const obligationCode = ({ counts }: ObligationReport): number =>
  counts.breached + counts.overdue > 0 ? EXIT.triggered : counts.undetermined > 0 ? EXIT.undetermined : EXIT.clear;
