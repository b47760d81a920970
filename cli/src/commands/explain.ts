import {
  type AccountabilityId,
  assessIncident,
  type Diagnostic,
  type IncidentAssessment,
  type Lang,
  ZerenzhiError,
} from 'zerenzhi';
import { compareReadings, settle, whatIf } from 'zerenzhi/inquiry';
import { explainFinding, explanationPage, settlementPage, whatIfPage } from 'zerenzhi/report';
import { each } from '../each.js';
import { EXIT, truthCode } from '../exit.js';
import { refuse } from '../faults.js';
import { type Cli, type LawOptions, law, settingsOf } from '../options.js';
import { print } from '../output.js';

/** `explain`, `settle` and `what-if`: why, what would settle it, what would have turned it. */
export function addExplain(cli: Cli): void {
  law(cli, cli.program.command('explain').description(cli.say.explain).argument('[input...]', cli.say.input))
    .option('--provision <id...>', cli.say.provision)
    .option('--proof', cli.say.proof)
    .action(async (paths: string[], options: LawOptions & { provision?: string[]; proof?: true }) => {
      const settings = await settingsOf(options);
      cli.exit(
        await each(paths, options, {
          work: (value) => {
            const assessment = assessIncident(value, settings);
            return { findings: ofEach(assessment, options.provision, (id) => explainFinding(assessment, id)) };
          },
          codeOf: () => EXIT.clear,
          print: ({ findings }) =>
            findings
              .map((explanation) => print(explanationPage(explanation, pageOptions(options)), options))
              .join('\n\n'),
        }),
      );
    });
  law(cli, cli.program.command('settle').description(cli.say.settle).argument('[input...]', cli.say.input))
    .option('--provision <id>', cli.say.oneProvision)
    .option('--unit <id>', cli.say.oneUnit)
    .action(async (paths: string[], options: LawOptions & { provision?: string; unit?: string }) => {
      const settings = {
        ...(await settingsOf(options)),
        ...(options.unit !== undefined && { unit: options.unit }),
        ...(options.provision !== undefined && { provision: options.provision as AccountabilityId }),
      };
      cli.exit(
        await each(paths, options, {
          work: (value) => settle(value, settings),
          codeOf: ({ status }) => truthCode(status),
          print: (result) => print(settlementPage(result, { lang: options.lang }), options),
        }),
      );
    });
  law(cli, cli.program.command('what-if').description(cli.say.whatIf).argument('[input...]', cli.say.input))
    .option('--provision <id...>', cli.say.provision)
    .option('--unit <id>', cli.say.oneUnit)
    .action(async (paths: string[], options: LawOptions & { provision?: string[]; unit?: string }) => {
      const settings = await settingsOf(options);
      const { unit } = options;
      cli.exit(
        await each(paths, options, {
          work: (value) => {
            const assessment = assessIncident(value, settings);
            return {
              findings: ofEach(assessment, options.provision, (provision) => ({
                turned: whatIf(value, provision, { ...settings, unit }),
                readings: compareReadings(assessment, provision),
              })),
            };
          },
          codeOf: () => EXIT.clear,
          print: ({ findings }) =>
            findings
              .map(({ turned, readings }) => print(whatIfPage(turned, readings, { lang: options.lang }), options))
              .join('\n\n'),
        }),
      );
    });
}

const pageOptions = ({ lang, proof }: { readonly lang: Lang; readonly proof?: true }) => ({
  lang,
  ...(proof && { proof }),
});

/** The provisions that were asked for, or the findings; of those that are none, all faults together. */
function ofEach<Made>(
  { findings }: IncidentAssessment,
  asked: readonly string[] | undefined,
  make: (provision: AccountabilityId) => Made,
): readonly Made[] {
  const faults: Diagnostic[] = [];
  const made = (asked ?? findings.map(({ provision }) => provision)).flatMap((provision): readonly Made[] => {
    try {
      return [make(provision as AccountabilityId)];
    } catch (error) {
      if (!(error instanceof ZerenzhiError)) throw error;
      faults.push(...error.diagnostics);
      return [];
    }
  });
  refuse(faults);
  return made;
}
