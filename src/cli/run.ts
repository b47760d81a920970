import { extname } from 'node:path';
import cliProgress from 'cli-progress';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import stringWidth from 'string-width';
import {
  assessIncident,
  checkUnitObligations,
  createPolicy,
  formatDiagnostic,
  type IncidentAssessment,
  type ObligationReport,
  type Organization,
  type Policy,
  type PolicyOptions,
  regulation,
  resolveResponsibilityChain,
  ZerenzhiError,
} from '../index.js';
import { CLI } from '../messages/cli.js';
import { REPORT } from '../messages/report.js';
import { fileDiagnostic } from '../regulation/file-diagnostics.js';
import {
  articleText,
  assessmentText,
  chainText,
  type Explanation,
  explainFinding,
  explanationText,
  obligationsText,
  type TextOptions,
} from '../report/index.js';
import { runBulk } from './bulk/run.js';
import { BULK_FORMATS } from './bulk/sources.js';
import { documents, readDocument } from './input.js';

/** Exit codes: what scripts read. The worst of several documents counts. */
export const EXIT = { clear: 0, triggered: 10, undetermined: 20, usage: 64, data: 65 } as const;

interface Common {
  readonly lang: 'zh' | 'en';
  readonly json?: true;
  readonly color?: boolean;
}
interface LawOptions extends Common {
  readonly organization?: string;
  readonly policy?: string;
  readonly profile?: string;
  readonly asOf?: string;
  readonly presume: boolean;
}

/** Runs the command line; answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const lang = args.includes('en') && args[args.indexOf('en') - 1] === '--lang' ? 'en' : 'zh';
  const say = CLI[lang];
  let code: number = EXIT.clear;
  const program = new Command('zerenzhi').description(say.description).exitOverride().showHelpAfterError(say.helpHint);
  program.addHelpText('after', `\n${say.exitCodes}`);

  const common = (command: Command) =>
    command
      .addOption(new Option('--lang <lang>', say.lang).choices(['zh', 'en']).default('zh'))
      .option('--json', say.json)
      .option('--no-color', say.noColor);
  const law = (command: Command) =>
    common(command)
      .option('-o, --organization <file>', say.organization)
      .option('-p, --policy <file>', say.policy)
      .option('--profile <id>', say.profile)
      .option('--as-of <time>', say.asOf)
      .option('--no-presume', say.noPresume);

  const assess = law(program.command('assess').description(say.assess).argument('[input...]', say.input))
    .option('--output <file>', say.output)
    .option('--resume', say.resume)
    .addOption(new Option('--threads <n>', say.threads).argParser(Number));
  assess.action(async (paths: string[], options: LawOptions & BulkFlags) => {
    if (options.output !== undefined) {
      const [input, ...more] = paths;
      if (input === undefined || more.length > 0 || !BULK_FORMATS.includes(extname(input).toLowerCase())) assess.error(say.oneFile, { exitCode: EXIT.usage });
      code = await bulk(input as string, options.output, options);
      return;
    }
    const settings = read(options);
    code = await each(
      paths,
      options,
      (value) => assessIncident(value as never, settings),
      assessmentCode,
      (result) => assessmentText(result, textOptions(options)),
    );
  });
  law(program.command('explain').description(say.explain).argument('[input...]', say.input))
    .option('--provision <id...>', say.provision)
    .action(async (paths: string[], options: LawOptions & { provision?: string[] }) => {
      const settings = read(options);
      code = await each(
        paths,
        options,
        (value) => explanations(assessIncident(value as never, settings), options.provision),
        () => EXIT.clear,
        (result) => result.map((explanation) => explanationText(explanation, textOptions(options))).join('\n\n'),
      );
    });
  law(program.command('obligations').description(say.obligations).argument('[input...]', say.input)).action(async (paths: string[], options: LawOptions) => {
    const settings = read(options);
    code = await each(
      paths,
      options,
      (value) => checkUnitObligations(value as never, settings),
      obligationCode,
      (result) => obligationsText(result, textOptions(options)),
    );
  });
  law(program.command('chain').description(say.chain).argument('[input...]', say.input))
    .option('--unit <id>', say.unit)
    .option('--system <id>', say.system)
    .action(async (paths: string[], options: LawOptions & { unit?: string; system?: string }) => {
      const { organization = {}, ...rest } = read(options);
      const { unit, system } = options;
      const print = (result: ReturnType<typeof resolveResponsibilityChain>) => chainText(result, textOptions(options));
      const chainCode = ({ findings }: ReturnType<typeof resolveResponsibilityChain>) => (findings.length > 0 ? EXIT.undetermined : EXIT.clear);
      const subject = unit !== undefined ? { unit } : system !== undefined ? { system } : undefined;
      if (subject) {
        const result = resolveResponsibilityChain(subject, { ...rest, organization });
        write(options.json ? JSON.stringify(result) : print(result));
        code = chainCode(result);
      } else
        code = await each(paths, options, (value) => resolveResponsibilityChain({ incident: value as never }, { ...rest, organization }), chainCode, print);
    });
  law(program.command('articles').description(say.articles).argument('[number...]', say.number, numbers))
    .option('-i, --incident <file>', say.incident)
    .action((chosen: number[] | undefined, options: LawOptions & { incident?: string }) => {
      const articles = regulation.articles.filter(({ article }) => !chosen || chosen.length === 0 || chosen.includes(article));
      if (options.json) return write(JSON.stringify(articles));
      const findings = options.incident === undefined ? [] : assessIncident(readDocument(options.incident).value as never, read(options)).findings;
      return write(articles.map((article) => articleText(article, findings, textOptions(options))).join('\n\n'));
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clear : EXIT.usage;
    if (!(error instanceof ZerenzhiError)) throw error;
    for (const fault of error.diagnostics) process.stderr.write(`${formatDiagnostic(fault, lang)}\n`);
    return EXIT.data;
  }
}

/** The explanations of the provisions that were asked for, of all by default. */
function explanations({ findings }: IncidentAssessment, provisions: readonly string[] = findings.map(({ provision }) => provision)): Explanation[] {
  const among = findings.map(({ provision }) => provision);
  const unknown = provisions.filter((provision) => !among.includes(provision));
  if (unknown.length > 0) throw new ZerenzhiError(unknown.map((value) => fileDiagnostic('rule/unknown-name', '--provision', { value, among })));
  return findings.filter(({ provision }) => provisions.includes(provision)).map((finding) => explainFinding(finding, regulation));
}

