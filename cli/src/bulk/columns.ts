import { type Diagnostic, regulation } from 'zerenzhi';
import { fileDiagnostic } from 'zerenzhi/authoring';
import { incidentFacts } from 'zerenzhi/inquiry';

// Tables name facts in columns: `attack.tampered`, `findings.major-impact`. An empty cell is unknown; members of a set
// are parted by `|`.
const PLAIN = ['format', 'id', 'title', 'source', 'unit', 'system', 'parties'];
const PLAIN_TYPES: { readonly [column: string]: 'number' | 'set' } = { format: 'number', parties: 'set' };
type Facts = { [key: string]: unknown };

const facts = new Map(incidentFacts(regulation));
const FINDING = 'findings.';
const COLUMNS = [...PLAIN, ...facts.keys(), ...Object.keys(regulation.terms).map((term) => FINDING + term)];

/** What is wrong with the columns of a table: a name that is nothing an incident has, a name that stands twice. */
export const columnFaults = (columns: readonly string[]): Diagnostic[] =>
  columns.flatMap((column, i) => {
    if (!COLUMNS.includes(column))
      return [fileDiagnostic('input/unknown-key', column, { value: column, among: COLUMNS })];
    return columns.indexOf(column) < i ? [fileDiagnostic('input/duplicate', column, { value: column })] : [];
  });

/** A row as an incident. Text that does not fit a column's type is left as it is, for the assessment to refuse. */
export function incidentOf(row: readonly (readonly [column: string, cell: unknown])[]): Facts {
  const incident: Facts = {};
  for (const [column, cell] of row) {
    if (cell === undefined || cell === null || cell === '') continue;
    const value = typeof cell === 'string' ? read(column, cell) : cell;
    if (column === 'unit' || column === 'system') {
      incident[`${column}s`] = [{ id: value }];
      continue;
    }
    const keys = column.startsWith(FINDING) ? ['findings', column.slice(FINDING.length)] : column.split('.');
    let at = incident;
    for (const key of keys.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Facts;
    }
    at[keys.at(-1) as string] = value;
  }
  return incident;
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

function read(column: string, cell: string): unknown {
  const type = column.startsWith(FINDING) ? 'boolean' : (PLAIN_TYPES[column] ?? facts.get(column)?.type);
  // Asked about, and nobody knows.
  if (cell === 'unknown' && facts.has(column)) return null;
  if (type === 'boolean') return cell === 'true' ? true : cell === 'false' ? false : cell;
  // More than a number can hold is no number.
  if (type === 'number') return NUMBER.test(cell) && Number.isFinite(Number(cell)) ? Number(cell) : cell;
  // `[]` is a set known to be empty.
  const members = cell === '[]' ? [] : cell.split('|');
  if (column === 'parties') return members.map((id) => ({ id }));
  if (type === 'set') return members;
  return cell;
}
