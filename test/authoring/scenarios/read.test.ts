import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScenarios, type Table } from '../../../src/authoring/scenarios/read.js';
import { scenarioRunner } from '../../../src/authoring/scenarios/run.js';
import { regulation } from '../../../src/index.js';
import { TABLES } from '../../support/tables.js';

// What a table of scenarios is refused for, and how rows fail.

const INCIDENT = {
  name: 'a name',
  basis: '泄露国家秘密',
  because: 'why',
  incident: '{ occurredAt: 2024-03-01T08:00:00+08:00, leak: { occurred: false } }',
  asOf: '2024-06-30',
  expect:
    '{ accountability: undetermined, findings: { art9.p2.i3: unmet, rest: silent }, responses: { rest: undetermined } }',
};
const UNIT = {
  name: 'a name',
  basis: '人工值班',
  because: 'why',
  unit: '{ id: a, kind: college, evidence: [{ obligation: art7.p2.i3.plan, on: 2024-03-01 }] }',
  asOf: '2024-06-30',
  expect: '{ obligations: { art7.p2.i3.plan: fulfilled, rest: silent } }',
};

const { incident: _, ...NOTHING } = INCIDENT;

const FOLDER = mkdtempSync(join(tmpdir(), 'scenario-'));
/** The rows of a file with these lines; what stands before them is a comment of two lines. */
function written(...rows: readonly object[]): Table {
  const file = join(FOLDER, 'table.yaml');
  const lines = rows.flatMap((row) =>
    Object.entries(row).map(([key, value], i) => `${i === 0 ? '- ' : '  '}${key}: ${value}`),
  );
  writeFileSync(file, ['# one', '# two', ...lines, ''].join('\n'));
  return readScenarios(file, regulation);
}
const run = scenarioRunner(regulation);
function differences(row: object): readonly string[] {
  const { scenarios, faults } = written(row);
  expect(faults).toEqual([]);
  return scenarios.flatMap((scenario) => run(scenario).differences.map(({ at }) => at));
}
const told = (...rows: readonly object[]) =>
  written(...rows).faults.map(({ code, line, path, nearest }) =>
    [line, path, code, ...(nearest === undefined ? [] : [nearest])].join(' '),
  );

test('a row as it should be is read with its place, and holds', () => {
  expect(written(INCIDENT).scenarios[0]).toMatchObject({ file: join(FOLDER, 'table.yaml'), line: 3 });
  expect([differences(INCIDENT), differences(UNIT)]).toEqual([[], []]);
});

describe('refused:', () => {
  const { expect: expected } = INCIDENT;
  test.each([
    ['an unknown key', { ...INCIDENT, expects: '{}' }, ['9 expects input/unknown-key expect']],
    [
      'an unknown expectation',
      { ...INCIDENT, expect: expected.replace('findings', 'finding') },
      ['8 expect.finding input/unknown-key findings'],
    ],
    [
      'a provision there is not',
      { ...INCIDENT, expect: expected.replace('i3', 'i33') },
      ['8 expect.findings.art9.p2.i33 assessment/unknown-provision art9.p2.i3'],
    ],
    ['no basis', { ...INCIDENT, basis: '[]' }, ['4 basis input/out-of-range']],
    ['no reason', { ...INCIDENT, because: "''" }, ['5 because input/out-of-range']],
    ['a key that stands twice', { ...INCIDENT, 'because ': 'again' }, ['9  input/duplicate']],
    ['nothing that is judged', NOTHING, ['3  input/missing-key']],
    [
      'a basis with one wrong character',
      { ...INCIDENT, basis: '泄漏国家秘密' },
      ['4 basis scenario/quote-not-found 泄露国家秘密'],
    ],
    [
      'words in quotation marks that are none of the text',
      { ...INCIDENT, because: '“泄密数据”' },
      ['5 because scenario/quote-not-found'],
    ],
    [
      'open points of what the row does not name',
      { ...INCIDENT, expect: expected.replace(' }, resp', ' }, open: { art9.p1: [] }, resp') },
      ['8 expect.open.art9.p1 input/unknown-key'],
    ],
    [
      'a due time of what the row does not name',
      { ...INCIDENT, expect: expected.replace(' }, resp', ' }, due: { art8.report: x }, resp') },
      ['8 expect.due.art8.report input/unknown-key', '8 expect.due.art8.report input/invalid-time'],
    ],
    [
      'a due time that is none',
      { ...INCIDENT, expect: '{ responses: { art8.report: overdue }, due: { art8.report: { discovery: 明天 } } }' },
      ['8 expect.due.art8.report.discovery input/invalid-time'],
    ],
    [
      'silence of one that is named',
      { ...INCIDENT, expect: expected.replace('unmet', 'silent') },
      ['8 expect.findings.art9.p2.i3 input/unknown-value'],
    ],
    ['a document that is not there', { ...INCIDENT, organization: 'none.yaml' }, ['  file/unreadable']],
  ])('%s', (_, row, faults) => {
    expect(told(row)).toEqual(faults);
  });

  test('two rows of one name', () => {
    expect(told(INCIDENT, UNIT)).toEqual(['9 [1].name input/duplicate']);
  });

  test('no list', () => {
    const file = join(FOLDER, 'no-list.yaml');
    writeFileSync(file, 'name: one\n');
    expect(readScenarios(file, regulation).faults.map(({ code }) => code)).toEqual(['input/invalid-type']);
  });
});

