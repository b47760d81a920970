import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Row, type Scenario, scenariosOf } from './form.js';
import { type Cited, chainResult, incidentResult, unitResult } from './results.js';
import { type Compared, chainCompared, incidentCompared, incidentReadTwice, unitCompared } from './run.js';
import { ARTICLES, provisionsOf } from './second-reader/rules.js';

const OFFICIAL = readFileSync('rules/official.txt', 'utf8');
const FOLDER = 'test/scenarios';
const TABLES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml') && file !== 'silence.yaml')
  .map((file) => ({ table: file.replace('.yaml', ''), scenarios: scenariosOf(`${FOLDER}/${file}`) }));
const ALL = TABLES.flatMap(({ scenarios }) => scenarios);
/** The tables that are run: all of them, unless some are named. */
const NAMED = process.env.TABLES?.split(',');

// The tables are written from the text of the articles; each row says on which words it rests.
describe.each(TABLES.filter(({ table }) => NAMED?.includes(table) ?? true))('$table', ({ scenarios }) => {
  test.each(scenarios.map((scenario) => [scenario.row.name, scenario] as const))('%s', (_, { row, place }) => {
    for (const words of [row.basis].flat()) expect(OFFICIAL, `${place}: the basis is not in the text`).toContain(words);
    for (const words of quotedIn(row.because))
      expect(OFFICIAL, `${place}: quoted, and not in the text`).toContain(words);
    const { compared, cited } = run(row, place);
    for (const { expected, actual } of compared) expect(actual, place).toEqual(expected);
    for (const { quote, place: where } of cited) expect(passage(where), `${place}: ${where}`).toContain(quote);
  });
});

function run(row: Row, place: string): { compared: Compared[]; cited: Cited[] } {
  try {
    if ('incident' in row) {
      const came = incidentResult(row);
      const cited = [...Object.values(came.findings), ...Object.values(came.responses)].map(({ cited }) => cited);
      const then = Object.values(came.findings).map(({ then }) => then);
      expect(came.findings && citedAsWhole(came.findings), place).toEqual([]);
      return {
        compared: [incidentCompared(row, came), incidentReadTwice(row, came)],
        cited: [...cited, ...then, ...came.chain.cited],
      };
    }
    if ('unit' in row) {
      const came = unitResult(row);
      return { compared: [unitCompared(row, came)], cited: Object.values(came.obligations).map(({ cited }) => cited) };
    }
    const came = chainResult(row);
    return { compared: [chainCompared(row, came)], cited: [...came.cited] };
  } catch (error) {
    if (error instanceof Error && !error.message.includes(place)) error.message = `${place}: ${error.message}`;
    throw error;
  }
}

/** Words in quotation marks, in parts where something is left out between them. */
const quotedIn = (sentence: string): string[] =>
  [...sentence.matchAll(/“([^”]+)”/g)].flatMap(([, words = '']) => words.split('……'));

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

describe('coverage', () => {
  const named = (scenarios: readonly Scenario[], provision: string, status: string) =>
    scenarios.filter(({ row }) => 'incident' in row && row.expect.findings[provision] === status);
  test.each(provisionsOf('accountability').map(({ id }) => id))(
    '%s has a case that fires, and one that fails',
    (id) => {
      expect(named(ALL, id, 'met')).not.toEqual([]);
      expect(named(ALL, id, 'unmet')).not.toEqual([]);
      expect(named(ALL, id, 'undetermined')).not.toEqual([]);
    },
  );

  test('no two rows of a table have one name', () => {
    for (const { scenarios } of TABLES) {
      const names = scenarios.map(({ row }) => row.name);
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    }
  });
});
