import { extname } from 'node:path';
import cliProgress from 'cli-progress';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import stringWidth from 'string-width';
import {
  assessIncident,
  checkUnitObligations,
  createPolicy,
  type Finding,
  formatDiagnostic,
  type Incident,
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
import { recordAssessment, replay } from '../record/index.js';
import { fileDiagnostic } from '../regulation/file-diagnostics.js';
import {
  articlePage,
  assessmentPage,
  chainMermaid,
  chainPage,
  chainSvg,
  compareReadings,
  explainFinding,
  explanationPage,
  interview,
  obligationsCalendar,
  obligationsPage,
  type Page,
  renderHtml,
  renderMarkdown,
  renderText,
  settle,
  settlementPage,
  timelineMermaid,
  timelineSvg,
  whatIf,
  whatIfPage,
} from '../report/index.js';
import { runBulk } from './bulk/run.js';
import { BULK_FORMATS } from './bulk/sources.js';
import { documents, readDocument } from './input.js';
import { runInterview } from './interview.js';
import { replayText } from './record.js';

/** Exit codes: what scripts read. The worst of several documents counts. */
export const EXIT = { clear: 0, triggered: 10, undetermined: 20, usage: 64, data: 65 } as const;

/** Forms of a page, then those of a picture and a calendar. */
type Format = (typeof PAGES)[number] | 'mermaid' | 'svg' | 'ics';
const PAGES = ['text', 'markdown', 'html'] as const;

interface Common {
  readonly lang: 'zh' | 'en';
  readonly json?: true;
  readonly format: Format;
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

  const common = (command: Command, formats: readonly Format[] = PAGES) =>
    command
      .addOption(new Option('--lang <lang>', say.lang).choices(['zh', 'en']).default('zh'))
      .option('--json', say.json)
      .addOption(new Option('--format <format>', say.format).choices(formats).default(formats[0]))
      .option('--no-color', say.noColor);
  const law = (command: Command, formats?: readonly Format[]) =>
    common(command, formats)
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
      (result) => print(assessmentPage(result, { ...options, regulation }), options),
    );
  });
  law(program.command('explain').description(say.explain).argument('[input...]', say.input))
    .option('--provision <id...>', say.provision)
    .option('--proof', say.proof)
    .action(async (paths: string[], options: LawOptions & { provision?: string[]; proof?: true }) => {
      const settings = read(options);
      code = await each(
        paths,
        options,
        (value) => chosen(assessIncident(value as never, settings), options.provision).map((finding) => explainFinding(finding, regulation)),
        () => EXIT.clear,
        (result) => result.map((explanation) => print(explanationPage(explanation, options), options)).join('\n\n'),
      );
    });
  law(program.command('settle').description(say.settle).argument('[input...]', say.input))
    .option('--provision <id>', say.oneProvision)
    .action(async (paths: string[], options: LawOptions & { provision?: string }) => {
      const settings = { ...read(options), ...(options.provision !== undefined && { provision: options.provision }) };
      code = await each(
        paths,
        options,
        (value) => settle(value as never, settings),
        ({ status }) => (status === 'met' ? EXIT.triggered : status === 'undetermined' ? EXIT.undetermined : EXIT.clear),
        (result) => print(settlementPage(result, { ...options, regulation }), options),
      );
    });
  law(program.command('what-if').description(say.whatIf).argument('[input...]', say.input))
    .option('--provision <id...>', say.provision)
    .action(async (paths: string[], options: LawOptions & { provision?: string[] }) => {
      const settings = read(options);
      code = await each(
        paths,
        options,
        (value) =>
          chosen(assessIncident(value as never, settings), options.provision).map((finding) => ({
            turned: whatIf(value as never, finding.provision, settings),
            readings: compareReadings(finding),
          })),
        () => EXIT.clear,
        (result) => result.map(({ turned, readings }) => print(whatIfPage(turned, readings, { ...options, regulation }), options)).join('\n\n'),
      );
    });
  law(program.command('interview').description(say.interview).argument('[incident]', say.incident))
    .requiredOption('--output <file>', say.interviewOutput)
    .addOption(new Option('--goal <goal>', say.goal).choices(['findings', 'status']).default('findings'))
    .action(async (path: string | undefined, options: LawOptions & { output: string; goal: 'findings' | 'status' }) => {
      const { policy, ...settings } = read(options);
      const status = await runInterview(
        interview(policy, { ...settings, goal: options.goal }),
        path === undefined ? {} : (readDocument(path).value as never),
        options,
      );
      code = status === 'met' ? EXIT.triggered : status === 'undetermined' ? EXIT.undetermined : EXIT.clear;
    });
  law(program.command('obligations').description(say.obligations).argument('[input...]', say.input), [...PAGES, 'ics']).action(
    async (paths: string[], options: LawOptions) => {
      const settings = read(options);
      code = await each(
        paths,
        options,
        (value) => checkUnitObligations(value as never, settings),
        obligationCode,
        (result) => (options.format === 'ics' ? obligationsCalendar(result, options) : print(obligationsPage(result, options), options)),
      );
    },
  );
  law(program.command('timeline').description(say.timeline).argument('[input]', say.input), ['mermaid', 'svg']).action(
    async (path: string | undefined, options: LawOptions) => {
      const settings = read(options);
      code = await each(
        path === undefined ? [] : [path],
        options,
        (value) => ({ incident: value as Incident, assessment: assessIncident(value as never, settings) }),
        ({ assessment }) => assessmentCode(assessment),
        ({ incident, assessment }) => (options.format === 'svg' ? timelineSvg : timelineMermaid)(incident, assessment, options),
      );
    },
  );
  law(program.command('chain').description(say.chain).argument('[input...]', say.input), [...PAGES, 'mermaid', 'svg'])
    .option('--unit <id>', say.unit)
    .option('--system <id>', say.system)
    .action(async (paths: string[], options: LawOptions & { unit?: string; system?: string }) => {
      const { organization = {}, ...rest } = read(options);
      const { unit, system } = options;
      const show = (result: ReturnType<typeof resolveResponsibilityChain>) =>
        options.format === 'svg'
          ? chainSvg(result, options)
          : options.format === 'mermaid'
            ? chainMermaid(result, options)
            : print(chainPage(result, options), options);
      const chainCode = ({ findings }: ReturnType<typeof resolveResponsibilityChain>) => (findings.length > 0 ? EXIT.undetermined : EXIT.clear);
      const subject = unit !== undefined ? { unit } : system !== undefined ? { system } : undefined;
      if (subject) {
        const result = resolveResponsibilityChain(subject, { ...rest, organization });
        write(options.json ? JSON.stringify(result) : show(result));
        code = chainCode(result);
      } else code = await each(paths, options, (value) => resolveResponsibilityChain({ incident: value as never }, { ...rest, organization }), chainCode, show);
    });
  law(program.command('articles').description(say.articles).argument('[number...]', say.number, numbers))
    .option('-i, --incident <file>', say.incident)
    .action((chosen: number[] | undefined, options: LawOptions & { incident?: string }) => {
      const articles = regulation.articles.filter(({ article }) => !chosen || chosen.length === 0 || chosen.includes(article));
      if (options.json) return write(JSON.stringify(articles));
      const findings = options.incident === undefined ? [] : assessIncident(readDocument(options.incident).value as never, read(options)).findings;
      return write(articles.map((article) => print(articlePage(article, findings, options), options)).join('\n\n'));
    });

  law(program.command('record').description(say.record).argument('[input]', say.oneInput)).action((path: string | undefined, options: LawOptions) => {
    const { record } = one(path, (value) => recordAssessment(value as never, read(options)));
    write(JSON.stringify(record, null, options.json ? 0 : 2));
  });
  common(program.command('replay').description(say.replay).argument('[record]', say.recordFile)).action((path: string | undefined, options: Common) => {
    const result = one(path, (value) => replay(value));
    write(options.json ? JSON.stringify(result) : replayText(result, options.lang));
    code = result.identical ? EXIT.clear : EXIT.triggered;
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

/** The findings that were asked for, all by default. */
function chosen({ findings }: IncidentAssessment, provisions: readonly string[] = findings.map(({ provision }) => provision)): readonly Finding[] {
  const among = findings.map(({ provision }) => provision);
  const unknown = provisions.filter((provision) => !among.includes(provision));
  if (unknown.length > 0) throw new ZerenzhiError(unknown.map((value) => fileDiagnostic('rule/unknown-name', '--provision', { value, among })));
  return findings.filter(({ provision }) => provisions.includes(provision));
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

/** Works on one document; faults are told with their place in it. */
function one<T>(path: string | undefined, work: (value: unknown) => T): T {
  const { value, locate } = readDocument(path ?? '-');
  try {
    return work(value);
  } catch (error) {
    throw error instanceof ZerenzhiError ? new ZerenzhiError(error.diagnostics.map(locate)) : error;
  }
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
  const picture = !options.json && (options.format === 'mermaid' || options.format === 'svg');
  const parted = !options.json && options.format !== 'ics';
  for await (const document of documents(paths.length === 0 ? ['-'] : paths)) {
    if (bar && !bar.isActive && Date.now() - started > 500) bar.start(0, done);
    // Two pictures in one file are none.
    if (picture && done > 0) {
      process.stderr.write(`${CLI[options.lang].onePicture}\n`);
      worst = EXIT.usage;
      break;
    }
    const faults =
      'faults' in document
        ? document.faults
        : attempt(() => {
            const result = work(document.value);
            const text = options.json ? JSON.stringify({ ...(paths.length > 0 && { file: document.file }), ...result }) : print(result);
            if (done > 0 && parted) write('');
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

/** A line or lines to the output; some forms end their last line themselves. */
const write = (text: string): void => {
  process.stdout.write(text !== '' && text.endsWith('\n') ? text : `${text}\n`);
};

const assessmentCode = ({ accountability: { status } }: IncidentAssessment): number =>
  status === 'triggered' ? EXIT.triggered : status === 'undetermined' ? EXIT.undetermined : EXIT.clear;
const obligationCode = ({ counts }: ObligationReport): number =>
  counts.breached + counts.overdue > 0 ? EXIT.triggered : counts.undetermined > 0 ? EXIT.undetermined : EXIT.clear;

/** A page in the format that was asked for. */
function print(page: Page, { format, color }: Common): string {
  if (format === 'markdown') return renderMarkdown(page).trimEnd();
  if (format === 'html') return renderHtml(page);
  const colours = pc.createColors(color !== false && pc.isColorSupported && process.stdout.isTTY === true);
  const paints = { met: colours.red, unmet: colours.green, undetermined: colours.yellow, heading: colours.bold, dim: colours.dim };
  return renderText(page, { paint: (text, as) => paints[as](text), width: stringWidth });
}