test('a document that is refused is told where it stands', () => {
  const [scenario] = written({ ...INCIDENT, incident: INCIDENT.incident.replace('leak', 'leek') }).scenarios;
  expect(scenario && run(scenario).faults).toMatchObject([
    { code: 'input/unknown-key', path: 'incident.leek', line: 6, nearest: 'leak' },
  ]);
});

describe('what comes otherwise is a difference:', () => {
  test.each([
    ['a status', 'unmet', 'met', ['findings.art9.p2.i3']],
    ['what is open', '}, responses', '}, open: { art9.p2.i3: [leak.kinds] }, responses', ['open.art9.p2.i3']],
    [
      'what is presumed',
      '}, responses',
      '}, presumed: { art9.p2.i3: [unit.kind] }, responses',
      ['presumed.art9.p2.i3'],
    ],
    ['the place', '}, responses', '}, cited: { art9.p2.i3: 9.2.4 }, responses', ['cited.art9.p2.i3']],
    ['a response', 'rest: undetermined', 'art8.report: overdue', ['responses.art8.report', 'open.art8.report']],
    ['a rest', 'art9.p2.i3: unmet, ', '', ['findings.art9.p2.i3']],
  ])('%s', (_, before, after, at) => {
    expect(differences({ ...INCIDENT, expect: INCIDENT.expect.replace(before, after) })).toEqual(at);
  });

  test('of a unit: what its file speaks of is not silent', () => {
    expect(differences({ ...UNIT, expect: '{ obligations: { rest: silent } }' })).toEqual([
      'obligations.art7.p2.i3.plan',
      'open.art7.p2.i3.plan',
    ]);
  });

  test('what a row leaves out without a rest is not looked at', () => {
    expect(differences({ ...INCIDENT, expect: '{ findings: { art9.p2.i3: unmet } }' })).toEqual([]);
    expect(differences({ ...UNIT, expect: '{ obligations: { art7.p2.i3.plan: fulfilled } }' })).toEqual([]);
  });
});

test('what a finding entails is held by the words of the text', () => {
  const met = {
    ...INCIDENT,
    incident:
      '{ occurredAt: 2024-03-01T08:00:00+08:00, leak: { occurred: true, own-persons: true, kinds: [state-secret] } }',
  };
  const entailing = (words: string) => ({
    ...met,
    expect: `{ findings: { art9.p2.i3: met }, then: { art9.p2.i3: ${words} } }`,
  });
  expect(differences(entailing('逐级倒查'))).toEqual([]);
  expect(differences(entailing('按有关规定严厉追责'))).toEqual(['then.art9.p2.i3']);
});

test('every provision on accountability has a row that says what it entails', () => {
  const rows = TABLES.flatMap(({ scenarios }) => scenarios.map(({ row }) => row));
  const entailed = new Set(rows.flatMap((row) => ('incident' in row ? Object.keys(row.expect.then ?? {}) : [])));
  const provisions = regulation.articles.flatMap((article) => article.provisions);
  expect([...entailed].sort()).toEqual(
    provisions.flatMap(({ kind, id }) => (kind === 'accountability' ? [id] : [])).sort(),
  );
});
