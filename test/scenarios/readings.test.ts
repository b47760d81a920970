import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/authoring/scenarios/read.js';
import { chainResult, incidentResult, unitResult } from '../../src/authoring/scenarios/results.js';
import { scenarioRunner } from '../../src/authoring/scenarios/run.js';
import { regulation } from '../../src/index.js';
import { readYaml } from '../support/fixtures.js';
import { TABLES } from '../support/tables.js';

// Every reading of every question has a case that turns on it: ruled otherwise, the case comes out otherwise.
// The table of docs/readings.md names them.

interface Question {
  readonly article: number;
  readonly words: string;
  readonly readings: { readonly [reading: string]: { readonly zh: string } };
}
const QUESTIONS = readYaml<{ readonly [id: string]: Question }>('rules/questions.yaml');
const ROWS = new Map<string, Scenario>(
  TABLES.flatMap(({ table, scenarios }) =>
    scenarios.map((scenario) => [`${scenario.row.name} (${table})`, scenario] as const),
  ),
);
const run = scenarioRunner(regulation);

/** The lines of the table: article, words, question, reading with its label, case. */
const LINES = readFileSync('docs/readings.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, article, words, id, reading, label, row] =
      /^\| (\d+) \| (.+?) \| `(.+?)` \| `(.+?)`: (.+?) \| (.+) \|$/.exec(line) ?? [];
    return id === undefined ? [] : [{ article: Number(article), words, id, reading, label, row }];
  });

test('the table has every reading, as the rule files have it', () => {
  expect(LINES.map(({ row: _, ...line }) => line)).toEqual(
    Object.entries(QUESTIONS).flatMap(([id, { article, words, readings }]) =>
      Object.entries(readings).map(([reading, { zh: label }]) => ({ article, words, id, reading, label })),
    ),
  );
});

function resultOf(scenario: Scenario): unknown {
  const { assessment, report, chain } = run(scenario);
  return assessment ? incidentResult(assessment) : report ? unitResult(report) : chain && chainResult(chain);
}
type Rulings = { readonly [question: string]: unknown };

describe('a case turns on it', () => {
  test.each(LINES)('$id: $reading', ({ id = '', reading, row: name = '' }) => {
    const scenario = ROWS.get(name);
    if (!scenario) throw new Error(`no case ${name}`);
    const policy = scenario.documents.policy as { readonly rulings?: Rulings } | undefined;
    expect(policy?.rulings?.[id]).toBe(reading);
    const others = Object.keys(QUESTIONS[id]?.readings ?? {}).filter((other) => other !== reading);
    const result = resultOf(scenario);
    const under = (other: string): Scenario => ({
      ...scenario,
      documents: { ...scenario.documents, policy: { ...policy, rulings: { ...policy?.rulings, [id]: other } } },
    });
    expect(others.some((other) => !isDeepStrictEqual(resultOf(under(other)), result))).toBe(true);
  });
});
