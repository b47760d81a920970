import { describe, test } from 'vitest';
import { regulation as shipped } from '../../rules/generated/regulation.js';
import { scenarioPage } from '../authoring/scenarios/failure.js';
import { hasPassed, scenarioRunner } from '../authoring/scenarios/run.js';
import { tablesAt } from '../authoring/scenarios/tables.js';
import { refuse } from '../diagnostics/diagnostics.js';
import type { Lang } from '../language.js';
import type { Regulation } from '../regulation/schema.js';
import { renderText } from '../report/render/text.js';

export type { AssessmentMatchers } from './matchers.js';
export { matchers } from './matchers.js';

export interface ScenarioOptions {
  /** By which tables are judged that stand in no folder of rules; the shipped one by default. */
  readonly regulation?: Regulation;
  /** In which a failure is told; `zh` by default. */
  readonly lang?: Lang;
}

/**
 * Makes a test of each scenario of a table, of a folder of tables, or of a folder of rules with `scenarios/`, as
 * `zerenzhi test` runs them. One that fails tells its line, the proof and the words lit by it.
 *
 * @throws ZerenzhiError with every fault of the tables, before any test is run
 * @example
 * describeScenarios('interpretations');
 */
export function describeScenarios(path: string, { regulation = shipped, lang = 'zh' }: ScenarioOptions = {}): void {
  const { tables, rules, faults } = tablesAt(path, regulation);
  refuse(faults);
  const run = scenarioRunner(rules);
  for (const { file, scenarios } of tables)
    describe(file, () => {
      for (const scenario of scenarios)
        test(scenario.row.name, () => {
          const outcome = run(scenario);
          if (hasPassed(outcome)) return;
          throw new Error(renderText(scenarioPage(outcome, { lang })));
        });
    });
}
