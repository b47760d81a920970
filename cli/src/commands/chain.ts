import { assessIncident, type Incident, resolveResponsibilityChain } from '../../../src/index.js';
import { chainMermaid, chainPage, chainSvg, timelineMermaid, timelineSvg } from '../../../src/report/index.js';
import { each, one } from '../each.js';
import { assessmentCode, EXIT } from '../exit.js';
import {
  type Applied,
  applied,
  type Cli,
  type Format,
  formed,
  type LawOptions,
  law,
  PAGES,
  type Spoken,
  settingsOf,
  spoken,
} from '../options.js';
import { print, write } from '../output.js';

/** `chain` and `timeline`: who answers, and what happened when, as text and as pictures. */
export function addChain(cli: Cli): void {
  law(cli, cli.program.command('chain').description(cli.say.chain).argument('[input...]', cli.say.input), [
    ...PAGES,
    'mermaid',
    'svg',
  ])
    .option('--unit <id>', cli.say.unit)
    .option('--system <id>', cli.say.system)
    .action(async (paths: string[], options: LawOptions & { unit?: string; system?: string }) => {
      const { organization = {}, ...rest } = settingsOf(options);
      const { unit, system } = options;
      const show = (result: ReturnType<typeof resolveResponsibilityChain>) =>
        options.format === 'svg'
          ? chainSvg(result, options)
          : options.format === 'mermaid'
            ? chainMermaid(result, options)
            : print(chainPage(result, options), options);
      const chainCode = ({ findings }: ReturnType<typeof resolveResponsibilityChain>) =>
        findings.length > 0 ? EXIT.undetermined : EXIT.clear;
      const subject = unit !== undefined ? { unit } : system !== undefined ? { system } : undefined;
      if (subject) {
        const result = resolveResponsibilityChain(subject, { ...rest, organization });
        write(options.json ? JSON.stringify(result) : show(result));
        cli.exit(chainCode(result));
      } else
        cli.exit(
          await each(
            paths,
            options,
            (value) => resolveResponsibilityChain({ incident: value as never }, { ...rest, organization }),
            chainCode,
            show,
          ),
        );
    });
  applied(
    cli,
    formed(
      cli,
      spoken(cli, cli.program.command('timeline').description(cli.say.timeline).argument('[input]', cli.say.oneInput)),
      ['mermaid', 'svg'],
    ),
  ).action((path: string | undefined, options: Spoken & Applied & { format: Format }) => {
    const settings = settingsOf(options);
    const { incident, assessment } = one(path, (value) => ({
      incident: value as Incident,
      assessment: assessIncident(value as never, settings),
    }));
    write((options.format === 'svg' ? timelineSvg : timelineMermaid)(incident, { ...settings, lang: options.lang }));
    cli.exit(assessmentCode(assessment));
  });
}
