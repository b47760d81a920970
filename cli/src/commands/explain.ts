import { type AccountabilityId, assessIncident, type Diagnostic, ZerenzhiError } from 'zerenzhi';
import { compareReadings, settle, whatIf } from 'zerenzhi/inquiry';
import { explainFinding, explanationsPage, settlementsPage, whatIfsPage } from 'zerenzhi/report';
import { each } from '../each.js';
import { EXIT, truthCode, worse } from '../exit.js';
import { refuse } from '../faults.js';
import { type Cli, type LawOptions, law, pageOptions, settingsOf } from '../options.js';
import { accountabilitiesNamed, explainedNamed, ofProvisions } from '../provision.js';

interface Asked extends LawOptions {
  readonly provision?: readonly string[];
  readonly unit?: string;
}

/** `explain`, `settle` and `what-if`: why, what would settle it, what would have turned it. */
export function addExplain(cli: Cli): void {
  ofProvisions(
    law(cli, cli.program.command('explain').description(cli.say.explain).argument('[input...]', cli.say.input)),
    cli.say.provision,
  )
    .option('--proof', cli.say.proof)
    .option('--full', cli.say.full)
    .action(async (paths: string[], options: Asked & { proof?: true; full?: true }) => {
      const settings = await settingsOf(options);
      const asked = explainedNamed(options.provision, settings);
      cli.exit(
        await each(paths, options, {
          work: (value) => {
            const assessment = assessIncident(value, settings);
            const ids = asked ?? assessment.findings.map(({ provision }) => provision);
            return { assessment, findings: ofEach(ids, (id) => explainFinding(assessment, id)) };
          },
          json: ({ findings }) => ({ findings }),
          codeOf: () => EXIT.clear,
          print: ({ assessment, findings }) =>
            explanationsPage(assessment, findings, {
              ...pageOptions(options, settings),
              proof: options.proof,
              // What is asked for by name is told in full.
              full: options.full === true || asked !== undefined,
            }),
        }),
      );
    });
  ofProvisions(
    law(cli, cli.program.command('settle').description(cli.say.settle).argument('[input...]', cli.say.input)),
    cli.say.provision,
  )
    .option('--unit <id>', cli.say.oneUnit)
    .action(async (paths: string[], options: Asked) => {
      const { unit } = options;
      const settings = await settingsOf(options);
      const asked: readonly (AccountabilityId | undefined)[] = accountabilitiesNamed(options.provision, settings) ?? [
        undefined,
      ];
      cli.exit(
        await each(paths, options, {
          work: (value) => ({
            assessment: assessIncident(value, settings),
            settlements: ofEach(asked, (provision) => settle(value, { ...settings, unit, provision })),
          }),
          json: ({ settlements: [only, ...others] }) =>
            others.length > 0 ? { settlements: [only, ...others] } : { ...only },
          codeOf: ({ settlements }) => settlements.map(({ status }) => truthCode(status)).reduce(worse),
          print: ({ assessment, settlements }) =>
            settlementsPage(assessment, settlements, pageOptions(options, settings)),
        }),
      );
    });
  ofProvisions(
    law(cli, cli.program.command('what-if').description(cli.say.whatIf).argument('[input...]', cli.say.input)),
    cli.say.provision,
  )
    .option('--unit <id>', cli.say.oneUnit)
    .option('--full', cli.say.full)
    .action(async (paths: string[], options: Asked & { full?: true }) => {
      const settings = await settingsOf(options);
      const asked = accountabilitiesNamed(options.provision, settings);
      const { unit } = options;
      cli.exit(
        await each(paths, options, {
          work: (value) => {
            const assessment = assessIncident(value, settings);
            return {
              assessment,
              findings: ofEach(asked ?? assessment.findings.map(({ provision }) => provision), (provision) => ({
                turned: whatIf(value, provision, { ...settings, unit }),
                readings: compareReadings(assessment, provision),
              })),
            };
          },
          json: ({ findings }) => ({ findings }),
          codeOf: () => EXIT.clear,
          print: ({ assessment, findings }) =>
            whatIfsPage(assessment, findings, {
              ...pageOptions(options, settings),
              full: options.full === true || asked !== undefined,
            }),
        }),
      );
    });
}

/** What is made of each provision; of those that the law of the case does not have, all faults together. */
function ofEach<Id, Made>(provisions: readonly Id[], make: (provision: Id) => Made): readonly Made[] {
  const faults: Diagnostic[] = [];
  const made = provisions.flatMap((provision): readonly Made[] => {
    try {
      return [make(provision)];
    } catch (error) {
      if (!(error instanceof ZerenzhiError)) throw error;
      faults.push(...error.diagnostics);
      return [];
    }
  });
  refuse(faults);
  return made;
}
