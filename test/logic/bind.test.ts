import { describe, expect, test } from 'vitest';
import { formulaOf, type Scope } from '../../src/logic/bind.js';
import type { Condition, FactCondition } from '../../src/logic/condition.js';
import type { Formula } from '../../src/logic/formula.js';

const yes = (fact: string): FactCondition => ({ fact, operator: 'equal', value: true });
const rules = (fact: string): Formula => ({
  kind: 'fact',
  fact,
  index: FACTS.indexOf(fact),
  operator: 'equal',
  expected: true,
});

const FACTS = ['leak', 'hours', 'people'];
const TERMS = ['mass', 'long'];
/** Long: at least so many hours, or so many people for any time; nobody measures what is massive. */
const LONG: Condition = {
  any: [
    { fact: 'hours', operator: 'greaterThanInclusive', threshold: 'hours' },
    { all: [yes('leak'), { fact: 'people', operator: 'greaterThan', threshold: 'people' }] },
  ],
};

const scope = (given: Partial<Scope> = {}): Scope => ({
  factIndex: (fact) => FACTS.indexOf(fact),
  termIndex: (term) => TERMS.indexOf(term),
  condition: () => ({ not: yes('leak') }),
  termCondition: (term) => (term === 'long' ? LONG : undefined),
  floors: () => undefined,
  thresholds: () => undefined,
  settles: () => undefined,
  ruling: () => undefined,
  cite: (quote) => (quote === 'nowhere' ? undefined : { place: '9.2.1', quote }),
  ...given,
});

const ROWS: [name: string, condition: Condition | boolean, formula: Formula][] = [
  ['yes is met', true, { kind: 'literal', truth: 'met' }],
  ['no is not met', false, { kind: 'literal', truth: 'unmet' }],
  ['all', { all: [yes('leak'), yes('hours')] }, { kind: 'all', of: [rules('leak'), rules('hours')] }],
  ['any', { any: [yes('leak'), yes('hours')] }, { kind: 'any', of: [rules('leak'), rules('hours')] }],
  ['a group of one is that one', { any: [{ all: [yes('people')] }] }, rules('people')],
  ['not', { not: yes('leak') }, { kind: 'not', of: rules('leak') }],
  [
    'a named condition is what it stands for',
    { condition: 'no-leak' },
    { kind: 'condition', name: 'no-leak', of: { kind: 'not', of: rules('leak') } },
  ],
  [
    'words are cited by their place',
    { ...yes('leak'), quote: '泄露' },
    { ...rules('leak'), citation: { place: '9.2.1', quote: '泄露' } } as Formula,
  ],
  ['words that stand nowhere are not cited', { ...yes('leak'), quote: 'nowhere' }, rules('leak')],
  ['a term that nothing measures', { term: 'mass' }, { kind: 'term', term: 'mass', index: 0, measured: false }],
];

test.each(ROWS)('%s', (_, condition, formula) => {
  expect(formulaOf(condition, scope())).toStrictEqual(formula);
});

