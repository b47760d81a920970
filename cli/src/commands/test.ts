import { Option } from 'commander';
import type { Regulation } from 'zerenzhi';
import { type Outcome, scenarioPage, type Tested, testScenarios } from 'zerenzhi/authoring';
import { told } from '../each.js';
import { EXIT, worse } from '../exit.js';
import { SCENARIOS } from '../messages/scenarios.js';
import { type Cli, jsonOrFormat, ofRegulation, type Spoken, spoken } from '../options.js';
import { print, write } from '../output.js';
import { regulationFrom } from '../regulation.js';
import { junit } from '../scenarios/junit.js';
import { hasPassed } from '../scenarios/passed.js';
import { tablesOf } from '../scenarios/tables.js';
import { tap } from '../scenarios/tap.js';
import { onChange } from '../scenarios/watch.js';

interface TestOptions extends Spoken {
  readonly regulation?: string;
  readonly json?: true;
  readonly format: 'text' | 'tap' | 'junit';
  readonly color?: boolean;
  readonly watch?: true;
}

/** `test`: scenarios held to the rules. */
export function addTest(cli: Cli): void {
  const say = SCENARIOS[cli.lang];
  jsonOrFormat(cli, ofRegulation(cli, spoken(cli, cli.program.command('test').description(say.describe))))
    .argument('<path...>', say.paths)
    .addOption(new Option('--format <format>', cli.say.format).choices(['text', 'tap', 'junit']).default('text'))
    .option('--json', cli.say.jsonList)
    .option('--no-color', cli.say.noColor)
    .option('--watch', say.watch)
    .action(async (paths: string[], options: TestOptions) => {
      const run = () => {
        const tested = testAll(paths, regulationFrom(options.regulation));
        if (options.json === undefined) told(tested.faults, options.lang);
        write(shown(tested, options));
        cli.exit(codeOf(tested));
      };
      if (options.watch === undefined) run();
      else
        await onChange([...paths, ...(options.regulation === undefined ? [] : [options.regulation])], () => {
          run();
          write(SCENARIOS[options.lang].watching);
        });
    });
}

function testAll(paths: readonly string[], regulation: Regulation): Tested {
  const tested = paths.map((path) => testScenarios(path, regulation));
  return {
    outcomes: tested.flatMap(({ outcomes }) => outcomes),
    faults: tested.flatMap(({ faults }) => faults),
  };
}

const codeOf = ({ outcomes, faults }: Tested): number =>
  worse(
    faults.length + outcomes.flatMap((outcome) => outcome.faults).length > 0 ? EXIT.data : EXIT.clear,
    outcomes.every(hasPassed) ? EXIT.clear : EXIT.triggered,
  );

function shown({ outcomes, faults }: Tested, { json, format, lang, color }: TestOptions): string {
  if (json) return JSON.stringify({ scenarios: outcomes.map(inJson), faults });
  if (format === 'tap') return tap(outcomes, lang);
  if (format === 'junit') return junit(outcomes, lang);
  const say = SCENARIOS[lang];
  const page = { format, lang, ...(color !== undefined && { color }) } as const;
  const failures = outcomes
    .filter((outcome) => !hasPassed(outcome))
    .map((outcome) => `${print(scenarioPage(outcome, { lang }), page).trimEnd()}\n`);
  const tables = tablesOf(outcomes);
  const passed = outcomes.filter(hasPassed).length;
  return [
    ...failures,
    ...tables.map((table) => say.table(table.file, table)),
    outcomes.length + faults.length === 0
      ? say.nothing
      : say.summary({ passed, failed: outcomes.length - passed }, faults.length),
  ].join('\n');
}

const inJson = (outcome: Outcome) => {
  const { scenario, differences, faults } = outcome;
  const { file, line, row } = scenario;
  return { name: row.name, file, line, passed: hasPassed(outcome), differences, faults };
};
