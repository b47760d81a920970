import { regulation as shipped } from '../../../rules/generated/regulation.js';
import { type Diagnostic, refuse } from '../../diagnostics/diagnostics.js';
import type { Regulation } from '../../regulation/schema.js';
import type { FileSystem, Files } from '../files/file-system.js';
import { pathFaults, rulesInside, systemOf } from '../files/read.js';
import { readRules } from '../load.js';
import { refuseUnchecked } from '../refuse-unchecked.js';
import { readTable, type Scenario } from './read.js';
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
 * @param files in which the path leads to them, and in which the documents stand that they name; the disk by default
 * @throws ZerenzhiError if the regulation was not checked, or `files` are none
 * @example
 * const { outcomes, faults } = testScenarios('rules');
 */
export function testScenarios(path: string, regulation: Regulation = shipped, files?: Files): Tested {
  const { tables, rules, faults } = tablesAt(path, regulation, files);
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
export function tablesAt(path: string, regulation: Regulation, files?: Files): Tables {
  refuseUnchecked({ regulation });
  refuse(pathFaults(path));
  const fs = systemOf(files);
  if (!fs.isFolder(path)) return readTables(fs, [path], regulation);
  const inFolder = (found: readonly Diagnostic[]) =>
    found.map((fault) => ({ ...fault, file: fs.join(path, fault.file ?? '') }));
  const isOfRules = fs.exists(fs.join(path, 'regulation.yaml'));
  const loaded = isOfRules ? readRules(fs, path).loaded : { regulation, faults: [] };
  const found = rulesInside(fs, path, isOfRules ? 'scenarios' : '.');
  const faults = inFolder([...loaded.faults, ...('faults' in found ? found.faults : [])]);
  if (!loaded.regulation || 'faults' in found) return { tables: [], rules: regulation, faults };
  return readTables(
    fs,
    found.names.map((name) => fs.join(path, name)),
    loaded.regulation,
  );
}

function readTables(fs: FileSystem, files: readonly string[], rules: Regulation): Tables {
  const read = files.map((file) => ({ file, ...readTable(fs, file, rules) }));
  return { tables: read, rules, faults: read.flatMap(({ faults }) => faults) };
}
