import type { Regulation } from '../regulation/schema.js';
import type { InputChange } from './comparison.js';
import { differencesOf } from './differences.js';
import { type Input, type Inputs, inputsOf, type Made } from './inputs.js';

/** What was put into two assessments, and what of it differs. */
export interface Apart {
  readonly before: Inputs;
  readonly now: Inputs;
  readonly changes: readonly InputChange[];
}

export function apart(before: Made, now: Made, regulation: Regulation): Apart {
  // Where only one side has a register, that is one change and not as many as it has entries.
  const byEntry = before.input.organization !== undefined && now.input.organization !== undefined;
  const [was, is] = [inputsOf(before, regulation, byEntry), inputsOf(now, regulation, byEntry)];
  const keys = [...new Set([...is.keys(), ...was.keys()])];
  return { before: was, now: is, changes: keys.flatMap((key) => changeOf(key, was.get(key), is.get(key))) };
}

function changeOf(key: string, was: Input | undefined, is: Input | undefined): InputChange[] {
  const { kind, id, of } = (is ?? was) as Input;
  if (differencesOf(was?.value, is?.value).length === 0) return [];
  const change = unsaid(was) ? 'added' : unsaid(is) ? 'withdrawn' : 'corrected';
  return [
    {
      key,
      kind,
      id,
      ...(of && { of }),
      change,
      ...(was && { before: was.value }),
      ...(is && { now: is.value }),
    },
  ];
}

/** That something is not known tells nothing of it. */
const unsaid = (input: Input | undefined): boolean => input === undefined || input.value === null;

/** Inputs with one of them as it is among others, or gone as it is there. */
export function withOne(inputs: Inputs, key: string, from: Inputs): Inputs {
  const copy = new Map(inputs);
  const other = from.get(key);
  if (other) copy.set(key, other);
  else copy.delete(key);
  return copy;
}
