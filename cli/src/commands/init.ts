import { extname } from 'node:path';
import { Argument } from 'commander';
import { EXIT } from '../exit.js';
import { type Cli, type Spoken, spoken, writing } from '../options.js';
import { put } from '../output.js';
import { targetOf } from '../whole-file.js';

const KINDS = ['incident', 'organization', 'unit', 'cases'] as const;

/** `init`: a file to begin with. */
export function addInit(cli: Cli): void {
  const init = writing(
    cli,
    spoken(cli, cli.program.command('init').description(cli.say.init)).addArgument(
      new Argument('<kind>', cli.say.initKind).choices(KINDS),
    ),
  );
  init.action(async (kind: (typeof KINDS)[number], options: Spoken & { output?: string; force?: true }) => {
    const { lang, output, force } = options;
    const format = extname(output ?? '').toLowerCase();
    const endings = kind === 'cases' ? ['.csv', '.xlsx'] : ['.yaml', '.yml', ''];
    if (!endings.includes(format) || (kind === 'cases' && output === undefined))
      init.error(cli.say.initEnding(endings.filter(Boolean).join(' ')), { exitCode: EXIT.usage });
    const target = output === undefined ? undefined : targetOf(output, [], force);
    // Only this command pays for what it writes.
    if (kind !== 'cases') put((await import('../init/documents.js')).documentOf(kind, lang), target);
    else if (format === '.csv') put((await import('../init/cases.js')).casesCsv(lang), target);
    else put(await (await import('../init/workbook.js')).casesXlsx(lang), target);
  });
}
