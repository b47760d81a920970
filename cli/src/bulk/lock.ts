import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { type Diagnostic, ZerenzhiError } from 'zerenzhi';
import { faultOf, reasonOf } from '../faults.js';
import { writeNew } from '../whole-file.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Keeps a second run from writing the same files. What is answered gives them free again, and so does the end of the
 * process, unless it is killed outright: then the lock stays, and whoever comes next is told whose it was.
 */
export function lock(file: string): () => void {
  try {
    writeNew(file, String(process.pid));
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') throw error;
    throw new ZerenzhiError([held(file)]);
  }
  const remove = () => rmSync(file, { force: true });
  const stop = (signal: (typeof SIGNALS)[number]) => process.exit(128 + constants.signals[signal]);
  process.once('exit', remove);
  for (const signal of SIGNALS) process.once(signal, stop);
  return () => {
    process.off('exit', remove);
    for (const signal of SIGNALS) process.off(signal, stop);
    remove();
  };
}

/** Only a lock may be deleted: of anything else that has its name no run says so. */
function held(file: string): Diagnostic {
  if (!lstatSync(file).isFile()) return faultOf('file/not-plain', file);
  const owner = readFileSync(file, 'utf8').trim();
  return /^\d+$/.test(owner) ? faultOf('file/locked', file, { value: Number(owner) }) : faultOf('file/exists', file);
}
