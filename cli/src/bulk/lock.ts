import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { ZerenzhiError } from 'zerenzhi';
import { faultOf } from '../faults.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Keeps a second run from writing the same files. What is answered gives them free again, and so does the end of the
 * process, unless it is killed outright: then the lock stays, and whoever comes next is told whose it was.
 */
export function lock(file: string): () => void {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new ZerenzhiError([faultOf('file/locked', file, { value: Number(readFileSync(file, 'utf8')) })]);
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
