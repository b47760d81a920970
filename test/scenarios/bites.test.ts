import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type Compared, chainCompared, incidentCompared, unitCompared } from '../../src/authoring/scenarios/compare.js';
import type { ChainRow, IncidentRow, UnitRow } from '../../src/authoring/scenarios/form.js';
import type { Scenario } from '../../src/authoring/scenarios/read.js';
import { chainResult, incidentResult, unitResult } from '../../src/authoring/scenarios/results.js';
import { type Outcome, scenarioRunner } from '../../src/authoring/scenarios/run.js';
import { regulation } from '../../src/index.js';
import { TABLES } from '../support/tables.js';
import { incidentReadTwice, unitReadTwice } from './read-twice.js';

// A scenario that cannot fail tests nothing: whatever one thing is changed in a result, the comparison must notice it.

type Path = readonly (string | number)[];

/** A value with one thing changed in it: a word, one more in a list, one more under a name; each with the place of the change. */
function* altered(value: unknown, path: Path = []): Generator<{ readonly path: Path; readonly value: unknown }> {
  if (typeof value === 'string') yield { path, value: `${value}!` };
  if (typeof value === 'number') yield { path, value: value + 1 };
  if (value === undefined) yield { path, value: 'bogus' };
  if (Array.isArray(value)) yield { path, value: [...value, 'bogus'] };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    for (const change of altered(inner, [...path, key]))
      yield {
        path: change.path,
        value: Array.isArray(value) ? value.with(Number(key), change.value) : { ...value, [key]: change.value },
      };
  // What holds results by their names: each list of a result, and due times by reading.
  const byName =
    !Array.isArray(value) && ((path.length === 1 && path[0] !== 'accountability') || path.at(-1) === 'due');
  if (byName) yield { path: [...path, 'bogus'], value: { ...value, bogus: BOGUS } };
}
/** What could stand under any name of a result: it has all that is read of one. */
const BOGUS = { status: 'met', open: [], presumed: [], due: {}, holders: [], length: 0 };

const equal = ({ expected, actual }: Compared): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(expected)), JSON.parse(JSON.stringify(actual)));
/** A comparison that refuses the result has noticed. */
const notices = (compare: () => readonly Compared[]): boolean => {
  try {
    return !compare().every(equal);
  } catch {
    return true;
  }
};

function unnoticed<T extends object>(result: T, compare: (of: T) => readonly Compared[], elsewhere: RegExp): string[] {
  expect(compare(result).every(equal)).toBe(true);
  const changes = [...altered(result)].filter(({ path }) => !elsewhere.test(path.join(' ')));
  expect(changes.length).toBeGreaterThan(20);
  return changes.flatMap(({ path, value }) => (notices(() => compare(value as T)) ? [] : [path.join(' ')]));
}

const run = scenarioRunner(regulation);
const rows = (wanted: string, names: RegExp): (readonly [string, Scenario])[] =>
  TABLES.filter(({ table }) => table === wanted).flatMap(({ scenarios }) =>
    scenarios.flatMap((scenario) => (names.test(scenario.row.name) ? [[scenario.row.name, scenario] as const] : [])),
  );
// Citations are held against the text, by place; a chain and proposals are compared where the row is about them.
const CITATIONS = /\b(?:cited|then)\b/;
const CITATIONS_AND_CHAIN = /\b(?:cited|then)\b|^(?:chain|proposals)\b/;
const assessed = (scenario: Scenario) => incidentResult(run(scenario).assessment as NonNullable<Outcome['assessment']>);

describe('whatever one thing is changed, it is noticed', () => {
  test.each([
    ...rows('article-09', /^(?:只知发生了事件|是否报告尚不清楚)/),
    ...rows('article-08', /^发生后二十九小时、发现后三小时报告，时限二十四小时，起算点未解释/),
  ])('%s', (_, scenario) => {
    const came = assessed(scenario);
    const compare = (of: typeof came) => [
      incidentCompared(scenario.row as IncidentRow, of, (name) => came.findings[name]?.status, regulation),
      incidentReadTwice(scenario, of),
    ];
    expect(unnoticed(came, compare, CITATIONS_AND_CHAIN)).toEqual([]);
  });

  test.each(rows('article-09', /^教务处泄露国家秘密，两处读法均未解释/))('%s', (_, scenario) => {
    const { chain, ...rest } = assessed(scenario);
    const compare = (of: typeof chain) => [
      incidentCompared(
        scenario.row as IncidentRow,
        { ...rest, chain: of },
        (name) => rest.findings[name]?.status,
        regulation,
      ),
    ];
    expect(unnoticed(chain, compare, CITATIONS)).toEqual([]);
  });

  test.each(rows('obligations', /^(?:教务处同一报告，解释为自发生|学院没有提交任何材料)/))('%s', (_, scenario) => {
    const came = unitResult(run(scenario).report as NonNullable<Outcome['report']>);
    const compare = (of: typeof came) => [
      unitCompared(scenario.row as UnitRow, of, (name) => came.obligations[name], regulation),
      unitReadTwice(scenario, of),
    ];
    expect(unnoticed(came, compare, CITATIONS)).toEqual([]);
  });

  test.each(rows('chains', /^(?:药学院网站托管|临床学院党政分设而未作解释|发生时间不明)/))('%s', (_, scenario) => {
    const came = chainResult(run(scenario).chain as NonNullable<Outcome['chain']>);
    const compare = (of: typeof came) => [chainCompared(scenario.row as ChainRow, of, regulation)];
    expect(unnoticed(came, compare, CITATIONS)).toEqual([]);
  });
});