function numbers(value: string, before: number[] = []): number[] {
  const number = Number(value);
  if (!regulation.articles.some(({ article }) => article === number)) throw new InvalidArgumentError(`1–${regulation.articles.length}`);
  return [...before, number];
}

interface BulkFlags {
  readonly output?: string;
  readonly resume?: true;
  readonly threads?: number;
}

/** A whole file, in the background of a bar: results into one file, faulty records into another. */
async function bulk(input: string, output: string, options: LawOptions & BulkFlags): Promise<number> {
  const say = CLI[options.lang];
  const bar = process.stderr.isTTY
    ? new cliProgress.SingleBar({ stream: process.stderr, clearOnComplete: true, format: '{bar} {percentage}% {eta_formatted}' })
    : undefined;
  const { organization, asOf } = read(options);
  const report = await runBulk({
    input,
    output,
    resume: options.resume === true,
    ...(options.threads !== undefined && { threads: options.threads }),
    setting: { policy: policyOptions(options), ...(organization && { organization }), ...(asOf !== undefined && { asOf }) },
    progress: (done, total) => {
      if (bar && !bar.isActive) bar.start(total, done);
      bar?.update(done);
    },
  }).finally(() => bar?.stop());
  const { counts, resumed, rejectsFile } = report;
  process.stderr.write(`${say.bulk({ ...counts, resumed })}\n${counts.rejected > 0 ? `${say.rejects} ${rejectsFile}\n` : ''}`);
  if (counts.rejected > 0) return EXIT.data;
  return counts.undetermined > 0 ? EXIT.undetermined : counts.triggered > 0 ? EXIT.triggered : EXIT.clear;
}

function policyOptions(options: LawOptions): PolicyOptions {
  return {
    ...(options.policy !== undefined && (readDocument(options.policy).value as PolicyOptions)),
    ...(options.profile !== undefined && { profile: options.profile }),
    ...(options.presume ? {} : { presume: false }),
  };
}

function read(options: LawOptions): { policy: Policy; organization?: Organization; asOf?: string } {
  const policy = createPolicy(policyOptions(options));
  return {
    policy,
    ...(options.organization !== undefined && { organization: readDocument(options.organization).value as Organization }),
    ...(options.asOf !== undefined && { asOf: options.asOf }),
  };
}

/** Works through every document; a bad one is told and the others go on. */
async function each<T>(
  paths: readonly string[],
  options: LawOptions,
  work: (value: unknown) => T,
  codeOf: (result: T) => number,
  print: (result: T) => string,
): Promise<number> {
  let worst: number = EXIT.clear;
  let done = 0;
  const bar = process.stderr.isTTY
    ? new cliProgress.SingleBar({ stream: process.stderr, format: `${REPORT[options.lang].progress} {value}`, clearOnComplete: true })
    : undefined;
  const started = Date.now();
  for await (const document of documents(paths.length === 0 ? ['-'] : paths)) {
    if (bar && !bar.isActive && Date.now() - started > 500) bar.start(0, done);
    const faults =
      'faults' in document
        ? document.faults
        : attempt(() => {
            const result = work(document.value);
            const text = options.json ? JSON.stringify({ ...(paths.length > 0 && { file: document.file }), ...result }) : print(result);
            if (done > 0 && !options.json) write('');
            write(text);
            worst = Math.max(worst, codeOf(result));
          }).map((fault) => ('locate' in document ? document.locate(fault) : fault));
    for (const fault of faults) process.stderr.write(`${options.json ? JSON.stringify(fault) : formatDiagnostic(fault, options.lang)}\n`);
    if (faults.length > 0) worst = EXIT.data;
    done++;
    bar?.update(done);
  }
  bar?.stop();
  return worst;
}

function attempt(work: () => void): ZerenzhiError['diagnostics'] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof ZerenzhiError) return error.diagnostics;
    throw error;
  }
}

const write = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const assessmentCode = ({ accountability: { status } }: IncidentAssessment): number =>
  status === 'triggered' ? EXIT.triggered : status === 'undetermined' ? EXIT.undetermined : EXIT.clear;
const obligationCode = ({ counts }: ObligationReport): number =>
  counts.breached + counts.overdue > 0 ? EXIT.triggered : counts.undetermined > 0 ? EXIT.undetermined : EXIT.clear;

function textOptions({ lang, color }: Common): TextOptions {
  const colours = pc.createColors(color !== false && pc.isColorSupported && process.stdout.isTTY === true);
  const paints = { met: colours.red, unmet: colours.green, undetermined: colours.yellow, heading: colours.bold, dim: colours.dim };
  return { lang, regulation, paint: (text, truth) => paints[truth](text), width: stringWidth };
}
