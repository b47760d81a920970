import { children, type Reason } from './reason.js';

/** An input that is open: a fact to find, a term to fix or find, a ruling to ask for, a date of law to establish. */
export interface OpenInput {
  readonly kind: 'fact' | 'term' | 'ruling' | 'issue-date';
  readonly id: string;
}

/** The open inputs that keep a reason undetermined; none where it is met or unmet. */
export function openInputs(reason: Reason): OpenInput[] {
  const found = new Map<string, OpenInput>();
  collect(reason, (input) => found.set(`${input.kind}:${input.id}`, input));
  return [...found.values()];
}

function collect(reason: Reason, add: (input: OpenInput) => void): void {
  if (reason.truth !== 'undetermined') return;
  switch (reason.kind) {
    case 'fact':
      for (const id of reason.missing ?? []) add({ kind: 'fact', id });
      return;
    case 'commencement':
      add({ kind: 'issue-date', id: 'issue-date' });
      return;
    case 'epochs':
      for (const id of reason.missing) add({ kind: 'fact', id });
      break;
    case 'term':
      // Without a threshold the term itself is open; with one, what measures it.
      if (reason.by === 'none') add({ kind: 'term', id: reason.term });
      if (reason.by === 'none' && !reason.of) return;
      break;
    case 'question':
      if (reason.ruling !== undefined) return collect(reason.readings[reason.ruling] as Reason, add);
      if (new Set(Object.values(reason.readings).map((of) => of.truth)).size > 1 || differs(reason.readings)) add({ kind: 'ruling', id: reason.question });
      break;
  }
  for (const child of children(reason)) collect(child, add);
}

/** Readings that are all undetermined still differ when they wait for different things. */
function differs(readings: { readonly [reading: string]: Reason }): boolean {
  const keys = Object.values(readings).map((of) =>
    JSON.stringify(
      openInputs(of)
        .map(({ kind, id }) => `${kind}:${id}`)
        .sort(),
    ),
  );
  return new Set(keys).size > 1;
}
