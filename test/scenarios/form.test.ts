import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type IncidentRow, scenariosOf, type UnitRow } from './form.js';
import { incidentResult, unitResult } from './results.js';
import { incidentCompared, unitCompared } from './run.js';

// What the form of a scenario refuses, so that no slip of the pen passes as an expectation.

const INCIDENT = {
  name: 'a name',
  basis: '泄露',
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

/** The rows of a file with these lines; what stands before them is a comment of two lines. */
function written(row: object): ReturnType<typeof scenariosOf> {
  const file = join(mkdtempSync(join(tmpdir(), 'scenario-')), 'table.yaml');
  const lines = Object.entries(row).map(([key, value], i) => `${i === 0 ? '- ' : '  '}${key}: ${value}`);
  writeFileSync(file, ['# one', '# two', ...lines, ''].join('\n'));
  return scenariosOf(file);
}
const compared = (row: object) => {
  const { row: read } = written(row)[0] ?? {};
  if (read && 'unit' in read) return unitCompared(read as UnitRow, unitResult(read as UnitRow));
  return incidentCompared(read as IncidentRow, incidentResult(read as IncidentRow));
};

test('a row as it should be is read with its place, and holds', () => {
  expect(written(INCIDENT)[0]?.place).toMatch(/table\.yaml:3$/);
  for (const { expected, actual } of [compared(INCIDENT), compared(UNIT)]) expect(actual).toEqual(expected);
});

test.each([
  ['an unknown key', { ...INCIDENT, expects: '{}' }, /table\.yaml:3\n.*expects/],
  ['an unknown expectation', { ...INCIDENT, expect: INCIDENT.expect.replace('findings', 'finding') }, /finding/],
  ['a status that is none', { ...INCIDENT, expect: INCIDENT.expect.replace('unmet', 'umnet') }, /art9\.p2\.i3/],
  ['no basis', { ...INCIDENT, basis: '[]' }, /basis/],
  ['no reason', { ...INCIDENT, because: "''" }, /because/],
  ['a key that stands twice', { ...INCIDENT, 'because ': 'again' }, /unique/],
])('%s is refused', (_, row, told) => {
  expect(() => written(row)).toThrow(told);
});

test.each([
  ['a finding that is neither named nor held by a rest', INCIDENT, ', rest: silent', '', /neither named nor held/],
  ['open points of what the row does not name', INCIDENT, ' }, resp', ' }, open: { art9.p1: [] }, resp', /art9\.p1/],
  ['a due time of what the row does not name', INCIDENT, ' }, resp', ' }, due: { art8.report: x }, resp', /art8/],
  ['silence on what the file speaks of', UNIT, 'art7.p2.i3.plan: fulfilled, ', '', /art7\.p2\.i3\.plan/],
])('%s is refused', (_, row, before, after, told) => {
  expect(() => compared({ ...row, expect: row.expect.replace(before, after) })).toThrow(told);
});

test.each([
  ['a provision there is not', 'art9.p2.i3: unmet', 'art9.p2.i3: unmet, art9.p2.i33: unmet'],
  ['an open point there is not', '}, responses', '}, open: { art9.p2.i3: [leak.kinds] }, responses'],
  ['a presumption there is not', '}, responses', '}, presumed: { art9.p2.i3: [unit.kind] }, responses'],
])('%s fails', (_, before, after) => {
  const { expected, actual } = compared({ ...INCIDENT, expect: INCIDENT.expect.replace(before, after) });
  expect(actual).not.toEqual(expected);
});
