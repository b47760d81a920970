import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../support/fixtures.js';
import { type Row, scenariosOf } from './form.js';
import { chainResult, incidentResult, unitResult } from './results.js';

// Every reading of every question has a case that turns on it: ruled otherwise, the case comes out otherwise.
// The table of docs/readings.md names them.

interface Question {
  readonly article: number;
  readonly words: string;
  readonly readings: { readonly [reading: string]: { readonly zh: string } };
}
const QUESTIONS = readYaml<{ readonly [id: string]: Question }>('rules/questions.yaml');
const FOLDER = 'test/scenarios';
const ROWS = new Map<string, Row>(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml') && file !== 'silence.yaml')
    .flatMap((file) =>
      scenariosOf(`${FOLDER}/${file}`).map(({ row }) => [`${row.name} (${file.replace('.yaml', '')})`, row] as const),
    ),
);

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

const resultOf = (row: Row): unknown =>
  'incident' in row ? incidentResult(row) : 'unit' in row ? unitResult(row) : chainResult(row);
type Rulings = { readonly [question: string]: unknown };

describe('a case turns on it', () => {
  test.each(LINES)('$id: $reading', ({ id = '', reading, row: name = '' }) => {
    const row = ROWS.get(name);
    if (!row) throw new Error(`no case ${name}`);
    const rulings = (row.policy as { readonly rulings?: Rulings } | undefined)?.rulings ?? {};
    expect(rulings[id]).toBe(reading);
    const others = Object.keys(QUESTIONS[id]?.readings ?? {}).filter((other) => other !== reading);
    const result = resultOf(row);
    const under = (other: string): Row => ({ ...row, policy: { ...row.policy, rulings: { ...rulings, [id]: other } } });
    expect(others.some((other) => !isDeepStrictEqual(resultOf(under(other)), result))).toBe(true);
  });
});
