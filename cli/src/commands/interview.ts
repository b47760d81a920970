import { Option } from 'commander';
import { interview } from '../../../src/report/index.js';
import { truthCode } from '../exit.js';
import { readDocument } from '../input.js';
import { runInterview } from '../interview.js';
import { type Applied, applied, type Cli, type Spoken, settingsOf, spoken } from '../options.js';

/** `interview`: question by question to a document on the incident. */
export function addInterview(cli: Cli): void {
  applied(
    cli,
    spoken(
      cli,
      cli.program.command('interview').description(cli.say.interview).argument('[incident]', cli.say.incident),
    ),
  )
    .requiredOption('--output <file>', cli.say.interviewOutput)
    .addOption(new Option('--goal <goal>', cli.say.goal).choices(['findings', 'status']).default('findings'))
    .action(
      async (path: string | undefined, options: Spoken & Applied & { output: string; goal: 'findings' | 'status' }) => {
        const { policy, ...settings } = settingsOf(options);
        const status = await runInterview(
          interview(policy, { ...settings, goal: options.goal }),
          path === undefined ? {} : (readDocument(path).value as never),
          {
            lang: options.lang,
            output: options.output,
            ...(path !== undefined && { from: path }),
          },
        );
        cli.exit(truthCode(status));
      },
    );
}
