import { expect, test } from 'vitest';
import { reasonFor } from '../../src/logic/evaluate.js';
import type { Formula } from '../../src/logic/formula.js';
import { openInputs } from '../../src/logic/open-points.js';
import { all, any, caseWith, commencement, epochs, fact, none, question, term } from '../support/formulas.js';

const [f, g, h] = [fact(0), fact(1), fact(2)];
const unfixed = { kind: 'fact', fact: 'fact 0', index: 0, operator: 'greaterThan' } as Formula;

const ROWS: [name: string, formula: Formula, values: (boolean | number | undefined)[], inputs: string[]][] = [
  ['what is met waits for nothing', any(f, g), [true], []],
  ['what is not met waits for nothing', all(f, g), [false], []],
  ['a fact', f, [], ['fact input 0']],
  ['each fact once', all(f, none(f), g), [], ['fact input 0', 'fact input 1']],
  ['what is known is not waited for', all(f, g), [true], ['fact input 1']],
  ['a limit that nobody has fixed is the term’s affair', unfixed, [5], []],
  ['a term that nothing fixes', term(0), [], ['term term 0']],
  ['a term that nothing fixes, and its floor', term(0, f), [], ['term term 0', 'fact input 0']],
  ['of a term that is measured, what measures it', term(0, f, true), [], ['fact input 0']],
  ['the day of issue', commencement('undetermined'), [], ['issue-date issue-date']],
  ['a ruling, where the readings differ', question({ a: f, b: g }), [true, false], ['ruling which']],
  [
    'a ruling, where the readings wait for different things',
    question({ a: f, b: g }),
    [],
    ['ruling which', 'fact input 0', 'fact input 1'],
  ],
  [
    'a ruling, where one reading waits for more',
    question({ a: f, b: all(f, g) }),
    [],
    ['ruling which', 'fact input 0', 'fact input 1'],
  ],
  [
    'a ruling, where a later reading waits for less',
    question({ a: all(f, g), b: f }),
    [],
    ['ruling which', 'fact input 0', 'fact input 1'],
  ],
  [
    'a ruling, where the readings wait for as many things, but not the same',
    question({ a: all(f, g), b: all(f, h) }),
    [],
    ['ruling which', 'fact input 0', 'fact input 1', 'fact input 2'],
  ],
  [
    'a ruling, where one reading of three waits for something else',
    question({ a: f, b: none(none(f)), c: g }),
    [],
    ['ruling which', 'fact input 0', 'fact input 1'],
  ],
  ['no ruling, where all readings wait for the same', question({ a: f, b: none(none(f)) }), [], ['fact input 0']],
  ['a reading that is ruled alone', question({ a: f, b: g }, 'b'), [], ['fact input 1']],
  [
    'the time, and what each state of the law waits for',
    epochs(f, all(g)),
    [true],
    ['fact occurredAt', 'fact input 1'],
  ],
  ['the time alone, where the states of the law differ', epochs(f, g), [true, false], ['fact occurredAt']],
];

test.each(ROWS)('%s', (_, formula, values, inputs) => {
  const found = openInputs(reasonFor(formula, caseWith(values)));
  expect(found.map(({ kind, id }) => `${kind} ${id}`)).toEqual(inputs);
});
