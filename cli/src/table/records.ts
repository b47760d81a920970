import type { Diagnostic } from 'zerenzhi';
import { fileDiagnostic } from 'zerenzhi/authoring';
import { readCell } from './cells.js';
import type { Heading } from './headings.js';

/**
 * One record of a large input: its place, its text as it stood, and its incident unless the text is JSON of it, or what
 * kept it from being one.
 */
export interface SourceRecord {
  readonly line?: number;
  readonly text: string;
  readonly incident?: object;
  readonly faults?: readonly Diagnostic[];
}
export interface RecordSource {
  /** How much there is, in the unit that `done` counts. */
  readonly total: number;
  /** It was read as GB 18030, which nothing in it says. */
  readonly guessed?: true;
  done(): number;
  /** Records and faulty ones, in the order of the input; they can be read once. */
  records(): AsyncIterable<SourceRecord>;
}
/** The records of a table, and its headings. */
export interface Table extends RecordSource {
  readonly headings: readonly Heading[];
}

/** A row of a table, or what is wrong with it; nothing where all its cells are empty. */
export function recordOf(
  headings: readonly Heading[],
  cells: readonly unknown[],
): Pick<SourceRecord, 'incident' | 'faults'> | undefined {
  if (cells.every(isBlank)) return undefined;
  const incident: { [key: string]: unknown } = {};
  const faults: Diagnostic[] = [];
  const filled: Heading[] = [];
  headings.forEach((heading, i) => {
    const { text, column } = heading;
    const cell = cells[i];
    const told = (fault: Diagnostic) => faults.push({ ...fault, path: text, column: i + 1 });
    if (!column) {
      if (!isBlank(cell)) told(fileDiagnostic('table/no-heading', text, { value: cell }));
      return;
    }
    const read = readCell(column, cell);
    if ('fault' in read) told(read.fault);
    else if (read.value !== undefined && !put(incident, column.path, read.value)) {
      const other = filled.find((one) => isWithin(one, heading) || isWithin(heading, one));
      told(fileDiagnostic('table/one-of', text, { expected: other?.text ?? '' }));
    } else if (read.value !== undefined) filled.push(heading);
  });
  return faults.length > 0 ? { faults } : { incident };
}

const isBlank = (cell: unknown): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');

/** Whether one column is of a part of what the other is of. */
const isWithin = (part: Heading, whole: Heading): boolean =>
  part.column?.part !== undefined && part.column.path.slice(0, -1).join('.') === whole.column?.path.join('.');

/** Puts a value under some keys, unless something else stands there or on the way there. */
function put(record: { [key: string]: unknown }, path: readonly string[], value: unknown): boolean {
  let at = record;
  for (const key of path.slice(0, -1)) {
    if (!Object.hasOwn(at, key)) at[key] = {};
    const inner = at[key];
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return false;
    at = inner as { [key: string]: unknown };
  }
  const last = path.at(-1) as string;
  if (Object.hasOwn(at, last)) return false;
  at[last] = value;
  return true;
}
