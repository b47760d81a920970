import { visible } from 'zerenzhi/report';
import { NEW } from '../messages/new.js';
import { type Cli, type Spoken, spoken } from '../options.js';
import { write } from '../output.js';
import { SCHEMAS, schemaFiles } from '../schemas.js';
import { template, templateFolder } from '../templates.js';
import { writeNewFolder } from '../whole-folder.js';

/** `new regulation`: a folder of rules that passes the check, with the schemas for editors. */
export function addRegulation(cli: Cli): void {
  const say = NEW[cli.lang].regulation;
  spoken(cli, cli.program.command('regulation').description(say.describe))
    .argument('<folder>', say.folder)
    .action((folder: string, { lang }: Spoken) => {
      const schemas = Object.entries(schemaFiles(templateFolder('regulation')));
      writeNewFolder(folder, {
        ...template('regulation'),
        ...Object.fromEntries(schemas.map(([name, text]) => [`${SCHEMAS}/${name}`, text])),
      });
      write(NEW[lang].regulation.written(visible(folder)));
    });
}
