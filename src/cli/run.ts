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
import { type BulkFlags, bulk, misused, threadCount } from './bulk/command.js';
import { isTable, MEMOS, type MemoFormat, memoOf, needsFile, putMemo, putObligations, TABLES, type TableFormat } from './documents.js';
import { EXIT } from './exit.js';
import { documents, readDocument } from './input.js';
import { runInterview } from './interview.js';
import { put } from './output.js';
import { replayText } from './record.js';

/** Forms of a page, then those of a picture, a calendar, a document and a table. */
type Format = (typeof PAGES)[number] | 'mermaid' | 'svg' | 'ics' | MemoFormat | TableFormat;
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
    .addOption(new Option('--threads <n>', say.threads).argParser(threadCount));
  assess.action(async (paths: string[], options: LawOptions & BulkFlags) => {
    const wrong = misused(paths, options, assess.getOptionValueSource('format') === 'cli');
    if (wrong !== undefined) assess.error(wrong, { exitCode: EXIT.usage });
    const settings = read(options);
    if (options.output !== undefined) {
      const { policy: _, ...rest } = settings;
      code = await bulk(paths[0] as string, options.output, options, { ...rest, policy: policyOptions(options) });
      return;
    }
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
  const memo = law(program.command('memo').description(say.memo).argument('[incident]', say.incident), MEMOS)
    .option('--found-by <file>', say.foundBy)
    .option('--output <file>', say.outputFile);
  memo.action(async (path: string | undefined, options: LawOptions & FileFlags & { foundBy?: string }) => {
    if (needsFile(options.format) && options.output === undefined) memo.error(say.needsFile, { exitCode: EXIT.usage });
    const settings = read(options);
    const finders = options.foundBy === undefined ? undefined : readDocument(options.foundBy);
    const pages: Page[] = [];
    const out = outputTo(options.output);
    code = await each(
      path === undefined ? [] : [path],
      options,
      (value) => ({
        accountability: assessIncident(value as never, settings).accountability,
        page: memoOf(value, { ...settings, lang: options.lang }, finders),
      }),
      assessmentCode,
      ({ page }) => void pages.push(page),
      out.line,
    );
    out.close();
    const [page, more] = pages;
    if (more) memo.error(say.oneMemo, { exitCode: EXIT.usage });
    if (page) await putMemo(page, options.format, options.output);
  });
  const obligations = law(program.command('obligations').description(say.obligations).argument('[input...]', say.input), [...PAGES, 'ics', ...TABLES]);
  obligations.option('--output <file>', say.outputFile).action(async (paths: string[], options: LawOptions & FileFlags) => {
    if (needsFile(options.format) && options.output === undefined) obligations.error(say.needsFile, { exitCode: EXIT.usage });
    const settings = read(options);
    const { format } = options;
    const table = !options.json && isTable(format) ? format : undefined;
    const reports: ObligationReport[] = [];
    const out = outputTo(options.output);
    code = await each(
      paths,
      options,
      (value) => checkUnitObligations(value as never, settings),
      obligationCode,
      (result) => {
        if (table) return void reports.push(result);
        return format === 'ics' ? obligationsCalendar(result, options) : print(obligationsPage(result, options), options);
      },
      out.line,
    );
    out.close();
    if (table) await putObligations(reports, table, options.output, options.lang, settings.organization);
  });
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

interface FileFlags {
  readonly output?: string;
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
  print: (result: T) => string | undefined,
  line = write,
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
            if (text !== undefined) {
              if (done > 0 && parted) line('');
              line(text);
            }
            worst = Math.max(worst, codeOf(result));
          }).map((fault) => ('locate' in document && fault.file === undefined ? document.locate(fault) : fault));
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

/** A line or lines; some forms end their last line themselves. */
const ended = (text: string): string => (text !== '' && text.endsWith('\n') ? text : `${text}\n`);
const write = (text: string): void => {
  process.stdout.write(ended(text));
};

/** Lines to standard output, or together into a file. */
function outputTo(file: string | undefined): { line: (text: string) => void; close: () => void } {
  if (file === undefined) return { line: write, close: () => undefined };
  const lines: string[] = [];
  return { line: (text) => lines.push(ended(text)), close: () => lines.length > 0 && put(lines.join(''), file) };
}

const assessmentCode = ({ accountability: { status } }: Pick<IncidentAssessment, 'accountability'>): number =>
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
