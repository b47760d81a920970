import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostics.js';
import { parseTime } from '../../model/time.js';
import { callOf } from '../../regulation/rhythm.js';
import type { Regulation } from '../../regulation/schema.js';
import type { Row } from './form.js';

type ByName = { readonly [name: string]: unknown };

/** What a row expects of provisions that there are not, and says of results that it does not name. */
export function nameFaults(row: Row, regulation: Regulation): Diagnostic[] {
  const provisions = regulation.articles.flatMap((article) => article.provisions);
  const idsOf = (wanted: (provision: (typeof provisions)[number]) => boolean) => [
    ...new Set(provisions.filter(wanted).map(({ id }) => id)),
  ];
  if ('incident' in row) {
    const { findings = {}, responses = {}, open, presumed, due, cited, byUnit, then } = row.expect;
    const named = [...Object.keys(findings), ...Object.keys(responses)];
    return [
      ...unknown(
        'findings',
        findings,
        idsOf(({ kind }) => kind === 'accountability'),
      ),
      ...unknown(
        'responses',
        responses,
        idsOf((provision) => callOf(provision) !== undefined),
      ),
      ...beside('open', open, named),
      ...beside('byUnit', byUnit, Object.keys(findings)),
      ...beside('then', then, Object.keys(findings)),
      ...beside('presumed', presumed, Object.keys(findings)),
      ...beside('due', due, Object.keys(responses)),
      ...timeFaults(due),
      ...beside('cited', cited, named),
    ];
  }
  if (!('unit' in row)) return [];
  const { obligations, open, dueOn, madeGoodOn } = row.expect;
  const named = Object.keys(obligations);
  return [
    ...unknown(
      'obligations',
      obligations,
      idsOf(({ kind }) => kind === 'duty'),
    ),
    ...beside('open', open, named),
    ...beside('dueOn', dueOn, named),
    ...beside('madeGoodOn', madeGoodOn, named),
  ];
}

/** Results are named by the id of their provision; behind an `@`, of what there are several. */
const unknown = (key: string, of: ByName, among: readonly string[]): Diagnostic[] =>
  Object.entries(of).flatMap(([name, status]) => {
    const path = `expect.${key}.${name}`;
    const id = name.replace(/@.*/, '');
    if (name !== 'rest' && !among.includes(id))
      return [diagnostic('assessment/unknown-provision', path, { value: id, among })];
    return name !== 'rest' && status === 'silent' ? [diagnostic('input/unknown-value', path, { value: status })] : [];
  });

const beside = (key: string, of: ByName | undefined, among: readonly string[]): Diagnostic[] =>
  Object.keys(of ?? {})
    .filter((name) => !among.includes(name))
    .map((name) => diagnostic('input/unknown-key', `expect.${key}.${name}`, { value: name, among }));

/** Due times that are none. */
const timeFaults = (
  due: { readonly [name: string]: string | { readonly [reading: string]: string } } = {},
): Diagnostic[] =>
  Object.entries(due).flatMap(([name, times]) =>
    Object.entries(typeof times === 'string' ? { '': times } : times).flatMap(([reading, at]) => {
      const time = parseTime(at);
      const path = `expect.due.${name}${reading && `.${reading}`}`;
      return 'code' in time ? [diagnostic(time.code, path, { value: at, expected: time.expected })] : [];
    }),
  );
