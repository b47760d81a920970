import { join } from 'node:path';
import { type Diagnostic, diagnostic, refuse, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { plainCopy } from '../diagnostics/plain-data.js';
import { digestOf } from '../regulation/canonical.js';
import { markChecked } from '../regulation/checked.js';
import { inShort } from '../regulation/in-short.js';
import type { Regulation } from '../regulation/schema.js';
import { checkRegulation, faultsIn } from './check/check.js';
import { readFolder } from './folder.js';
import { lint } from './lint.js';
import { rulesInside } from './read-inside.js';
import { readScenarios } from './scenarios/read.js';
import { type Checksum, checksumsIn, textFaults } from './texts.js';

/** A regulation read from a folder of rule files, or every fault found in them. */
export interface Loaded {
  readonly regulation?: Regulation;
  readonly faults: readonly Diagnostic[];
}

/**
 * Reads a folder of rule files (`regulation.yaml`, `facts.yaml`, `terms.yaml`, `questions.yaml`, `profiles/`,
 * `articles/`, a file for each version of an article) and checks the whole: shape, names, quotes, the ledger, and the
 * text against `official.txt` and `official.<day>.txt` of later editions, where the folder has them.
 *
 * @returns the regulation, or all faults with file, line and column
 * @example
 * const { regulation, faults } = readRegulation('rules');
 */
export const readRegulation = (folder: string): Loaded => read(folder).loaded;

/** A folder of rule files, read as an author has it read. */
export interface Checked extends Loaded {
  /** What is allowed and seldom meant. */
  readonly notes: readonly Diagnostic[];
  /** The checksums of the official texts in the folder. */
  readonly checksums: readonly Checksum[];
}

/**
 * Checks a folder of rule files as `readRegulation` does, with its `scenarios/`, and looks for what is allowed and
 * seldom meant.
 *
 * @example
 * const { faults, notes, checksums } = checkFolder('rules');
 */
export function checkFolder(folder: string): Checked {
  const { loaded, locate } = read(folder);
  const { regulation } = loaded;
  return {
    ...loaded,
    // A scenario can be read only by rules that hold together.
    ...(regulation && { faults: scenarioFaults(folder, regulation) }),
    notes: regulation ? lint(regulation).map(locate) : [],
    checksums: checksumsIn(folder),
  };
}

function scenarioFaults(folder: string, regulation: Regulation): readonly Diagnostic[] {
  const found = rulesInside(folder, 'scenarios');
  if ('faults' in found) return found.faults;
  return found.names.flatMap((name) => readScenarios(join(folder, name), regulation, name).faults);
}

function read(folder: string): { readonly loaded: Loaded; readonly locate: (fault: Diagnostic) => Diagnostic } {
  if (typeof folder !== 'string') {
    const fault = diagnostic('input/invalid-type', '', { value: typeof folder, expected: 'string' });
    return { loaded: { faults: [fault] }, locate: (each) => each };
  }
  const { whole, absent, faults: unread, locate } = readFolder(folder);
  const { shape, meaning } = faultsIn(whole, absent);
  // The text can be put together from articles that are all there.
  const isWhole = absent.length + shape.length === 0;
  const texts = isWhole ? textFaults(whole as Regulation, folder) : [];
  const faults = [
    ...unread,
    ...[...shape, ...meaning].map(locate),
    ...texts.map((fault) => (fault.file === undefined ? locate(fault) : fault)),
  ];
  if (faults.length > 0) return { loaded: { faults }, locate };
  return { loaded: { regulation: checked(whole as Regulation), faults }, locate };
}

/** The regulation of a folder; throws `ZerenzhiError` with all faults if it has any. */
export function loadRegulation(folder: string): Regulation {
  const { regulation, faults } = readRegulation(folder);
  if (!regulation) throw new ZerenzhiError(faults);
  return regulation;
}

/**
 * A regulation given as data, checked whole; `createPolicy` takes no other. It is copied and cannot be changed.
 *
 * @throws ZerenzhiError with every fault
 * @example
 * const policy = createPolicy({ regulation: regulationOf(JSON.parse(text)) });
 */
export function regulationOf(value: unknown): Regulation {
  const { copy, faults } = plainCopy(value);
  refuse(faults.length > 0 ? faults : checkRegulation(copy));
  return checked(copy as Regulation);
}

const checked = (regulation: Regulation): Regulation => markChecked(regulation, digestOf(inShort(regulation)));
