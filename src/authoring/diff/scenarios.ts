import type { Diagnostic } from '../../diagnostics/diagnostics.js';
import type { Regulation } from '../../regulation/schema.js';
import type { Difference } from '../scenarios/differences.js';
import { readScenarios } from '../scenarios/read.js';
import { scenarioRunner } from '../scenarios/run.js';
import { tablesAt } from '../scenarios/tables.js';
import { wordFaults } from '../scenarios/words.js';
import { refuseUnchecked } from './checked.js';

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
 * The scenarios of a folder of rules that hold by these and not by other rules.
 *
 * @throws ZerenzhiError if the other regulation was not checked
 * @example
 * const turned = diffScenarios('rules', loadRegulation('amended'));
 */
export function diffScenarios(folder: string, after: Regulation): ScenarioDiff[] {
  const { files, rules: before } = tablesAt(folder, after);
  refuseUnchecked(before, after);
  const [was, is] = [scenarioRunner(before), scenarioRunner(after)];
  const scenarios = files.flatMap((file) => readScenarios(file, before).scenarios);
  return scenarios.flatMap((scenario) => {
    const held = was(scenario);
    if (held.differences.length + held.faults.length > 0) return [];
    const { differences, faults } = is(scenario);
    const all = [...wordFaults(scenario.row, after).map((fault) => scenario.locate(fault)), ...faults];
    const { file, line, row } = scenario;
    return differences.length + all.length === 0 ? [] : [{ file, line, name: row.name, differences, faults: all }];
  });
}
