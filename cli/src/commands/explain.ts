import {
  type AccountabilityId,
  assessIncident,
  type IncidentAssessment,
  type Lang,
  type ResponseId,
  ZerenzhiError,
} from 'zerenzhi';
import { fileDiagnostic } from 'zerenzhi/authoring';
import { compareReadings, settle, whatIf } from 'zerenzhi/inquiry';
import { explainFinding, explanationPage, settlementPage, whatIfPage } from 'zerenzhi/report';
import { each } from '../each.js';
import { EXIT, truthCode } from '../exit.js';
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
            return { findings: explainable(assessment, options.provision).map((id) => explainFinding(assessment, id)) };
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
    .action(async (paths: string[], options: LawOptions & { provision?: string }) => {
      const settings = {
        ...(await settingsOf(options)),
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
    .action(async (paths: string[], options: LawOptions & { provision?: string[] }) => {
      const settings = await settingsOf(options);
      cli.exit(
        await each(paths, options, {
          work: (value) => {
            const assessment = assessIncident(value, settings);
            return {
              findings: chosen(assessment.findings, options.provision).map(({ provision }) => ({
                turned: whatIf(value, provision, settings),
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

/** All findings, or what was asked for by name: findings and the duties that the incident calls up. */
const explainable = (
  { findings, responses }: IncidentAssessment,
  provisions: readonly string[] | undefined,
): readonly (AccountabilityId | ResponseId)[] =>
  (provisions ? chosen([...findings, ...responses], provisions) : findings).map(({ provision }) => provision);

const pageOptions = ({ lang, proof }: { readonly lang: Lang; readonly proof?: true }) => ({
  lang,
  ...(proof && { proof }),
});

/** Those that were asked for, all by default. */
function chosen<Of extends { readonly provision: string }>(
  all: readonly Of[],
  provisions: readonly string[] = all.map(({ provision }) => provision),
): readonly Of[] {
  const among = all.map(({ provision }) => provision);
  const unknown = provisions.filter((provision) => !among.includes(provision));
  if (unknown.length > 0)
    throw new ZerenzhiError(
      unknown.map((value) => fileDiagnostic('rule/unknown-name', '--provision', { value, among })),
    );
  return all.filter(({ provision }) => provisions.includes(provision));
}
