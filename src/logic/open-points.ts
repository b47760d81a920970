import { operands } from './formula.js';
import type { Reason } from './reason.js';

/** An input that is open: a fact to find, a term to fix or find, a ruling to ask for, a date of law to establish. */
export interface OpenInput {
  readonly kind: 'fact' | 'term' | 'ruling' | 'issue-date';
  readonly id: string;
}
type TermReason = Extract<Reason, { readonly kind: 'term' }>;
type OpenInputs = Map<string, OpenInput>;

/** The open inputs that keep a reason undetermined; none where it is met or unmet. */
export function openInputs(reason: Reason): OpenInput[] {
  const found: OpenInputs = new Map();
  collect(reason, found);
  return [...found.values()];
}

function collect(reason: Reason, found: OpenInputs, withFloors = true): void {
  if (reason.truth !== 'undetermined') return;
  switch (reason.kind) {
    case 'fact':
      for (const id of reason.missing ?? []) add(found, { kind: 'fact', id });
      return;
    case 'commencement':
      add(found, { kind: 'issue-date', id: 'issue-date' });
      return;
    case 'floor':
      if (!withFloors) return;
      break;
    case 'epochs':
      for (const id of reason.missing) add(found, { kind: 'fact', id });
      break;
    case 'term':
      return collectTerm(reason, found);
    case 'question':
      return collectReadings(reason.question, operands(reason), found, withFloors);
  }
  for (const part of operands(reason)) collect(part, found, withFloors);
}

/**
 * Without a measure the term itself is open; with one, what is measured. Nobody needs to be asked for a floor while
 * either can settle it.
 */
function collectTerm(reason: TermReason, found: OpenInputs): void {
  const settling: OpenInputs = new Map();
  if (reason.by === 'none') add(settling, { kind: 'term', id: reason.term });
  for (const part of operands(reason)) collect(part, settling, false);
  if (settling.size === 0) for (const part of operands(reason)) collect(part, settling);
  for (const input of settling.values()) add(found, input);
}

/**
 * Which reading holds is open where they come out differently, and where all are open but wait for different things.
 */
function collectReadings(question: string, readings: readonly Reason[], found: OpenInputs, withFloors: boolean): void {
  const waiting = readings.map((reading) => {
    const of: OpenInputs = new Map();
    collect(reading, of, withFloors);
    return of;
  });
  const [first, ...others] = waiting;
  if (new Set(readings.map(({ truth }) => truth)).size > 1 || others.some((of) => differ(of, first as OpenInputs)))
    add(found, { kind: 'ruling', id: question });
  for (const of of waiting) for (const input of of.values()) add(found, input);
}

function add(found: OpenInputs, input: OpenInput): void {
  found.set(`${input.kind}:${input.id}`, input);
}

const differ = (a: OpenInputs, b: OpenInputs): boolean => a.size !== b.size || [...a.keys()].some((key) => !b.has(key));
