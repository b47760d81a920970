import { join } from 'node:path';
import { visible } from 'zerenzhi/report';
import { NEW } from '../messages/new.js';
import { type Cli, type Spoken, spoken } from '../options.js';
import { write } from '../output.js';
import { folderOf } from '../regulation.js';
import { modelines, SCHEMAS, writeSchemas } from '../schemas.js';

/** `schemas`: what editors need to offer the names of a folder of rules. */
export function addSchemas(cli: Cli): void {
  const say = NEW[cli.lang].schemas;
  spoken(cli, cli.program.command('schemas').description(say.describe))
    .argument('<folder>', say.folder)
    .option('--output <folder>', say.out)
    .action((folder: string, { output: out = join(folder, SCHEMAS), lang }: Spoken & { readonly output?: string }) => {
      writeSchemas(folderOf(folder), out);
      const lines = modelines(folder, out).map(([files, line]) => `  ${files}\n    ${visible(line)}`);
      write([NEW[lang].schemas.written(visible(out)), ...lines].join('\n'));
    });
}
