import { assessIncident, type ChainSubject, type ResponsibilityChain, resolveResponsibilityChain } from 'zerenzhi';
import { chainMermaid, chainPage, chainSvg, type Page, timelineMermaid, timelineSvg } from 'zerenzhi/report';
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
  pageOptions,
  type Spoken,
  settingsOf,
  spoken,
} from '../options.js';
import { print, write } from '../output.js';

/** `chain` and `timeline`: who answers, and what happened when, as text and as pictures. */
export function addChain(cli: Cli): void {
  const chain = law(
    cli,
    cli.program.command('chain').description(cli.say.chain).argument('[input...]', cli.say.input),
    [...PAGES, 'mermaid', 'svg'],
  )
    .option('--unit <id>', cli.say.unit)
    .option('--system <id>', cli.say.system);
  chain.action(async (paths: string[], options: LawOptions & { unit?: string; system?: string }) => {
    const { unit, system } = options;
    const subjects = [...(unit !== undefined ? [{ unit }] : []), ...(system !== undefined ? [{ system }] : [])];
    const [subject] = subjects;
    if (subjects.length + Math.min(paths.length, 1) > 1) chain.error(cli.say.oneSubject, { exitCode: EXIT.usage });
    const { organization = {}, ...rest } = await settingsOf(options);
    const of = (about: ChainSubject) => resolveResponsibilityChain(about, { ...rest, organization });
    const named = (incident?: unknown) => pageOptions(options, { ...rest, organization }, incident);
    if (subject) {
      const result = of(subject);
      const made = options.json
        ? JSON.stringify({ exit: chainCode(result), ...result })
        : print(show(result, options, named()), options);
      write(made);
      cli.exit(chainCode(result));
    } else
      cli.exit(
        await each(paths, options, {
          work: (incident) => of({ incident } as ChainSubject),
          codeOf: chainCode,
          print: (result, incident) => show(result, options, named(incident)),
        }),
      );
  });
  applied(
    cli,
    formed(
      cli,
      spoken(cli, cli.program.command('timeline').description(cli.say.timeline).argument('[input]', cli.say.oneInput)),
      ['mermaid', 'svg'],
    ),
  ).action(async (path: string | undefined, options: Spoken & Applied & { format: Format }) => {
    const settings = await settingsOf(options);
    const assessment = await one(path, options.lang, (value) => assessIncident(value, settings));
    write((options.format === 'svg' ? timelineSvg : timelineMermaid)(assessment, pageOptions(options, settings)));
    cli.exit(assessmentCode(assessment));
  });
}

const chainCode = ({ findings }: ResponsibilityChain): number => (findings.length > 0 ? EXIT.undetermined : EXIT.clear);

function show(result: ResponsibilityChain, options: LawOptions, pages: ReturnType<typeof pageOptions>): Page | string {
  const { format } = options;
  if (format === 'svg') return chainSvg(result, pages);
  if (format === 'mermaid') return chainMermaid(result, pages);
  return chainPage(result, pages);
}
