import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/authoring/scenarios/read.js';
import { type Cited, chainResult, incidentResult, unitResult } from '../../src/authoring/scenarios/results.js';
import { type Outcome, scenarioRunner } from '../../src/authoring/scenarios/run.js';
import { regulation } from '../../src/index.js';
import { placeOf, TABLES } from '../support/tables.js';
import { incidentReadTwice, unitReadTwice } from './read-twice.js';
import { ARTICLES, ofBody, provisionsOf } from './second-reader/rules.js';

const OFFICIAL = readFileSync('rules/official.txt', 'utf8');
const ALL = TABLES.flatMap(({ scenarios }) => scenarios);
/** The tables that are run: all of them, unless some are named. */
const NAMED = process.env.TABLES?.split(',');
const run = scenarioRunner(regulation);

// The tables are written from the text of the articles; each row says on which words it rests.
describe.each(TABLES.filter(({ table }) => NAMED?.includes(table) ?? true))('$table', ({ scenarios }) => {
  test.each(scenarios.map((scenario) => [scenario.row.name, scenario] as const))('%s', (_, scenario) => {
    const place = placeOf(scenario);
    for (const words of [scenario.row.basis].flat()) expect(OFFICIAL, place).toContain(words);
    const outcome = run(scenario);
    expect({ differences: outcome.differences, faults: outcome.faults }, place).toEqual({
      differences: [],
      faults: [],
    });
    const { came, cited, compared } = readTwice(outcome);
    expect(leftOut(scenario, came), place).toEqual([]);
    if (compared) expect(compared.actual, place).toEqual(compared.expected);
    for (const { quote, place: where } of cited) expect(passage(where), `${place}: ${where}`).toContain(quote);
  });
});

function readTwice({ scenario, assessment, report, chain }: Outcome) {
  if (assessment) {
    const came = incidentResult(assessment);
    const [findings, responses] = [Object.values(came.findings), Object.values(came.responses)];
    expect(citedAsWhole(came.findings), placeOf(scenario)).toEqual([]);
    const cited = [...findings, ...responses].map((each) => each.cited);
    return {
      came,
      compared: incidentReadTwice(scenario, came),
      cited: [...cited, ...findings.map(({ then }) => then), ...came.chain.cited],
    };
  }
  if (report) {
    const came = unitResult(report);
    const statuses = report.obligations.map(({ status }) => status);
    expect(report.counts).toEqual(
      Object.fromEntries(
        Object.keys(report.counts).map((status) => [status, statuses.filter((each) => each === status).length]),
      ),
    );
    return {
      came,
      compared: unitReadTwice(scenario, came),
      cited: Object.values(came.obligations).map(({ cited }) => cited),
    };
  }
  return { came: {}, cited: chain ? chainResult(chain).cited : [] };
}

/** The text of a place as the rule files have it: 9.2.1 is item 1 of paragraph 2 of Art. 9. */
function passage(place: string): string {
  const [article, paragraph = 1, item] = place.split('.').map(Number);
  const found = ARTICLES.find((each) => each.article === article)?.paragraphs[paragraph - 1];
  return (item === undefined ? found?.text : found?.items?.[item - 1]?.text) ?? '';
}

/** The findings that are cited by anything but the whole of the item or paragraph they are about. */
function citedAsWhole(findings: { readonly [provision: string]: { readonly cited: Cited } }): string[] {
  return Object.entries(findings).flatMap(([provision, { cited }]) => {
    const [, article = '', paragraph = '1', item] = /^art(\d+)(?:\.p(\d+))?(?:\.i(\d+))?/.exec(provision) ?? [];
    const whole = passage([article, paragraph, ...(item === undefined ? [] : [item])].join('.'));
    return cited.quote === whole ? [] : [provision];
  });
}

/** The results that a row neither names nor holds by a rest; the duties of bodies it may leave to the second reader. */
function leftOut({ row }: Scenario, { findings, responses, obligations }: Came): string[] {
  const by = (of: ByName | undefined, came: ByName = {}) =>
    of?.rest === undefined ? Object.keys(came).filter((name) => !(name in (of ?? {}))) : [];
  if ('unit' in row) return by(row.expect.obligations, obligations);
  if (!('incident' in row)) return [];
  const { accountability = '', ...expected } = row.expect;
  const bodies = new Set(provisionsOf('duty').flatMap((duty) => (ofBody(duty) ? [duty.id] : [])));
  return [
    ...(accountability === '' ? ['accountability'] : []),
    ...by(expected.findings, findings),
    ...by(expected.responses, responses).filter((name) => !bodies.has(name)),
  ];
}
interface Came {
  readonly findings?: ByName;
  readonly responses?: ByName;
  readonly obligations?: ByName;
}
type ByName = { readonly [name: string]: unknown };

describe('coverage', () => {
  const named = (provision: string, status: string) =>
    ALL.filter(({ row }) => 'incident' in row && row.expect.findings?.[provision] === status);
  test.each(provisionsOf('accountability').map(({ id }) => id))(
    '%s has a case that is met, one that is not, and one that is open',
    (id) => {
      expect(named(id, 'met')).not.toEqual([]);
      expect(named(id, 'unmet')).not.toEqual([]);
      expect(named(id, 'undetermined')).not.toEqual([]);
    },
  );
});
