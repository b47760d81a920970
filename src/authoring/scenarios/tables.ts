import { statSync } from 'node:fs';
import { join } from 'node:path';
import { regulation as shipped } from '../../../rules/generated/regulation.js';
import type { Diagnostic } from '../../diagnostics/diagnostics.js';
import type { Regulation } from '../../regulation/schema.js';
import { readRegulation } from '../load.js';
import { existsInside, rulesInside } from '../read-inside.js';
import { readScenarios } from './read.js';
import { type Outcome, scenarioRunner } from './run.js';

/** Tables of scenarios that have been run. */
export interface Tested {
  /** To which they were held. */
  readonly regulation: Regulation;
  readonly outcomes: readonly Outcome[];
  /** What is wrong with tables, and with a folder of rules that they stand in: what is at fault is not run. */
  readonly faults: readonly Diagnostic[];
}

/**
 * Runs the scenarios of a table, of a folder of tables, or of a folder of rules, whose `scenarios/` are held to those
 * rules.
 *
 * @param regulation by which a table is judged that stands in no folder of rules; the shipped one by default
 * @example
 * const { outcomes, faults } = testScenarios('rules');
 */
export function testScenarios(path: string, regulation: Regulation = shipped): Tested {
  const { files, rules, faults } = tablesAt(path, regulation);
  const run = scenarioRunner(rules);
  const tables = files.map((file) => readScenarios(file, rules));
  return {
    regulation: rules,
    outcomes: tables.flatMap(({ scenarios }) => scenarios.map(run)),
    faults: [...faults, ...tables.flatMap((table) => table.faults)],
  };
}

/** The tables at a path, and the regulation that they are held to. */
export function tablesAt(
  path: string,
  regulation: Regulation,
): { readonly files: readonly string[]; readonly rules: Regulation; readonly faults: readonly Diagnostic[] } {
  if (!isFolder(path)) return { files: [path], rules: regulation, faults: [] };
  const inFolder = (found: readonly Diagnostic[]) =>
    found.map((fault) => ({ ...fault, file: join(path, fault.file ?? '') }));
  const isOfRules = existsInside(path, 'regulation.yaml');
  const loaded = isOfRules ? readRegulation(path) : { regulation, faults: [] };
  const found = rulesInside(path, isOfRules ? 'scenarios' : '.');
  const faults = inFolder([...loaded.faults, ...('faults' in found ? found.faults : [])]);
  if (!loaded.regulation || 'faults' in found) return { files: [], rules: regulation, faults };
  return { files: found.names.map((name) => join(path, name)), rules: loaded.regulation, faults };
}

/** What is not there is told as it is read. */
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
