import { fileDiagnostic } from 'zerenzhi/authoring';
import { refuse } from '../faults.js';
import { entriesOf, LIST_NAMES, listPage } from '../lists.js';
import { LISTS } from '../messages/lists.js';
import { type Cli, formed, ofRegulation, PAGES, type Printed, spoken } from '../options.js';
import { print, write } from '../output.js';
import { regulationFrom } from '../regulation.js';

/** `facts`, `terms`, `questions`, `provisions`, `profiles`: what the regulation has of each, as a table. */
export function addLists(cli: Cli): void {
  const say = LISTS[cli.lang];
  for (const name of LIST_NAMES)
    ofRegulation(
      cli,
      formed(cli, spoken(cli, cli.program.command(name).description(say.describe[name])), PAGES)
        .argument('[word]', say.word)
        .option('--json', cli.say.jsonList),
    ).action((word: string | undefined, options: Printed & { readonly regulation?: string }) => {
      const regulation = regulationFrom(options.regulation);
      const entries = entriesOf(name, regulation, word);
      if (entries.length === 0 && word !== undefined) {
        const among = entriesOf(name, regulation).map(({ id }) => id);
        refuse([{ ...fileDiagnostic('rule/unknown-name', '', { value: word, among }), document: 'options' }]);
      }
      write(options.json ? JSON.stringify(entries) : print(listPage(entries, options.lang), options));
    });
}
