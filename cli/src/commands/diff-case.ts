import { ZerenzhiError } from 'zerenzhi';
import type { Source } from 'zerenzhi/authoring';
import { type CompareOptions, compareWithRecord } from 'zerenzhi/record';
import { comparisonPage } from 'zerenzhi/report';
import { readAny, STANDARD_INPUT } from '../document.js';
import { one } from '../each.js';
import { endsAs } from '../ending.js';
import { assessmentCode } from '../exit.js';
import { filesOf } from '../input.js';
import { type Cli, filesNamed, type LawOptions, law, pageOptions, settingsOf } from '../options.js';
import { print, put, write } from '../output.js';
import { regulationFrom } from '../regulation.js';
import { targetOf } from '../whole-file.js';

/** `diff-case`: a case that has gone on, held against the record of it. */
export function addDiffCase(cli: Cli): void {
  const { program, say } = cli;
  const command = law(
    cli,
    program
      .command('diff-case')
      .description(say.diffCase)
      .argument('<record>', say.recordFile)
      .argument('[incident]', say.oneInput),
  ).option('--record <file>', say.newRecord);
  command.action(async (record: string, path: string | undefined, options: LawOptions & { record?: string }) => {
    const { record: output } = options;
    endsAs(command, cli, output, 'json');
    const read = [...filesOf([record, path ?? STANDARD_INPUT]), ...filesNamed(options)];
    const target = output === undefined ? undefined : targetOf(output, read);
    const { policy, ...given } = await settingsOf(options);
    const regulation = regulationFrom(options.regulation);
    // What no option says is as it is recorded, and not the bare text.
    const isSaid = options.policy !== undefined || options.profile !== undefined || !options.presume;
    const settings = { ...given, regulation, ...(isSaid && { policy }) };
    const filed = await readAny(record);
    const compared = await one(path, options.lang, (value) => ({
      ...held(filed, value, settings),
      pages: pageOptions(options, { ...given, policy }, value),
    }));
    if (target) put(`${JSON.stringify(compared.record, null, 2)}\n`, target);
    const exit = assessmentCode(compared.assessment);
    const { comparison } = compared;
    write(
      options.json
        ? JSON.stringify({ exit, ...comparison })
        : print(comparisonPage(comparison, compared.pages), options),
    );
    cli.exit(exit);
  });
}

/** What is wrong with the record is told with its place in its file. */
function held({ value, locate }: Source, incident: unknown, settings: CompareOptions) {
  try {
    return compareWithRecord(value, incident, settings);
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) throw error;
    throw new ZerenzhiError(error.diagnostics.map((fault) => (fault.document === 'record' ? locate(fault) : fault)));
  }
}
