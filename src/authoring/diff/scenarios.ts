import type { Diagnostic } from '../../diagnostics/diagnostics.js';
import { reading } from '../../diagnostics/reading.js';
import type { Regulation } from '../../regulation/schema.js';
import { refuseUnchecked } from '../refuse-unchecked.js';
import type { Difference } from '../scenarios/differences.js';
import { hasPassed, scenarioRunner } from '../scenarios/run.js';
import type { Tested } from '../scenarios/tables.js';
import { wordFaults } from '../scenarios/words.js';

/** A scenario that holds by one regulation and not by another. */
export interface ScenarioDiff {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly differences: readonly Difference[];
  /** Words that it rests on and the other text does not have, and why its documents are refused. */
  readonly faults: readonly Diagnostic[];
}

/**
 * Of scenarios that hold by the rules they were run by: those that do not by other rules.
 *
 * @throws ZerenzhiError if one of the regulations was not checked, or it is no outcome of scenarios
 * @example
 * const turned = diffScenarios(testScenarios('rules'), loadRegulation('amended'));
 */
export const diffScenarios = (tested: Tested, after: Regulation): ScenarioDiff[] =>
  reading(() => {
    const { regulation, outcomes } = tested;
    refuseUnchecked({ regulation, after });
    const run = scenarioRunner(after);
    return outcomes.filter(hasPassed).flatMap(({ scenario }) => {
      const outcome = run(scenario);
      const lost = wordFaults(scenario.row, after).map((fault) => scenario.locate(fault));
      const { differences } = outcome;
      const faults = [...lost, ...outcome.faults];
      const { file, line, row } = scenario;
      return hasPassed({ differences, faults }) ? [] : [{ file, line, name: row.name, differences, faults }];
    });
  });
