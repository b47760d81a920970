import {
  type AccountabilityId,
  assessIncident,
  type Diagnostic,
  type IncidentAssessment,
  type Lang,
  ZerenzhiError,
} from 'zerenzhi';
import { compareReadings, settle, whatIf } from 'zerenzhi/inquiry';
import { explainFinding, explanationsPage, settlementPage, whatIfsPage } from 'zerenzhi/report';
import { each } from '../each.js';
import { EXIT, truthCode } from '../exit.js';
import { refuse } from '../faults.js';
import { type Cli, type LawOptions, law, settingsOf } from '../options.js';
import { print } from '../output.js';

interface ExplainFlags {
  readonly provision?: string[];
  readonly proof?: true;
  readonly full?: true;
}

/** `explain`, `settle` and `what-if`: why, what would settle it, what would have turned it. */
export function addExplain(cli: Cli): void {
  law(cli, cli.program.command('explain').description(cli.say.explain).argument('[input...]', cli.say.input))
    .option('--provision <id...>', cli.say.provision)
    .option('--proof', cli.say.proof)
    .option('--full', cli.say.full)
    .action(async (paths: string[], options: LawOptions & ExplainFlags) => {
      const settings = await settingsOf(options);
      cli.exit(
        await each(paths, options, {
          work: (value) => {
            const assessment = assessIncident(value, settings);
            return {
              assessment,
              findings: ofEach(assessment, options.provision, (id) => explainFinding(assessment, id)),
            };
          },
          json: ({ findings }) => ({ findings }),
          codeOf: () => EXIT.clear,
          print: ({ assessment, findings }) =>
            print(explanationsPage(assessment, findings, pageOptions(options)), options),
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
              assessment,
              findings: ofEach(assessment, options.provision, (provision) => ({
                turned: whatIf(value, provision, { ...settings, unit }),
                readings: compareReadings(assessment, provision),
              })),
            };
          },
          json: ({ findings }) => ({ findings }),
          codeOf: () => EXIT.clear,
          print: ({ assessment, findings }) =>
            print(whatIfsPage(assessment, findings, { lang: options.lang }), options),
        }),
      );
    });
}

/** What is asked for by name is told in full. */
const pageOptions = ({ lang, proof, full, provision }: ExplainFlags & { readonly lang: Lang }) => ({
  lang,
  ...(proof && { proof }),
  full: full === true || provision !== undefined,
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
