import { statSync } from 'node:fs';
import { join } from 'node:path';
import { regulation as shipped } from '../../../rules/generated/regulation.js';
import { type Diagnostic, diagnostic, ZerenzhiError } from '../../diagnostics/diagnostics.js';
import type { Regulation } from '../../regulation/schema.js';
import { readRegulation } from '../load.js';
import { existsInside, rulesInside } from '../read-inside.js';
import { refuseUnchecked } from '../refuse-unchecked.js';
import { readScenarios, type Scenario } from './read.js';
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
 * @throws ZerenzhiError if the regulation was not checked
 * @example
 * const { outcomes, faults } = testScenarios('rules');
 */
export function testScenarios(path: string, regulation: Regulation = shipped): Tested {
  const { tables, rules, faults } = tablesAt(path, regulation);
  const run = scenarioRunner(rules);
  return { regulation: rules, outcomes: tables.flatMap(({ scenarios }) => scenarios.map(run)), faults };
}

/** Tables as they were read, and the regulation that they are held to. */
interface Tables {
  readonly tables: readonly { readonly file: string; readonly scenarios: readonly Scenario[] }[];
  readonly rules: Regulation;
  readonly faults: readonly Diagnostic[];
}

/** The tables at a path. */
export function tablesAt(path: string, regulation: Regulation): Tables {
  refuseUnchecked({ regulation });
  if (typeof path !== 'string')
    throw new ZerenzhiError([diagnostic('input/invalid-type', '', { value: typeof path, expected: 'string' })]);
  if (!isFolder(path)) return readTables([path], regulation);
  const inFolder = (found: readonly Diagnostic[]) =>
    found.map((fault) => ({ ...fault, file: join(path, fault.file ?? '') }));
  const isOfRules = existsInside(path, 'regulation.yaml');
  const loaded = isOfRules ? readRegulation(path) : { regulation, faults: [] };
  const found = rulesInside(path, isOfRules ? 'scenarios' : '.');
  const faults = inFolder([...loaded.faults, ...('faults' in found ? found.faults : [])]);
  if (!loaded.regulation || 'faults' in found) return { tables: [], rules: regulation, faults };
  return readTables(
    found.names.map((name) => join(path, name)),
    loaded.regulation,
  );
}

function readTables(files: readonly string[], rules: Regulation): Tables {
  const read = files.map((file) => ({ file, ...readScenarios(file, rules) }));
  return { tables: read, rules, faults: read.flatMap(({ faults }) => faults) };
}

/** What is not there is told as it is read. */
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
