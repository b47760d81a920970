import { recordAssessment, replay } from 'zerenzhi/record';
import { readAny } from '../document.js';
import { one } from '../each.js';
import { EXIT } from '../exit.js';
import { type Applied, applied, type Cli, ofRegulation, type Spoken, settingsOf, spoken } from '../options.js';
import { write } from '../output.js';
import { replayText } from '../record.js';
import { regulationFrom } from '../regulation.js';

/** `record` and `replay`: an assessment written down, and held against itself later. */
export function addRecord(cli: Cli): void {
  applied(
    cli,
    spoken(cli, cli.program.command('record').description(cli.say.record).argument('[input]', cli.say.oneInput)),
  )
    .option('--json', cli.say.json)
    .action(async (path: string | undefined, options: Spoken & Applied & { json?: true }) => {
      const settings = await settingsOf(options);
      const { record } = await one(path, options.lang, (value) => recordAssessment(value, settings));
      write(JSON.stringify(record, null, options.json ? 0 : 2));
    });
  ofRegulation(
    cli,
    spoken(cli, cli.program.command('replay').description(cli.say.replay).argument('[record]', cli.say.recordFile)),
  )
    .option('--json', cli.say.json)
    .action(async (path: string | undefined, options: Spoken & { json?: true; regulation?: string }) => {
      const regulation = regulationFrom(options.regulation);
      const result = await one(path, options.lang, (value) => replay(value, { regulation }), readAny);
      write(options.json ? JSON.stringify(result) : replayText(result, options.lang));
      cli.exit(result.identical ? EXIT.clear : EXIT.triggered);
    });
}
