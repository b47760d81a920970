import { readFileSync } from 'node:fs';
import { ZerenzhiError } from 'zerenzhi';
import * as z from 'zod/mini';
import { faultOf } from '../faults.js';
import { exists, writeWhole } from '../whole-file.js';
import { OUTCOMES } from './counts.js';

const count = z.int().check(z.nonnegative());
const schema = z.strictObject({
  /** Of the input, the setting and the rules: a run goes on only as it began. */
  run: z.string(),
  asOf: z.string(),
  records: count,
  /** The bytes of each file that are whole. */
  results: count,
  rejects: count,
  counts: z.record(z.enum(OUTCOMES), count),
});

/** How far a run has come: what stands in its two files up to these lengths is whole. */
export type Checkpoint = Readonly<z.infer<typeof schema>>;

/** The checkpoint that an interrupted run left, if it left one. */
export function readCheckpoint(file: string): Checkpoint | undefined {
  if (!exists(file)) return undefined;
  const read = schema.safeParse(parsed(readFileSync(file, 'utf8')));
  if (!read.success) throw new ZerenzhiError([faultOf('file/not-a-checkpoint', file)]);
  return read.data;
}

/** The old one stands until the new one is whole and on the disk. */
export const saveCheckpoint = (file: string, checkpoint: Checkpoint, replace: boolean): void =>
  writeWhole({ file, replace }, JSON.stringify(checkpoint));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
