import { extname } from 'node:path';
import type { Command } from 'commander';
import { EXIT } from './exit.js';
import type { Cli } from './options.js';

/** What may be written, by the endings that its files have. */
const ENDINGS = {
  ndjson: ['.ndjson', '.jsonl'],
  json: ['.json', '.ndjson', '.jsonl'],
  document: ['.yaml', '.yml', '.json'],
  yaml: ['.yaml', '.yml'],
  // Read as it stands in either.
  text: ['.txt', '.md'],
  markdown: ['.md', '.markdown'],
  html: ['.html', '.htm'],
  ics: ['.ics'],
  docx: ['.docx'],
  csv: ['.csv'],
  xlsx: ['.xlsx'],
  mermaid: ['.mmd', '.mermaid'],
  svg: ['.svg'],
} satisfies Record<string, readonly string[]>;
/** Never written. */
const OTHERS = ['.parquet', '.pdf', '.doc', '.xls'];
const KNOWN: readonly string[] = [...Object.values(ENDINGS).flat(), ...OTHERS];

/** Refuses a name that ends as files of another form do: who opens it by its name would find it broken. */
export function endsAs(command: Command, { say }: Cli, output: string | undefined, form: keyof typeof ENDINGS): void {
  if (output === undefined) return;
  const ending = extname(output).toLowerCase();
  const right: readonly string[] = ENDINGS[form];
  if (KNOWN.includes(ending) && !right.includes(ending))
    command.error(say.ending(ending, right), { exitCode: EXIT.usage });
}
