import { Option } from 'commander';
import { type Checked, checkFolder } from 'zerenzhi/authoring';
import { visible } from 'zerenzhi/report';
import { excerptsOf } from '../check/excerpt.js';
import { type CheckedBy, checkFiles } from '../check/files.js';
import { sarif } from '../check/sarif.js';
import { EXIT } from '../exit.js';
import { CHECK } from '../messages/check.js';
import type { Lang } from '../messages.js';
import { type Cli, jsonOrFormat, ofRegulation, type Spoken, spoken } from '../options.js';
import { write } from '../output.js';
import { isFolder } from '../regulation.js';

interface CheckOptions extends Spoken, CheckedBy {
  readonly json?: true;
  readonly format: 'text' | 'sarif';
  readonly strict?: true;
}

/** What was found, where its files stand, and what is said of them all. */
interface Found extends Pick<Checked, 'faults' | 'notes' | 'checksums'> {
  readonly folder: string;
  readonly summary: readonly string[];
}

/** `check`: everything that is wrong with a folder of rules or with files, and what is seldom meant. */
export function addCheck(cli: Cli): void {
  const say = CHECK[cli.lang];
  const command = cli.program.command('check').description(say.describe);
  jsonOrFormat(cli, ofRegulation(cli, spoken(cli, command)))
    .argument('<path...>', say.path)
    .option('-p, --policy <file>', say.policy)
    .option('--profile <id>', cli.say.profile)
    .addOption(new Option('--format <format>', cli.say.format).choices(['text', 'sarif']).default('text'))
    .option('--json', cli.say.jsonList)
    .option('--strict', say.strict)
    .action(async (paths: string[], options: CheckOptions) => {
      const [first = ''] = paths;
      const folders = paths.filter(isFolder);
      const { policy, profile, regulation } = options;
      if (folders.length > 0 && paths.length > 1) command.error(say.oneFolder, { exitCode: EXIT.usage });
      if (folders.length > 0 && [policy, profile, regulation].some((given) => given !== undefined))
        command.error(say.onlyFiles, { exitCode: EXIT.usage });
      const found = folders.length > 0 ? inFolder(first, options.lang) : await inFiles(paths, options);
      write(told(found, options));
      const { faults, notes } = found;
      cli.exit(faults.length > 0 || (options.strict && notes.length > 0) ? EXIT.data : EXIT.clear);
    });
}

function inFolder(folder: string, lang: Lang): Found {
  const say = CHECK[lang];
  const checked = checkFolder(folder);
  const summary = [
    ...(checked.regulation ? [say.has(countsOf(checked.regulation))] : []),
    ...checked.checksums.map(({ file, sha256 }) => `${say.checksum(visible(file))}${sha256}`),
  ];
  return { ...checked, folder, summary };
}

async function inFiles(paths: readonly string[], options: CheckOptions): Promise<Found> {
  const { faults, overlays, scenarios, policies } = await checkFiles(paths, options);
  const say = CHECK[options.lang];
  const summary = [
    ...overlays.map(({ document, duties = [], terms = {} }) =>
      say.overlay(visible(document.title), duties.length, Object.keys(terms).length),
    ),
    ...(scenarios > 0 ? [say.scenarios(scenarios)] : []),
    ...(policies > 0 ? [say.policies(policies)] : []),
  ];
  return { faults, notes: [], checksums: [], folder: '', summary: faults.length > 0 ? [] : summary };
}

function told({ folder, summary, ...checked }: Found, options: CheckOptions): string {
  const { json, format, lang } = options;
  const { faults, notes, checksums } = checked;
  if (json) return JSON.stringify({ faults, notes, checksums });
  if (format === 'sarif') return JSON.stringify(sarif(checked, folder, options), undefined, 2);
  const say = CHECK[lang];
  const excerpt = excerptsOf(folder, lang);
  const shown = [...faults.map((each) => excerpt(each)), ...notes.map((each) => excerpt(each, say.note))];
  return [...shown.map((each) => `${each}\n`), say.found(checked), ...summary].join('\n');
}

function countsOf({ articles }: NonNullable<Checked['regulation']>) {
  const texts = articles.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text, items = [] }) => [text, ...items.map((item) => item.text)]),
  );
  return {
    articles: new Set(articles.map(({ article }) => article)).size,
    provisions: new Set(articles.flatMap(({ provisions }) => provisions.map(({ id }) => id))).size,
    words: texts.join('').match(/[\p{L}\p{N}]/gu)?.length ?? 0,
  };
}
