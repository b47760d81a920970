import { type Diagnostic, ZerenzhiError } from 'zerenzhi';
import { fileDiagnostic } from 'zerenzhi/authoring';
import { COLUMNS, type Column } from './columns.js';
import { wordOf } from './words.js';

/** A column of a table under its heading; without a heading it may only be empty. */
export interface Heading {
  /** As it stands in the table. */
  readonly text: string;
  readonly column?: Column;
}

const namesOf = ({ id, label }: Column): string[] => [id, label.zh, label.en];
const byName = new Map(COLUMNS.flatMap((column) => namesOf(column).map((name) => [wordOf(name), column])));

/**
 * The headings of a table: columns by their ids, or by what the rules call them in Chinese or in English.
 *
 * @throws ZerenzhiError for each that is the name of nothing an incident has, or a second name of the same
 */
export function headingsOf(texts: readonly string[]): readonly Heading[] {
  const faults: Diagnostic[] = [];
  const first = new Map<Column, string>();
  const headings = texts.map((text, i): Heading => {
    if (text.trim() === '') return { text };
    const fault = (...[code, details]: readonly [Parameters<typeof fileDiagnostic>[0], object]) =>
      faults.push({ ...fileDiagnostic(code, text, { value: text, ...details }), column: i + 1 });
    const column = byName.get(wordOf(text));
    if (!column) {
      fault('input/unknown-key', { among: COLUMNS.flatMap(namesOf) });
      return { text };
    }
    const before = first.get(column);
    if (before === text) fault('input/duplicate', {});
    else if (before !== undefined) fault('table/same-column', { expected: before });
    first.set(column, before ?? text);
    return { text, column };
  });
  if (faults.length > 0) throw new ZerenzhiError(faults);
  return headings;
}

/** The position of the heading that has what stands at a place in an incident, if one has. */
export function headingAt(headings: readonly Heading[], place: string): number {
  const at = headings.map(({ column }) => column?.path.join('.'));
  const exact = at.indexOf(place);
  if (exact >= 0) return exact;
  const inside = at.findIndex(
    (path) => path !== undefined && (place.startsWith(`${path}.`) || place.startsWith(`${path}[`)),
  );
  return inside >= 0 ? inside : at.findIndex((path) => path?.startsWith(`${place}.`) && place !== '');
}