describe('a term', () => {
  const hours = (expected?: number): Formula => ({
    kind: 'fact',
    fact: 'hours',
    index: 1,
    operator: 'greaterThanInclusive',
    ...(expected !== undefined && { expected }),
  });
  const people = (expected?: number): Formula => ({
    kind: 'fact',
    fact: 'people',
    index: 2,
    operator: 'greaterThan',
    ...(expected !== undefined && { expected }),
  });
  const long = (measured: boolean, of?: Formula): Formula => ({
    kind: 'term',
    term: 'long',
    index: 1,
    measured,
    ...(of && { of }),
  });

  test('without values keeps its measures, their limits open', () => {
    expect(formulaOf({ term: 'long' }, scope())).toStrictEqual(
      long(false, { kind: 'any', of: [hours(), { kind: 'all', of: [rules('leak'), people()] }] }),
    );
  });
  test('with all its values is held against them', () => {
    const thresholds = () => ({ hours: 24, people: 100 });
    expect(formulaOf({ term: 'long' }, scope({ thresholds }))).toStrictEqual(
      long(true, { kind: 'any', of: [hours(24), { kind: 'all', of: [rules('leak'), people(100)] }] }),
    );
  });
  test('with some of its values is held against those alone', () => {
    const only = (thresholds: { [name: string]: number }) =>
      formulaOf({ term: 'long' }, scope({ thresholds: () => thresholds }));
    expect(only({ people: 100 })).toStrictEqual(long(true, { kind: 'all', of: [rules('leak'), people(100)] }));
    expect(only({ hours: 24 })).toStrictEqual(long(true, { kind: 'any', of: [hours(24), rules('leak')] }));
    expect(only({ others: 1 })).toStrictEqual(long(true, rules('leak')));
  });
  test('whose values settle one side is open on the other', () => {
    const open: Formula = { kind: 'literal', truth: 'undetermined' };
    const sided = (settles: 'met' | 'unmet') =>
      formulaOf({ term: 'long' }, scope({ thresholds: () => ({ hours: 24 }), settles: () => settles }));
    const of = (kind: 'any' | 'all'): Formula => ({ kind, of: [hours(24), open] });
    // What the text itself asks beside a measure is no matter of the value.
    const long = { kind: 'term', term: 'long', index: 1, measured: true } as const;
    expect(sided('met')).toStrictEqual({
      ...long,
      settles: 'met',
      of: { kind: 'any', of: [of('any'), rules('leak')] },
    });
    expect(sided('unmet')).toStrictEqual({
      ...long,
      settles: 'unmet',
      of: { kind: 'any', of: [of('all'), rules('leak')] },
    });
  });
  test('settles the other side under a negation', () => {
    const denied = scope({
      thresholds: () => ({ hours: 24 }),
      settles: () => 'met',
      termCondition: () => ({ not: { fact: 'hours', operator: 'greaterThanInclusive', threshold: 'hours' } }),
    });
    expect(formulaOf({ term: 'long' }, denied)).toMatchObject({
      of: { kind: 'not', of: { kind: 'all', of: [hours(24), { kind: 'literal', truth: 'undetermined' }] } },
    });
  });
  test('whose values fix none of its measures has none', () => {
    const alone = scope({
      thresholds: () => ({ others: 1 }),
      termCondition: () => ({ any: [{ fact: 'hours', operator: 'lessThan', threshold: 'hours' }] }),
    });
    expect(formulaOf({ term: 'long' }, alone)).toStrictEqual(long(true));
  });
  test('lends its words to what measures it', () => {
    const citation = { place: '9.2.1', quote: '长时间' };
    const alone = scope({ termCondition: () => yes('leak'), thresholds: () => ({ hours: 1 }) });
    expect(formulaOf({ term: 'long', quote: '长时间' }, alone)).toStrictEqual({
      ...long(true, { ...rules('leak'), citation } as Formula),
      citation,
    });
  });
  test('asks only for its own limits', () => {
    const asked: string[] = [];
    formulaOf({ term: 'long' }, scope({ thresholds: (term) => void asked.push(term) }));
    expect(new Set(asked)).toEqual(new Set(['long']));
  });
});

describe('a question', () => {
  const which: Condition = { question: 'which', readings: { narrow: yes('leak'), wide: true } };
  const readings = { narrow: rules('leak'), wide: { kind: 'literal', truth: 'met' } };

  test('keeps all its readings', () => {
    expect(formulaOf(which, scope())).toStrictEqual({ kind: 'question', question: 'which', readings });
  });
  test('tells the ruling upon it', () => {
    expect(
      formulaOf(which, scope({ ruling: (question) => (question === 'which' ? 'wide' : undefined) })),
    ).toStrictEqual({
      kind: 'question',
      question: 'which',
      ruling: 'wide',
      readings,
    });
  });
  test('lends its words to what has none, through groups and terms', () => {
    const citation = (quote: string) => ({ place: '9.2.1', quote });
    const inside: Condition = { all: [yes('leak'), { ...yes('hours'), quote: '小时' }, { term: 'mass' }] };
    expect(formulaOf({ question: 'which', quote: '大面积', readings: { one: inside } }, scope())).toStrictEqual({
      kind: 'question',
      question: 'which',
      readings: {
        one: {
          kind: 'all',
          of: [
            { ...rules('leak'), citation: citation('大面积') },
            { ...rules('hours'), citation: citation('小时') },
            { kind: 'term', term: 'mass', index: 0, measured: false, citation: citation('大面积') },
          ],
        },
      },
      citation: citation('大面积'),
    });
  });
});
