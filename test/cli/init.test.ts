import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { caseColumns, casesCsv } from '../../cli/src/init/cases.js';
import { documentOf } from '../../cli/src/init/documents.js';
import { casesXlsx } from '../../cli/src/init/workbook.js';
import { documents } from '../../cli/src/input.js';
import {
  assessIncident,
  checkUnitObligations,
  createPolicy,
  type Diagnostic,
  regulation,
  resolveResponsibilityChain,
  ZerenzhiError,
} from '../../src/index.js';
import { interview } from '../../src/inquiry/index.js';
import { incidentFacts } from '../../src/model/record-path.js';
import { shell, workspace, zerenzhi } from '../support/command.js';
import { partsOf, readXlsx } from '../support/office.js';

// A file to begin with is valid as it is, says nothing, and takes whatever its comments offer.

const { at, write } = workspace();
const LANGS = ['zh', 'en'] as const;
const asOf = '2024-06-30';

/** A document with everything said that its comments offer; what a key takes is chosen for it. */
function filled(text: string, choose: (key: string) => string): unknown {
  // Off a whole block, then off its keys.
  const bare = text
    .split('\n')
    .map((line) => line.replace(/^#(?=[\w-]+:$| {2})/, '').replace(/^( *)#(?=[\w-]+:$)/, '$1'))
    .filter((line) => !/^ *(?:#.*)?$/.test(line));
  const indent = (line = '') => line.search(/[^ ]/);
  const lines = bare.map((line, i) => {
    const [, key] = /^ *(?:- )?([\w-]+):$/.exec(line) ?? [];
    const isGroup = !line.includes('- ') && indent(bare[i + 1]) > indent(line);
    return key === undefined || isGroup ? line : `${line} ${choose(key)}`;
  });
  return parse(lines.join('\n'));
}

function faultsOf(work: () => unknown): readonly Diagnostic[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof ZerenzhiError) return error.diagnostics;
    throw error;
  }
}

const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`))
    : [path];

describe.each(LANGS)('in %s', (lang) => {
  test('an empty list is called one wherever it is to be typed, and what is presumed to be none is so in words', () => {
    const text = [documentOf('incident', lang), documentOf('organization', lang), documentOf('unit', lang)].join('');
    const lines = text.split('\n').filter((line) => line.includes('[]'));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line).toMatch(lang === 'zh' ? /空的列表 \[\]/ : /an empty (list|one), \[\],/);
    expect(text).toContain(lang === 'zh' ? '不写：推定为“没有”（' : 'not said: presumed to be none (');
  });

  test('a fresh incident says nothing: it is assessed as one of which nothing is known, and everything is still asked', () => {
    const fresh = parse(documentOf('incident', lang));
    const assessment = assessIncident(fresh, { asOf });
    expect(assessment.accountability.status).toBe('undetermined');
    expect({ ...assessment }).toEqual({ ...assessIncident({ format: 2 }, { asOf }) });
    const { start } = interview(createPolicy(), { asOf });
    expect(start(fresh).questions).toEqual(start({}).questions);
  });

  test('an incident has a key for every fact and every term, in its place', () => {
    const text = documentOf('incident', lang);
    const facts = incidentFacts(regulation);
    const said = keysOf(filled(text, () => 'null'));
    for (const [name] of facts) expect(said).toContain(name);
    for (const term of Object.keys(regulation.terms)) expect(said).toContain(`findings.${term}`);
    for (const [, { label, ask }] of facts) {
      expect(text).toContain(label[lang]);
      expect(text).toContain(ask?.[lang] ?? '');
    }
    expect(
      faultsOf(() =>
        assessIncident(
          filled(text, (key) => (/^(?:id|title|source|account)$/.test(key) ? 'a' : 'null')),
          { asOf },
        ),
      ),
    ).toEqual([]);
  });

  test('every option that a comment offers is taken', () => {
    const text = documentOf('incident', lang);
    for (const [name, { type, options = {} }] of incidentFacts(regulation)) {
      const ids = Object.keys(typeof options === 'string' ? regulation[options] : options);
      for (const id of ids) {
        expect(text).toContain(id);
        const key = name.split('.').at(-1);
        const value = type === 'set' ? [id] : id;
        const incident = name.split('.').reduceRight<unknown>((inner, part) => ({ [part]: inner }), value);
        expect(
          faultsOf(() => assessIncident(incident as never, { asOf })),
          key,
        ).toEqual([]);
      }
    }
  });

  test('a fresh unit and a fresh organization are taken, with all they offer too', () => {
    const organization = parse(documentOf('organization', lang));
    const unit = parse(documentOf('unit', lang));
    expect(checkUnitObligations(unit, { organization, asOf }).obligations).toEqual(
      checkUnitObligations({}, { asOf }).obligations,
    );
    const unknownKeys = (faults: readonly Diagnostic[]) => faults.filter(({ code }) => code === 'input/unknown-key');
    const whole = filled(documentOf('organization', lang), () => 'x');
    expect(Object.keys(whole as object)).toEqual([
      'format',
      'name',
      'units',
      'bodies',
      'posts',
      'appointments',
      'persons',
      'systems',
    ]);
    const faults = faultsOf(() => resolveResponsibilityChain({ unit: 'x' }, { organization: whole as never, asOf }));
    expect([faults.length > 0, unknownKeys(faults)]).toEqual([true, []]);
    const file = filled(documentOf('unit', lang), () => 'x');
    expect(unknownKeys(faultsOf(() => checkUnitObligations(file as never, { asOf })))).toEqual([]);
    for (const list of ['systems', 'evidence', 'omissions', 'inventories', 'activities', 'notices'])
      expect(file).toHaveProperty([list, '0']);
  });

  test('a table has a heading for every fact and term, and each is read again', async () => {
    const columns = caseColumns(lang);
    expect(columns).toHaveLength(incidentFacts(regulation).length + Object.keys(regulation.terms).length + 7);
    const text = `${casesCsv(lang)}"x"${','.repeat(columns.length - 1)}\r\n`;
    expect(await read(write(`${lang}.csv`, text))).toEqual([{ id: 'x' }]);
  });

  test('whatever a cell offers to choose from is taken', async () => {
    const columns = caseColumns(lang);
    const most = Math.max(...columns.map(({ choices }) => choices.length));
    const rows = Array.from({ length: most }, (_, row) =>
      columns.map(({ choices }, i) => `"${i === 0 ? `r${row}` : (choices[row] ?? '')}"`).join(','),
    );
    const file = write(`choices.${lang}.csv`, `${casesCsv(lang)}${rows.join('\r\n')}`);
    expect(await read(file)).toHaveLength(most);
    for (const incident of await read(file)) expect(incident).toHaveProperty('id');
  });

  test('a workbook has the same headings, frozen, with lists to choose from, and explains them', async () => {
    const parts = partsOf(await casesXlsx(lang));
    const [first, second] = readXlsx(parts);
    const columns = caseColumns(lang);
    expect(Object.values(first?.rows[0] ?? {})).toEqual(columns.map(({ heading }) => heading));
    expect(first?.root.getElementsByTagName('pane')[0]?.getAttribute('state')).toBe('frozen');
    const help = new Map(second?.rows.slice(1).map((row) => [row.A, row]));
    const rules = [...(first?.root.getElementsByTagName('dataValidation') ?? [])];
    const listed = rules.map((rule) => {
      const [, row] = /\$[A-Z]+\$(\d+):/.exec(rule.textContent ?? '') ?? [];
      const { A, B, C, ...options } = second?.rows[Number(row) - 1] ?? {};
      return [A, ...Object.values(options)];
    });
    expect(listed).toEqual(
      columns.filter(({ choices }) => choices.length > 0).map(({ heading, choices }) => [heading, ...choices]),
    );
    for (const { heading, ask } of columns) expect(help.get(heading)?.B ?? 0).toBe(ask === '' ? 0 : ask);
  });
});

async function read(file: string): Promise<unknown[]> {
  const all = [];
  for await (const document of documents([file])) all.push('faults' in document ? document.faults : document.value);
  return all;
}

test('the command writes a whole file, over nothing that exists, or to standard output', () => {
  const { status, stdout } = zerenzhi(['init', 'unit', '--lang', 'en']);
  expect([status, stdout]).toEqual([0, documentOf('unit', 'en')]);
  const file = at('incident.yaml');
  expect(zerenzhi(['init', 'incident', '--output', file]).status).toBe(0);
  expect(zerenzhi(['init', 'incident', '--output', file, '--lang', 'en']).stderr).toContain('exists already');
  const inside = zerenzhi(['init', 'incident', '--output', `${file}/incident.yaml`]);
  expect([inside.status, inside.stderr]).toEqual([65, expect.stringContaining('ENOTDIR')]);
  expect(zerenzhi(['assess', file, '--as-of', asOf]).status).toBe(20);
  expect(shell(`zerenzhi init cases --output '${at('cases.xlsx')}' && ls '${at('cases.xlsx')}'`).status).toBe(0);
});

test.each([
  ['a table on standard output', ['init', 'cases']],
  ['a table of another kind', ['init', 'cases', '--output', 'cases.ods']],
  ['a document as a table', ['init', 'unit', '--output', 'unit.csv']],
  ['something else', ['init', 'policy']],
])('%s is a fault of usage', (_, args) => {
  expect(zerenzhi(args).status).toBe(64);
});
