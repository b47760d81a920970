import { type Command, Option } from 'commander';
import {
  assessIncidents,
  createPolicy,
  type Diagnostic,
  type Incident,
  type Organization,
  type Policy,
  type PolicyOptions,
  ZerenzhiError,
} from 'zerenzhi';
import { fileDiagnostic, type Source } from 'zerenzhi/authoring';
import { personNames } from 'zerenzhi/report';
import { readDocument } from './document.js';
import { EXIT } from './exit.js';
import { refuse } from './faults.js';
import type { CLI, Lang } from './messages.js';
import { ofNoUnit, readOverlays } from './overlays.js';
import { regulationFrom, ruleFilesIn } from './regulation.js';

/** Forms of a page, of a picture, a calendar, a document and a table. */
export type Format = (typeof PAGES)[number] | 'mermaid' | 'svg' | 'ics' | 'docx' | 'csv' | 'xlsx';
export const PAGES = ['text', 'markdown', 'html'] as const;

export interface Spoken {
  readonly lang: Lang;
}
export interface Printed extends Spoken {
  readonly json?: true;
  readonly format: Format;
  readonly color?: boolean;
}
export interface Applied {
  /** A folder of rule files. */
  readonly regulation?: string;
  readonly organization?: string;
  readonly policy?: string;
  /** Files of units' own rules. */
  readonly overlay?: readonly string[];
  readonly profile?: string;
  readonly asOf?: string;
  readonly presume: boolean;
}
export type LawOptions = Printed & Applied;

/** What a command is added with: the program, the words it says, and where its exit code goes. */
export interface Cli {
  readonly program: Command;
  readonly say: (typeof CLI)[Lang];
  readonly lang: Lang;
  exit(code: number): void;
}

/** A command with the option that all have. */
export const spoken = ({ say, lang }: Pick<Cli, 'say' | 'lang'>, command: Command): Command =>
  command.addOption(new Option('--lang <lang>', say.lang).choices(['zh', 'en']).default(lang));

/** One whose output comes in several forms. */
export const formed = ({ say }: Cli, command: Command, formats: readonly Format[]): Command =>
  command.addOption(new Option('--format <format>', say.format).choices(formats).default(formats[0]));

/** One that goes by a regulation. */
export const ofRegulation = ({ say }: Cli, command: Command): Command =>
  command.option('--regulation <folder>', say.regulation);

/** One with the options that settle which law is applied to whom, and as of when. */
export const applied = (cli: Cli, command: Command): Command =>
  ofRegulation(cli, command)
    .option('-o, --organization <file>', cli.say.organization)
    .option('-p, --policy <file>', cli.say.policy)
    .option('--profile <id>', cli.say.profile)
    .option('--as-of <time>', cli.say.asOf)
    .option('--no-presume', cli.say.noPresume);

/** One that takes what units have ruled for themselves. */
export const withOverlays = ({ say }: Cli, command: Command): Command =>
  command.option('--overlay <file>', say.overlay, (file: string, before: readonly string[] = []) => [...before, file]);

/** One that writes one file. */
export const writing = ({ say }: Cli, command: Command): Command =>
  command
    .option('--output <file>', say.outputFile)
    .option('--force', say.force)
    .hook('preAction', () => {
      const { force, output } = command.opts();
      if (force && output === undefined) command.error(say.onlyForce, { exitCode: EXIT.usage });
    });

/** One whose output is JSON or has a format, not both. */
export const jsonOrFormat = ({ say }: Cli, command: Command): Command =>
  command.hook('preAction', () => {
    if (command.opts().json && command.getOptionValueSource('format') === 'cli')
      command.error(say.jsonOnly, { exitCode: EXIT.usage });
  });

/** One that applies the law to documents and prints what comes of it. */
export const law = (cli: Cli, command: Command, formats: readonly Format[] = PAGES): Command =>
  jsonOrFormat(
    cli,
    applied(
      cli,
      formed(cli, spoken(cli, command).option('--json', cli.say.json), formats).option('--no-color', cli.say.noColor),
    ),
  );

/** What is no mapping would vanish among the other options. */
async function readPolicy(file: string): Promise<Source> {
  const source = await readDocument(file);
  const { value, locate } = source;
  if (typeof value !== 'object' || Array.isArray(value))
    refuse([locate(fileDiagnostic('input/invalid-type', '', { value, expected: 'object' }))]);
  return source;
}

/** The files of these options: what a command that writes may not write over. */
export const filesNamed = ({ regulation, organization, policy, overlay = [] }: Applied): string[] => [
  ...[organization, policy, ...overlay].filter((file) => file !== undefined),
  ...ruleFilesIn(regulation),
];

/** How a result is told: also one by another regulation is by its own policy. */
export const pageOptions = (
  { lang }: Spoken,
  { policy, organization }: { readonly policy: Policy; readonly organization?: Organization | undefined },
  /** The incident that it is about, which may say what its parties are called. */
  incident?: unknown,
) => ({ lang, policy, persons: personNames(organization, incident as Incident | undefined) });

interface Given {
  readonly organization?: Organization;
  readonly asOf?: string;
}

/** What the functions are given. */
export const settingsOf = async (options: Applied): Promise<Given & { readonly policy: Policy }> =>
  (await settingOf(options)).settings;

/** The same as plain data. */
export const plainSettingsOf = async (
  options: Applied,
): Promise<Given & { readonly policy: PolicyOptions; readonly regulation?: string }> =>
  (await settingOf(options)).plain;

/** What is wrong with the setting is told once, with its place in its files, before any document is read. */
async function settingOf({ regulation: folder, organization, policy, overlay, profile, asOf, presume }: Applied) {
  const regulation = regulationFrom(folder);
  const sources = {
    policy: policy === undefined ? undefined : await readPolicy(policy),
    organization: organization === undefined ? undefined : await readDocument(organization),
  };
  const own = await readOverlays(overlay, sources.policy?.value as PolicyOptions | undefined);
  const given: Given = {
    ...(sources.organization && { organization: sources.organization.value as Organization }),
    ...(asOf !== undefined && { asOf }),
  };
  const chosen: PolicyOptions = {
    ...(sources.policy?.value as PolicyOptions | undefined),
    ...own.given,
    ...(profile !== undefined && { profile }),
    ...(presume ? {} : { presume: false }),
  };
  try {
    const settings = { ...given, policy: createPolicy({ ...chosen, regulation }) as Policy };
    assessIncidents([], settings).next();
    refuse(ofNoUnit(chosen.overlays, given.organization));
    return { settings, plain: { ...given, policy: chosen, ...(folder !== undefined && { regulation: folder }) } };
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) throw error;
    const located = (fault: Diagnostic) =>
      fault.document === 'policy' || fault.document === 'organization'
        ? (own.locate(fault) ?? sources[fault.document]?.locate(fault) ?? fault)
        : fault;
    throw new ZerenzhiError(error.diagnostics.map(located));
  }
}
