import type { Diagnostic, Evidence } from 'zerenzhi';
import { fileDiagnostic } from 'zerenzhi/authoring';
import { regulationIn, reportsOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { ASSESS } from '../words/assess.js';
import { OBLIGATIONS_VIEW } from '../words/obligations.js';
import type { TableRow } from './table-file.js';
import { HEADINGS, type Heading, headingOf, wordOf } from './table-headings.js';

/** A piece of evidence with the row that it stands in, and what the table calls each of its parts. */
export interface FoundRow {
  readonly unit: string;
  readonly evidence: Evidence;
  readonly file: string;
  readonly line: number;
  readonly headings: { readonly [key: string]: string };
}

interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** The evidence in the rows of a table, under the first that is not empty; a row without a day is not filled in. */
export function evidenceIn(rows: readonly TableRow[], file: string, state: State, rules: Rules) {
  const faults: Diagnostic[] = [];
  const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const columns = new Map<Heading, number>();
  const headings: { [key: string]: string } = {};
  const fault = (line: number, path: string, ...[code, details]: Fault) =>
    faults.push({ ...fileDiagnostic(code, path, details), file, line });
  (head?.cells ?? []).forEach((text, i) => {
    if (text.trim() === '') return;
    const key = headingOf(text);
    const among = HEADINGS.map((each) => OBLIGATIONS_VIEW[state.lang].heading[each]);
    if (key === undefined) fault(head?.line ?? 1, text, 'input/unknown-key', { value: text, among });
    else if (columns.has(key)) fault(head?.line ?? 1, text, 'input/duplicate', { value: text });
    else columns.set(key, i);
    if (key) headings[key] = text;
  });
  for (const key of ['unit', 'obligation', 'on'] as const)
    if (!columns.has(key)) fault(head?.line ?? 1, OBLIGATIONS_VIEW[state.lang].heading[key], 'input/missing-key', {});
  if (faults.length > 0) return { faults, found: [] };

  const known = knownIn(state, rules);
  const found = body.flatMap(({ line, cells }): FoundRow[] => {
    const textAt = (key: Heading) => cells[columns.get(key) ?? -1]?.trim() ?? '';
    if (['on', 'until', 'ref', 'adequate'].every((key) => textAt(key as Heading) === '')) return [];
    const path = (key: Heading) => headings[key] ?? key;
    const idAt = (key: 'unit' | 'obligation' | 'system' | 'units', text = textAt(key)) => {
      const named = known[key].filter(({ id, names }) => [id, ...names].some((name) => wordOf(name) === wordOf(text)));
      const [only, ...others] = new Set(named.map(({ id }) => id));
      // A name of several is the name of none of them.
      if (text !== '' && others.length > 0)
        fault(line, path(key), 'input/unknown-value', { value: text, among: named.map(({ id }) => id) });
      return only ?? text;
    };
    const dayAt = (key: 'on' | 'until') => dayIn(textAt(key));
    const adequate = textAt('adequate') === '' ? undefined : answerOf(textAt('adequate'));
    if (adequate === 'none')
      fault(line, path('adequate'), 'table/yes-or-no', { value: textAt('adequate'), expected: '' });
    const towards = textAt('units')
      .split(/[|｜、;；,，]/)
      .flatMap((text) => (text.trim() === '' ? [] : [idAt('units', text.trim())]));
    const given = {
      obligation: idAt('obligation'),
      system: idAt('system'),
      units: towards.length > 0 ? towards : '',
      activity: textAt('activity'),
      notice: textAt('notice'),
      on: dayAt('on'),
      until: textAt('until') === '' ? '' : dayAt('until'),
      ref: textAt('ref'),
      adequate: adequate ?? '',
    };
    const evidence = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    if (textAt('unit') === '') fault(line, path('unit'), 'input/missing-key', {});
    return [{ unit: idAt('unit'), evidence: evidence as unknown as Evidence, file, line, headings }];
  });
  return { faults, found };
}

type Fault = [code: Parameters<typeof fileDiagnostic>[0], details: NonNullable<Parameters<typeof fileDiagnostic>[2]>];

/** A day as spreadsheets and people write it; what is none is left as it stands, for the library to refuse. */
function dayIn(text: string): string {
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').replaceAll(/\s/g, '')) ?? [];
  return year === undefined ? text : [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

function answerOf(text: string): boolean | 'none' {
  const languages = ['zh', 'en'] as const;
  const said = (value: 'true' | 'false', word: 'yes' | 'no') =>
    [value, ...languages.flatMap((lang) => [OBLIGATIONS_VIEW[lang].adequate[value], ASSESS[lang][word]])].some(
      (each) => wordOf(each) === wordOf(text),
    );
  return said('true', 'yes') ? true : said('false', 'no') ? false : 'none';
}

/** What the cells of a table may name, by ids and by what people call them. */
function knownIn(
  state: State,
  rules: Rules,
): { readonly [key in 'unit' | 'obligation' | 'system' | 'units']: readonly Named[] } {
  const { organization, units } = state;
  const named = (list: readonly { readonly id?: string | undefined; readonly name?: string | undefined }[] = []) =>
    list.flatMap(({ id, name }): Named[] =>
      id === undefined ? [] : [{ id, names: name === undefined ? [] : [name] }],
    );
  const own = reportsOf(state, rules).flatMap((report) => (report.own ?? []).flatMap(({ duties }) => duties));
  const duties = regulationIn(rules).articles.flatMap(({ provisions }) =>
    provisions.flatMap((each) => (each.kind === 'duty' ? [{ provision: each.id, action: each.action }] : [])),
  );
  const registered = named(organization?.units);
  return {
    unit: [...registered, ...named(units)],
    units: registered,
    system: [...named(organization?.systems), ...units.flatMap(({ systems }) => named(systems))],
    obligation: [...duties, ...own].map(({ provision, action }) => ({ id: provision, names: [action.zh, action.en] })),
  };
}
