import { Option } from 'commander';
import { ZerenzhiError } from 'zerenzhi';
import { type Coverage, hasPassed, type Outcome, scenarioPage, type Tested, testScenarios } from 'zerenzhi/authoring';
import { told } from '../each.js';
import { EXIT, worse } from '../exit.js';
import { SCENARIOS } from '../messages/scenarios.js';
import { type Cli, jsonOrFormat, ofRegulation, type Spoken, spoken } from '../options.js';
import { print, write } from '../output.js';
import { regulationFrom } from '../regulation.js';
import { coverageLines, coveragesOf } from '../scenarios/coverage.js';
import { junit } from '../scenarios/junit.js';
import { tablesOf } from '../scenarios/tables.js';
import { tap } from '../scenarios/tap.js';
import { onChange } from '../scenarios/watch.js';

interface TestOptions extends Spoken {
  readonly regulation?: string;
  readonly json?: true;
  readonly format: 'text' | 'tap' | 'junit';
  readonly color?: boolean;
  readonly watch?: true;
  readonly coverage?: true;
  readonly cases?: readonly string[];
}

/** `test`: scenarios held to the rules. */
export function addTest(cli: Cli): void {
  const say = SCENARIOS[cli.lang];
  const command = cli.program.command('test').description(say.describe);
  command.hook('preAction', () => {
    const { cases, coverage, format } = command.opts<TestOptions>();
    if ((cases && !coverage) || (coverage && format !== 'text'))
      command.error(say.onlyCoverage, { exitCode: EXIT.usage });
  });
  jsonOrFormat(cli, ofRegulation(cli, spoken(cli, command)))
    .argument('<path...>', say.paths)
    .addOption(new Option('--format <format>', cli.say.format).choices(['text', 'tap', 'junit']).default('text'))
    .option('--json', cli.say.jsonList)
    .option('--no-color', cli.say.noColor)
    .option('--coverage', say.coverage)
    .option('--watch', say.watch)
    .option('--cases <file...>', say.cases)
    .action(async (paths: string[], options: TestOptions) => {
      const run = async () => {
        const regulation = regulationFrom(options.regulation);
        const tested = paths.map((path) => testScenarios(path, regulation));
        const all = {
          outcomes: tested.flatMap(({ outcomes }) => outcomes),
          faults: tested.flatMap(({ faults }) => faults),
        };
        const covered = options.coverage ? await coveragesOf(tested, options.cases ?? []) : [];
        if (options.json === undefined) told(all.faults, options.lang);
        write(shown(all, covered, options));
        cli.exit(codeOf(all));
      };
      if (options.watch === undefined) await run();
      else
        await onChange([...paths, ...(options.regulation === undefined ? [] : [options.regulation])], async () => {
          // Rules are at fault again and again while they are written.
          await run().catch((error: unknown) => {
            if (!(error instanceof ZerenzhiError)) throw error;
            told(error.diagnostics, options.lang);
          });
          write(SCENARIOS[options.lang].watching);
        });
    });
}

type All = Pick<Tested, 'outcomes' | 'faults'>;

/** Where nothing was run, nothing holds. */
const codeOf = ({ outcomes, faults }: All): number =>
  worse(
    outcomes.length === 0 || faults.length + outcomes.flatMap((outcome) => outcome.faults).length > 0
      ? EXIT.data
      : EXIT.clear,
    outcomes.every(hasPassed) ? EXIT.clear : EXIT.triggered,
  );

function shown({ outcomes, faults }: All, covered: readonly Coverage[], options: TestOptions): string {
  const { json, format, lang, color, coverage } = options;
  if (json) return JSON.stringify({ scenarios: outcomes.map(inJson), faults, ...(coverage && { coverage: covered }) });
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
    ...covered.flatMap((each) => coverageLines(each, lang)),
  ].join('\n');
}

const inJson = (outcome: Outcome) => {
  const { scenario, differences, faults } = outcome;
  const { file, line, row } = scenario;
  return { name: row.name, file, line, passed: hasPassed(outcome), differences, faults };
};
