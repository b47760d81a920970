import { join } from 'node:path';
import type { Diagnostic, Regulation } from 'zerenzhi';
import {
  amendmentPage,
  diffRecord,
  diffRegulations,
  diffScenarios,
  type RecordDiff,
  readRegulation,
  type ScenarioDiff,
  testScenarios,
} from 'zerenzhi/authoring';
import { visible } from 'zerenzhi/report';
import { excerptsOf } from '../check/excerpt.js';
import { readAny } from '../document.js';
import { one, told } from '../each.js';
import { EXIT } from '../exit.js';
import { DIFF } from '../messages/diff.js';
import { type Cli, formed, jsonOrFormat, PAGES, type Printed, spoken } from '../options.js';
import { print, write } from '../output.js';
import { folderOf } from '../regulation.js';
import { exists } from '../whole-file.js';

type DiffOptions = Printed & { readonly records?: readonly string[] };

/** `diff`: what an amendment changes, for those who approve it. */
export function addDiff(cli: Cli): void {
  const say = DIFF[cli.lang];
  const { program } = cli;
  jsonOrFormat(cli, formed(cli, spoken(cli, program.command('diff').description(say.describe)), PAGES))
    .argument('<before>', say.before)
    .argument('<after>', say.after)
    .option('--records <file...>', say.records)
    .option('--json', cli.say.json)
    .option('--no-color', cli.say.noColor)
    .action(async (...[first, second, options]: [string, string, DiffOptions]) => {
      const [before, after] = [first, second].map((folder) => read(folder, options));
      if (!before || !after) return cli.exit(EXIT.data);
      const records: (RecordDiff & { readonly file: string })[] = [];
      for (const file of options.records ?? [])
        records.push(
          await one(file, options.lang, (value) => ({ file, ...diffRecord(value, before, after) }), readAny),
        );
      const diff = diffRegulations(before, after);
      const scenarios = diff.identical ? [] : scenariosTurned(first, before, after, options);
      const exit = diff.identical ? EXIT.clear : EXIT.triggered;
      write(
        options.json
          ? JSON.stringify({ exit, ...diff, scenarios, records })
          : print(amendmentPage(diff, before, after, { lang: options.lang, scenarios, records }), options),
      );
      cli.exit(exit);
    });
}

/** The regulation of a folder; what is wrong with it is told as `check` tells it. */
function read(path: string, { lang, json }: DiffOptions): Regulation | undefined {
  const folder = folderOf(path);
  const { regulation, faults } = readRegulation(folder);
  const excerpt = excerptsOf(folder, lang);
  const line = (fault: Diagnostic) => (json ? JSON.stringify(fault) : excerpt(fault));
  if (!regulation) process.stderr.write(`${visible(path)}\n${faults.map(line).join('\n')}\n`);
  return regulation;
}

/** What is wrong with the tables beside the rules is told, and the rest of them is run by the other rules. */
function scenariosTurned(folder: string, before: Regulation, after: Regulation, options: DiffOptions): ScenarioDiff[] {
  const tables = join(folder, 'scenarios');
  if (!exists(tables)) return [];
  const { lang, json } = options;
  const tested = testScenarios(tables, before);
  if (!json) told(tested.faults, lang);
  return diffScenarios(tested, after);
}
