import { Option } from 'commander';
import { type Checked, checkFolder } from 'zerenzhi/authoring';
import { visible } from 'zerenzhi/report';
import { excerptsOf } from '../check/excerpt.js';
import { sarif } from '../check/sarif.js';
import { EXIT } from '../exit.js';
import { CHECK } from '../messages/check.js';
import { type Cli, jsonOrFormat, type Spoken, spoken } from '../options.js';
import { write } from '../output.js';
import { folderOf } from '../regulation.js';

interface CheckOptions extends Spoken {
  readonly json?: true;
  readonly format: 'text' | 'sarif';
  readonly strict?: true;
}

/** `check`: everything that is wrong with a folder of rules, and what is seldom meant. */
export function addCheck(cli: Cli): void {
  const say = CHECK[cli.lang];
  jsonOrFormat(cli, spoken(cli, cli.program.command('check').description(say.describe)))
    .argument('<folder>', say.folder)
    .addOption(new Option('--format <format>', cli.say.format).choices(['text', 'sarif']).default('text'))
    .option('--json', cli.say.jsonList)
    .option('--strict', say.strict)
    .action((folder: string, options: CheckOptions) => {
      const checked = checkFolder(folderOf(folder));
      write(told(checked, folder, options));
      const { faults, notes } = checked;
      cli.exit(faults.length > 0 || (options.strict && notes.length > 0) ? EXIT.data : EXIT.clear);
    });
}

function told(checked: Checked, folder: string, options: CheckOptions): string {
  const { json, format, lang } = options;
  const { faults, notes, checksums } = checked;
  if (json) return JSON.stringify({ faults, notes, checksums });
  if (format === 'sarif') return JSON.stringify(sarif(checked, folder, options), undefined, 2);
  const say = CHECK[lang];
  const excerpt = excerptsOf(folder, lang);
  const shown = [...faults.map((each) => excerpt(each)), ...notes.map((each) => excerpt(each, say.note))];
  const summary = [
    say.found(checked),
    ...(checked.regulation ? [say.has(countsOf(checked.regulation))] : []),
    ...checksums.map(({ file, sha256 }) => `${say.checksum(visible(file))}${sha256}`),
  ];
  return [...shown.map((each) => `${each}\n`), ...summary].join('\n');
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
