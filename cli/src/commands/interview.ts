import { Option } from 'commander';
import { FORMAT } from 'zerenzhi';
import { interview } from 'zerenzhi/inquiry';
import { readDocument } from '../document.js';
import { endsAs } from '../ending.js';
import { EXIT, truthCode } from '../exit.js';
import { type Applied, applied, type Cli, filesNamed, type Spoken, settingsOf, spoken } from '../options.js';
import { regulationFrom } from '../regulation.js';

/** `interview`: question by question to a document on the incident. */
export function addInterview(cli: Cli): void {
  const command = applied(
    cli,
    spoken(
      cli,
      cli.program.command('interview').description(cli.say.interview).argument('[incident]', cli.say.incident),
    ),
  )
    .requiredOption('--output <file>', cli.say.interviewOutput)
    .option('--unit <id>', cli.say.oneUnit)
    .addOption(new Option('--goal <goal>', cli.say.goal).choices(['findings', 'status']).default('findings'));
  command.action(
    async (
      path: string | undefined,
      options: Spoken & Applied & { output: string; goal: 'findings' | 'status'; unit?: string },
    ) => {
      if (path === '-') command.error(cli.say.ownInput, { exitCode: EXIT.usage });
      endsAs(command, cli, options.output, 'document');
      const setting = await settingsOf(options);
      const { policy, ...settings } = setting;
      const { goal, unit } = options;
      const from = path === undefined ? undefined : await readDocument(path);
      // Only an interview pays for its prompts.
      const { runInterview } = await import('../interview/interview.js');
      const status = await runInterview(
        // Who goes through a whole incident follows it as it went; who only wants the outcome, the shortest way.
        interview(policy, { ...settings, goal, unit, order: goal === 'status' ? 'settling' : 'rules' }),
        (from?.value ?? { format: FORMAT }) as never,
        {
          lang: options.lang,
          output: options.output,
          read: filesNamed(options),
          law: { setting, regulation: regulationFrom(options.regulation) },
          ...(unit !== undefined && { unit }),
          ...(from && { from: { file: from.file, text: from.text } }),
        },
      );
      cli.exit(truthCode(status));
    },
  );
}
