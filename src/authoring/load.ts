import { type Diagnostic, refuse, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { plainCopy } from '../diagnostics/plain-data.js';
import { digestOf } from '../regulation/canonical.js';
import { markChecked } from '../regulation/checked.js';
import { inShort } from '../regulation/in-short.js';
import type { Regulation } from '../regulation/schema.js';
import { checkRegulation } from './check/check.js';
import { readFolder } from './folder.js';
import { textFaults } from './texts.js';

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
export function readRegulation(folder: string): Loaded {
  const { whole, absent, faults: unread, locate } = readFolder(folder);
  const faults = [...unread, ...checkRegulation(whole, absent).map(locate)];
  if (faults.length > 0) return { faults };
  const regulation = checked(whole as Regulation);
  const text = textFaults(regulation, folder);
  return text.length > 0 ? { faults: text } : { regulation, faults: [] };
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
