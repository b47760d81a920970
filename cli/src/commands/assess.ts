import { Option } from 'commander';
import { assessIncident } from 'zerenzhi';
import { assessmentPage } from 'zerenzhi/report';
import { type BulkFlags, bulk, misused, threadCount } from '../bulk/command.js';
import { each } from '../each.js';
import { endsAs } from '../ending.js';
import { assessmentCode, EXIT } from '../exit.js';
import { type Cli, filesNamed, type LawOptions, law, pageOptions, plainSettingsOf, settingsOf } from '../options.js';

/** `assess`: incidents one by one, or a whole file of them. */
export function addAssess(cli: Cli): void {
  const assess = law(
    cli,
    cli.program.command('assess').description(cli.say.assess).argument('[input...]', cli.say.input),
  )
    .option('--full', cli.say.full)
    .option('--output <file>', cli.say.output)
    .option('--resume', cli.say.resume)
    .addOption(new Option('--threads <n>', cli.say.threads).argParser(threadCount));
  assess.action(async (paths: string[], options: LawOptions & BulkFlags & { full?: true }) => {
    const wrong = misused(paths, options, assess.getOptionValueSource('format') === 'cli');
    if (wrong !== undefined) assess.error(wrong, { exitCode: EXIT.usage });
    endsAs(assess, cli, options.output, 'ndjson');
    if (options.output !== undefined) {
      const setting = await plainSettingsOf(options);
      cli.exit(await bulk(paths[0] as string, options.output, options, setting, filesNamed(options)));
      return;
    }
    const settings = await settingsOf(options);
    cli.exit(
      await each(paths, options, {
        work: (value) => assessIncident(value, settings),
        codeOf: assessmentCode,
        print: (result, incident) =>
          assessmentPage(result, { ...pageOptions(options, settings, incident), full: options.full }),
      }),
    );
  });
}
