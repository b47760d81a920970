import { type Diagnostic, refuse, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { plainCopy } from '../diagnostics/plain-data.js';
import { digestOf } from '../regulation/canonical.js';
import { markChecked } from '../regulation/checked.js';
import { inShort } from '../regulation/in-short.js';
import type { Regulation } from '../regulation/schema.js';
import { checkRegulation, faultsIn } from './check/check.js';
import type { FileSystem, Files } from './files/file-system.js';
import { pathFaults, rulesInside, systemOf } from './files/read.js';
import { readFolder } from './folder.js';
import { lint } from './lint.js';
import { readTable } from './scenarios/read.js';
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
 * @param files in which the folder stands; the disk by default
 * @returns the regulation, or all faults with file, line and column
 * @throws ZerenzhiError if `files` are none
 * @example
 * const { regulation, faults } = readRegulation('rules');
 * const given = readRegulation('rules', { 'rules/regulation.yaml': text });
 */
export const readRegulation = (folder: string, files?: Files): Loaded => readRules(systemOf(files), folder).loaded;

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
 * @param files in which the folder stands; the disk by default
 * @throws ZerenzhiError if `files` are none
 * @example
 * const { faults, notes, checksums } = checkFolder('rules');
 */
export function checkFolder(folder: string, files?: Files): Checked {
  const fs = systemOf(files);
  const { loaded, locate } = readRules(fs, folder);
  const { regulation } = loaded;
  return {
    ...loaded,
    // A scenario can be read only by rules that hold together.
    ...(regulation && { faults: scenarioFaults(fs, folder, regulation) }),
    notes: regulation ? lint(regulation).map(locate) : [],
    checksums: checksumsIn(fs, folder),
  };
}

function scenarioFaults(fs: FileSystem, folder: string, regulation: Regulation): readonly Diagnostic[] {
  const found = rulesInside(fs, folder, 'scenarios');
  if ('faults' in found) return found.faults;
  return found.names.flatMap((name) => readTable(fs, fs.join(folder, name), regulation, name).faults);
}

/** The same, with what finds the place of a fault. */
export function readRules(
  fs: FileSystem,
  folder: string,
): { readonly loaded: Loaded; readonly locate: (fault: Diagnostic) => Diagnostic } {
  const noPath = pathFaults(folder);
  if (noPath.length > 0) return { loaded: { faults: noPath }, locate: (each) => each };
  const { whole, absent, faults: unread, locate } = readFolder(fs, folder);
  const { shape, meaning } = faultsIn(whole, absent);
  // The text can be put together from articles that are all there.
  const isWhole = absent.length + shape.length === 0;
  const texts = isWhole ? textFaults(whole as Regulation, fs, folder) : [];
  const faults = [
    ...unread,
    ...[...shape, ...meaning].map(locate),
    ...texts.map((fault) => (fault.file === undefined ? locate(fault) : fault)),
  ];
  if (faults.length > 0) return { loaded: { faults }, locate };
  return { loaded: { regulation: checked(whole as Regulation), faults }, locate };
}

/** The regulation of a folder, as `readRegulation` reads it; throws `ZerenzhiError` with all faults if it has any. */
export function loadRegulation(folder: string, files?: Files): Regulation {
  const { regulation, faults } = readRegulation(folder, files);
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
